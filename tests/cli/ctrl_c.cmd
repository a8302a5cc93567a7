# A loop, a sleep and a wait for a lock end at once when interrupted, by the signal itself, with a traceback.
cat >spin.py <<'PY'
print("started", flush=True)
while True: pass
PY
cat >sleep.py <<'PY'
import time
print("started", flush=True)
time.sleep(60)
PY
cat >lock.py <<'PY'
import threading
lock = threading.Lock()
lock.acquire()
print("started", flush=True)
lock.acquire()
PY
for f in spin sleep lock; do
  timeout -s INT 1 "$BATON" $f.py 2>err
  tail -n 1 err
done
