# Deep recursion through sorted(), map(), __eq__ and repr in threads.
import threading


class Eq:
    def __eq__(self, other):
        return self == other


class Repr:
    def __repr__(self):
        return "<" + repr(self) + ">"


def by_sorted(n):
    return sorted([n], key=by_sorted)


def by_map(n):
    return list(map(by_map, [n]))


results = []


def work(f):
    try:
        f()
        results.append("no error")
    except RecursionError as e:
        results.append(type(e).__name__)


targets = [lambda: Eq() == Eq(), lambda: repr(Repr()), lambda: by_sorted(1), lambda: by_map(1)]
for _ in range(2):
    threads = [threading.Thread(target=work, args=(f,)) for f in targets]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
print(results)
