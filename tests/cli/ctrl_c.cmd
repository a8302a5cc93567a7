# limit: 120
# Whatever the main thread waits for, and whatever the others do, one Ctrl-C ends the program: a traceback of
# KeyboardInterrupt, death by the signal (130), and no `finally` skipped in the main thread.
run() {
  timeout --preserve-status --foreground -k 10 -s INT 1 "$BATON" "$1.py" >out 2>err
  echo "$1: $? $(tr '\n' ' ' <out)$(tail -n 1 err) $(grep -c '^Traceback' err)"
}
cat >spin.py <<'PY'
print("started", flush=True)
while True: pass
PY
cat >call_spin.py <<'PY'
def f(): return 1
print("started", flush=True)
while True: f()
PY
cat >comprehension.py <<'PY'
print("started", flush=True)
n = sum(1 for i in iter(int, 1))
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
cat >lock_timeout.py <<'PY'
import threading
lock = threading.RLock()
gate = threading.Event()
def holder():
    lock.acquire()
    gate.set()
    threading.Event().wait()
threading.Thread(target=holder, daemon=True).start()
gate.wait()
print("started", flush=True)
lock.acquire(timeout=60)
PY
cat >event.py <<'PY'
import threading
print("started", flush=True)
threading.Event().wait()
PY
cat >condition.py <<'PY'
import threading
c = threading.Condition()
print("started", flush=True)
with c:
    try: c.wait(60)
    finally: print("owned", c._is_owned(), flush=True)
PY
cat >join_daemon.py <<'PY'
import threading, time
t = threading.Thread(target=time.sleep, args=(60,), daemon=True)
t.start()
print("started", flush=True)
t.join()
PY
cat >join.py <<'PY'
import threading, time
t = threading.Thread(target=time.sleep, args=(60,))
t.start()
print("started", flush=True)
t.join()
PY
cat >at_exit.py <<'PY'
import threading, time
threading.Thread(target=time.sleep, args=(60,)).start()
print("started", flush=True)
PY
cat >spinners.py <<'PY'
import threading
def spin():
    while True: pass
threads = [threading.Thread(target=spin) for _ in range(4)]
for t in threads: t.start()
print("started", flush=True)
for t in threads: t.join()
PY
cat >accept.py <<'PY'
import socket
s = socket.socket()
s.bind(("127.0.0.1", 0))
s.listen()
print("started", flush=True)
s.accept()
PY
cat >recv.py <<'PY'
import socket
a, b = socket.socketpair()
print("started", flush=True)
try: a.recv(1)
finally: print("finally", flush=True)
PY
cat >recv_timeout.py <<'PY'
import socket
a, b = socket.socketpair()
a.settimeout(60)
print("started", flush=True)
a.recv(1)
PY
cat >send.py <<'PY'
import socket
a, b = socket.socketpair()
print("started", flush=True)
a.sendall(b"x" * 10000000)
PY
cat >threads_wait.py <<'PY'
import socket, threading, time
a, b = socket.socketpair()
lock = threading.Lock()
lock.acquire()
for f, args in ((time.sleep, (60,)), (lock.acquire, ()), (a.recv, (1,)), (threading.Event().wait, ())):
    threading.Thread(target=f, args=args).start()
print("started", flush=True)
while True: time.sleep(0.01)
PY
for f in spin call_spin comprehension sleep lock lock_timeout event condition join_daemon join spinners accept recv recv_timeout send threads_wait; do
  run $f
done
# During the wait for threads at the end the program itself was fine: the status may be either, the wait ends.
run at_exit | cut -d' ' -f1
