printf '#!/usr/bin/env baton\nprint("shebang")\n' >a.py
printf '\357\273\277print("bom")\n' >b.py
printf 'print("crlf")\r\nif True:\r\n    print("block")\r\n' >c.py
printf 'print("no newline at the end")' >d.py
: >e.py
printf '# only a comment' >f.py
for f in a b c d e f; do baton $f.py; done
