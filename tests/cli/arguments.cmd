echo 'import sys; print(sys.argv[1:])' >args.py
baton args.py -c x --switch-ticks 1 -h '' 'two words' é
baton --switch-ticks 1 args.py a
baton -- args.py b
