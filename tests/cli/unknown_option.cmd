baton --no-such-option 2>err; echo $?; head -n 1 err | grep -c no-such-option
baton -Z 2>err; echo $?; [ -s err ] && echo said
baton --no-such-option x.py 2>&1 >/dev/null | grep -c Traceback
true
