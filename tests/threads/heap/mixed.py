# Strings, dicts, sets, big integers, closures, generators and exceptions made by several threads at once.
import threading


def strings():
    parts = [("%d-" % i) * 3 for i in range(800)]
    return len("".join(parts).split("-"))


def dicts():
    d = {str(i): {"n": i, "t": (i, i + 1)} for i in range(800)}
    for i in range(0, 800, 2):
        del d[str(i)]
    return sum(v["n"] for v in d.values())


def sets():
    s = set()
    for i in range(1500):
        s.add((i * 7) % 501)
    return len(s)


def bigs():
    n = 1
    for i in range(1, 120):
        n *= i
    return n % 1000000007


def closures():
    fs = [(lambda i: lambda: i * 2)(i) for i in range(500)]
    return sum(f() for f in fs)


def generators():
    def squares(n):
        for i in range(n):
            yield i * i
    return sum(sum(squares(n)) for n in range(60))


def exceptions():
    caught = 0
    for i in range(400):
        try:
            [][i]
        except IndexError as e:
            caught += len(str(e)) > 0
    return caught


kinds = (strings, dicts, sets, bigs, closures, generators, exceptions)
alone = [f() for f in kinds]
together = {}


def work(k, i):
    together[k, i] = [kinds[(i + j) % 7]() for j in range(7)]


threads = [threading.Thread(target=work, args=(k, i)) for k in range(1) for i in range(7)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(alone)
print(all(together[0, i] == [alone[(i + j) % 7] for j in range(7)] for i in range(7)))
