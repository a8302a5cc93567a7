# Iterators shared by threads: every number is given once.
import itertools
import threading

numbers = itertools.count()
seen = []


def work():
    mine = [next(numbers) for _ in range(300)]
    seen.extend(mine)


threads = [threading.Thread(target=work) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(seen) == list(range(1200)), next(numbers))

pairs = itertools.product(range(30), repeat=2)
got = []
threads = [threading.Thread(target=lambda: got.extend(pairs)) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(got), len(set(got)))
