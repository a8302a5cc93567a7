# A busy loop does not keep the lock: others sleep, wait and end beside it.
import threading
import time

stop = False
count = [0, 0]


def spin(n):
    while not stop:
        count[n] += 1


threads = [threading.Thread(target=spin, args=(n,)) for n in range(2)]
for t in threads:
    t.start()
for _ in range(5):
    time.sleep(0.005)
log = []
t = threading.Thread(target=lambda: log.append("ran"))
t.start()
t.join()
while not all(count):
    pass
stop = True
for t in threads:
    t.join()
print(log, all(count))
