# Many short threads, one after the other and at once.
import threading

count = 0
lock = threading.Lock()


def bump():
    global count
    with lock:
        count += 1


for _ in range(5):
    threads = [threading.Thread(target=bump) for _ in range(40)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
print(count, threading.active_count())


def tree(depth):
    bump()
    if depth:
        children = [threading.Thread(target=tree, args=(depth - 1,)) for _ in range(2)]
        for c in children:
            c.start()
        for c in children:
            c.join()


count = 0
tree(5)
print(count, threading.active_count())
