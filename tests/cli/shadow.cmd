for m in random typing math os time abc sys builtins; do mkdir $m.d; echo 'mine = True' >$m.d/$m.py; echo "import $m; print('$m', hasattr($m, 'mine'))" >$m.d/script.py; baton $m.d/script.py; done
mkdir pack; mkdir pack/typing; echo 'y = 1' >pack/typing/__init__.py
echo 'import typing; print(typing.y)' >pack/s.py
baton pack/s.py
mkdir folder; mkdir folder/random; echo 'import random; print(hasattr(random, "choice"))' >folder/s.py
baton folder/s.py
