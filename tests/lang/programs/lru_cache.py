class LRU:
    def __init__(self, size): self.size, self.d, self.hits, self.misses = size, {}, 0, 0
    def get(self, k, make):
        if k in self.d:
            self.hits += 1
            self.d[k] = self.d.pop(k)
        else:
            self.misses += 1
            if len(self.d) >= self.size:
                del self.d[next(iter(self.d))]
            self.d[k] = make(k)
        return self.d[k]
    def __repr__(self): return f"<LRU {list(self.d.items())} {self.hits}/{self.misses}>"

c = LRU(3)
for k in [1, 2, 3, 1, 4, 2, 5, 1, 1, 3]:
    c.get(k, lambda x: x * x)
    print(k, c)

def cached(size=None):
    def wrap(f):
        store = {}
        def inner(*args, **kw):
            key = args + tuple(sorted(kw.items()))
            try: return store[key]
            except KeyError: pass
            if size is not None and len(store) >= size:
                store.pop(next(iter(store)))
            r = store[key] = f(*args, **kw)
            return r
        inner.__name__, inner.__doc__, inner.store, inner.__wrapped__ = f.__name__, f.__doc__, store, f
        inner.clear = store.clear
        return inner
    if callable(size):
        f, size = size, None
        return wrap(f)
    return wrap

@cached
def fib(n):
    "the n-th"
    return n if n < 2 else fib(n - 1) + fib(n - 2)
@cached(size=2)
def power(b, *, e=2):
    print("computing", b, e)
    return b ** e
print(fib(120), fib.__name__, fib.__doc__, len(fib.store))
print(power(2), power(2), power(3, e=3), power(4), power(2), list(power.store))
fib.clear(); print(len(fib.store), fib.__wrapped__(1))

class Node:
    __slots__ = "key", "value", "prev", "next"
    def __init__(self, key=None, value=None): self.key, self.value, self.prev, self.next = key, value, self, self
class LinkedLRU:
    def __init__(self, n): self.n, self.map, self.root = n, {}, Node()
    def _unlink(self, x): x.prev.next, x.next.prev = x.next, x.prev
    def _front(self, x):
        x.prev, x.next = self.root, self.root.next
        x.prev.next = x.next.prev = x
    def __setitem__(self, k, v):
        if k in self.map: self._unlink(self.map[k])
        elif len(self.map) == self.n:
            old = self.root.prev
            self._unlink(old)
            del self.map[old.key]
        self.map[k] = x = Node(k, v)
        self._front(x)
    def __getitem__(self, k):
        x = self.map[k]
        self._unlink(x); self._front(x)
        return x.value
    def __iter__(self):
        x = self.root.next
        while x is not self.root:
            yield x.key
            x = x.next
l = LinkedLRU(3)
for i, w in enumerate("a b c a d e b".split()):
    l[w] = i
    if i == 4: print(l["a"])
    print(*l, sep="<")
try: l["zz"]
except KeyError as e: print("KeyError", e)
