# __del__ by the collector: once each, cycles, in subclasses of builtins, methods added late.
import gc

log = []


class D:
    def __init__(self, n): self.n = n
    def __del__(self): log.append(self.n)


for i in range(5):
    D(i)
gc.collect()
print(sorted(log))
log.clear()
a, b = D("a"), D("b")
a.b, b.a = b, a
del a, b
gc.collect()
print(sorted(log))
log.clear()


class LD(list):
    def __del__(self): log.append("list")


class DD(dict):
    def __del__(self): log.append("dict")


class ED(Exception):
    def __del__(self): log.append("exception")


class SD:
    __slots__ = ("x",)
    def __del__(self): log.append("slots")


for cls in (LD, DD, ED, SD):
    cls()
    gc.collect()
print(log)
log.clear()


class Late:
    pass


late = Late()
Late.__del__ = lambda self: log.append("late")
del late
gc.collect()
print(log)
log.clear()


class Sub(D):
    def __del__(self):
        super().__del__()
        log.append("sub")


Sub("x")
gc.collect()
print(log)
log.clear()


class Switch:
    pass


s = Switch()
s.n = "switched"
s.__class__ = D
del s
gc.collect()
print(log)
log.clear()
del Late.__del__
Late()
gc.collect()
print(log)
chain = None
for i in range(1000):
    node = D(i)
    node.next = chain
    chain = node
del chain, node
gc.collect()
print(len(log))
