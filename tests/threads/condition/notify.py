# notify(n) wakes n waiters in the order they came; notify_all the rest.
import threading

c = threading.Condition()
woken = []
waiting = 0


def waiter(n):
    global waiting
    with c:
        waiting += 1
        c.wait()
        woken.append(n)


threads = []
for n in range(8):
    t = threading.Thread(target=waiter, args=(n,))
    t.start()
    threads.append(t)
    while True:
        with c:
            if waiting == n + 1:
                break


def until(count):
    while True:
        with c:
            if len(woken) >= count:
                return
        threading.Event().wait(0.001)


with c:
    c.notify()
until(1)
print(sorted(woken))
with c:
    c.notify(3)
    print(sorted(woken))
until(4)
print(sorted(woken))
with c:
    c.notify_all()
for t in threads:
    t.join()
print(sorted(woken))
with c:
    c.notify_all()
    print(c.wait(0.01))
