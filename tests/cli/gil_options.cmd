# Options of the lock, alone and together, before the script; the program's result is the same.
cat >program.py <<'PY'
import sys, threading
total, lock = 0, threading.Lock()
def work(n):
    global total
    s = 0
    for i in range(2000): s += i % n
    with lock: total += s
threads = [threading.Thread(target=work, args=(n,)) for n in range(1, 5)]
for t in threads: t.start()
for t in threads: t.join()
print(total, sys.getswitchinterval(), sys.argv[1:])
PY
baton --gil-policy classic program.py
baton --gil-policy ticks program.py
baton --gil-policy=default program.py
baton --switch-interval 100us program.py x
baton --switch-interval=1ms --gil-policy=classic program.py
baton --slice off program.py
baton --slice=1ms program.py
baton --slice off --switch-ticks 7 program.py --slice off
for option in "--slice=" "--slice=abc" "--slice=-1ms" "--slice=0"; do
  baton "$option" -c 'print("ran")' 2>err; echo "$? $(wc -l <err)"
done
