# A cache used by several threads at once: results right, statistics whole.
from functools import cache, lru_cache
import threading


@lru_cache(maxsize=16)
def square(x):
    return x * x


@cache
def slow(x):
    return sum(range(x))


wrong = []


def work(step):
    for i in range(0, 2000, step):
        if square(i % 40) != (i % 40) ** 2:
            wrong.append(i)
        if slow(i % 20) != sum(range(i % 20)):
            wrong.append(i)


threads = [threading.Thread(target=work, args=(n,)) for n in (1, 3, 7, 2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
info = square.cache_info()
print(wrong, info.hits + info.misses == sum(len(range(0, 2000, n)) for n in (1, 3, 7, 2)), info.currsize, slow.cache_info().currsize)
