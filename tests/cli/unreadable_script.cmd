baton "" 2>err; [ $? -ge 1 ] && [ -s err ] && echo refused
baton ./a/b/c.py 2>err; echo $?
