from heapq import *
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: heappop([])); t(lambda: heapreplace([], 1)); t(lambda: heappush((), 1)); t(lambda: heapify((1, 2))); t(lambda: heappop(5)); t(lambda: heappush([])); t(lambda: heappush([1], "a")); t(lambda: heapify([1, "a", None])); t(lambda: heappushpop([1], "x")); t(lambda: heapify([1j, 2j])); t(lambda: nlargest(2, [1, "a", 3])); t(lambda: nsmallest(2, 5)); t(lambda: list(merge([1, 2], ["a"]))); t(lambda: nlargest("a", [1, 2])); t(lambda: list(merge(5)))
class Evil:
    def __init__(self, h): self.h = h
    def __lt__(self, o):
        self.h.clear()
        return True
h = []; h.extend([Evil(h) for _ in range(5)]); t(lambda: heapify(h)); print(len(h))
h = []; h.extend([Evil(h) for _ in range(5)]); t(lambda: heappop(h)); print(len(h))
h = []; h.extend([Evil(h) for _ in range(5)]); t(lambda: heappush(h, Evil(h))); print(len(h))
class Bad:
    def __lt__(self, o): raise ZeroDivisionError("lt")
t(lambda: heapify([Bad(), Bad()])); h = [Bad()]; t(lambda: heappush(h, Bad())); print(len(h))
