# limit: 60
# Long lines, from a file and from standard input, as source and as data.
{ printf 'x = "'; head -c 10000000 /dev/zero | tr '\0' 'a'; printf '"; print(len(x))\n'; } >line.py
baton line.py
baton <line.py
{ printf 'x = ['; head -c 4000000 /dev/zero | tr '\0' '['; } >open.py
baton open.py 2>err; echo $?; tail -n 1 err | cut -c -60
{ printf 'x = '; head -c 2000000 /dev/zero | tr '\0' '9'; echo; } >digits.py
baton digits.py 2>err; echo $?; tail -n 1 err | cut -d: -f1
head -c 5000000 /dev/zero | tr '\0' ' ' >spaces.py; echo 'print("indented")' >>spaces.py
baton spaces.py 2>err; echo $?; tail -n 1 err
{ echo 'if 1:'; head -c 100000 /dev/zero | tr '\0' '\t'; echo 'print("tabs")'; } >tabs.py
baton tabs.py
{ printf 'print(len("""'; head -c 5000000 /dev/zero | tr '\0' '\n'; printf '"""))\n'; } >lines.py
baton lines.py
{ for i in 1 2 3 4 5 6 7 8 9 10; do printf 'x = 1 + \\\n'; head -c 200000 /dev/zero | tr '\0' ' '; echo 1; done; echo 'print(x)'; } >continued.py
baton continued.py
head -c 1000000 /dev/zero | tr '\0' 'b' | baton -c 'print(len(input()))'
head -c 1000000 /dev/urandom >random.py
baton random.py >out 2>err; [ $? -lt 2 ] && echo random fine
