# limit: 60
# A KeyboardInterrupt that is caught is an exception like others: the program goes on, the waits before and after work.
cat >caught.py <<'PY'
import threading, time
log = []
t = threading.Thread(target=lambda: (time.sleep(1.5), log.append("thread")))
t.start()
print("started", flush=True)
try:
    time.sleep(60)
except KeyboardInterrupt:
    print("caught", flush=True)
lock = threading.Lock()
lock.acquire()
print(lock.acquire(timeout=0.05), threading.Event().wait(0.05))
t.join()
print(log)
PY
timeout --preserve-status --foreground -k 20 -s INT 1 "$BATON" caught.py; echo $?
