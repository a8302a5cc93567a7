mkdir one two
echo 'x = 1' >one/found.py
echo 'x = 2' >two/found.py
PYTHONPATH=one:two baton -c 'import found, sys; print(found.x, sys.path[0] == "", len(sys.path), found.__file__.startswith("/"))'
PYTHONPATH=one baton -E -c 'import found' 2>&1 | tail -n 1
PYTHONPATH=one baton -I -c 'import sys; print(sys.path, sys.flags.isolated, sys.flags.safe_path)'
PYTHONHASHSEED=0 baton -c 'import sys; print(hash("abc"), sys.flags.hash_randomization)'
PYTHONHASHSEED=42 baton -c 'import sys; print(hash("abc"), sys.flags.hash_randomization)'
PYTHONHASHSEED=x baton -c '' 2>&1
PYTHONOPTIMIZE=1 baton -c 'import sys; assert False; print(__debug__, sys.flags.optimize)'
baton -OO -c 'import sys; assert False; print(__debug__, sys.flags.optimize)'
PYTHONWARNINGS=a,b baton -W c -Xd -X e=f -c 'import sys; print(sys.warnoptions, sys._xoptions)'
PYTHONINTMAXSTRDIGITS=700 baton -c 'import sys; print(sys.get_int_max_str_digits(), sys.flags.int_max_str_digits)'
PYTHONINTMAXSTRDIGITS=7 baton -c '' 2>&1
baton -c 'import sys; print(sys.orig_argv[1:], sys.argv)' -x y
printf 'not python\nprint("line", 2)\n' >skip.py
baton -x skip.py
