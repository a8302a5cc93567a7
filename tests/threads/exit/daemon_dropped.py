# Daemons don't keep the interpreter: asleep, computing, waiting for a lock, in a socket.
import socket
import threading
import time

lock = threading.Lock()
lock.acquire()
a, b = socket.socketpair()
started = threading.Semaphore(0)


def spin():
    started.release()
    n = 0
    while True:
        n += 1


def begin(f, *args):
    started.release()
    f(*args)
    print("must not be seen")


def in_finally():
    started.release()
    try:
        time.sleep(600)
    finally:
        print("nor this")


targets = [threading.Thread(target=spin, daemon=True), threading.Thread(target=in_finally, daemon=True)]
for args in ((time.sleep, 600), (lock.acquire,), (a.recv, 1), (threading.Event().wait,), (threading.Condition().wait_for, bool)):
    targets.append(threading.Thread(target=begin, args=args, daemon=True))
targets.pop()
for t in targets:
    t.start()
for t in targets:
    started.acquire()
print("main ends", threading.active_count())
