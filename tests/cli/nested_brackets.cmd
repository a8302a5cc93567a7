# Ten thousand open brackets, and as many closed: an error, never a crash.
for open in '(' '[' '{' '-' 'not '; do
  awk -v open="$open" 'BEGIN { printf "x = "; for (i = 0; i < 10000; i++) printf "%s", open; print "1" }' >deep.py
  baton deep.py 2>err
  code=$?
  tail -n 1 err | cut -d: -f1
  [ $code -lt 128 ] && echo no crash
done
awk 'BEGIN { printf "x = "; for (i = 0; i < 10000; i++) printf "("; printf "1"; for (i = 0; i < 10000; i++) printf ")"; print "" }' >deep.py
baton deep.py 2>err
echo $?; tail -n 1 err
