# Dining philosophers with try-locks: everybody eats, nobody starves, nothing locks up.
import threading
import time

forks = [threading.Lock() for _ in range(5)]
meals = [0] * 5


def philosopher(n):
    left, right = forks[n], forks[(n + 1) % 5]
    while meals[n] < 20:
        left.acquire()
        if right.acquire(blocking=False):
            meals[n] += 1
            right.release()
            left.release()
        else:
            left.release()
            time.sleep(0.0005)


threads = [threading.Thread(target=philosopher, args=(n,)) for n in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(meals, [f.locked() for f in forks])
