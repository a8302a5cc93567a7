a = []
a.append(a)
print(a, repr(a))
d = {}
d["d"] = d
d["a"] = a
print(d)
t = ([],)
t[0].append(t)
print(t, t[0])
class S(set):
    def __hash__(self): return 1
s = S()
s.add(s)
print(s)
b = [1, [2, a], {"x": d}]
print(b)
print([[]], [(), {}, set(), frozenset()], (1,), ((),), [None, ...], {"k": (1, [2])})
e = []
for i in range(50):
    e = [e]
print(e)
f = []
for i in range(200000):
    f = [f]
try:
    repr(f)
except RecursionError as x:
    print("RecursionError")
g = []
for i in range(200000):
    g = [g]
try:
    f == g
except RecursionError as x:
    print("RecursionError")
a = []
a.append(a)
b = []
b.append(b)
try:
    a == b
except RecursionError:
    print("RecursionError")
