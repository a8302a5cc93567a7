name=$(head -c 100000 /dev/zero | tr '\0' n)
printf '%s = 5\nprint(%s)\n' "$name" "$name" >name.py
baton name.py
