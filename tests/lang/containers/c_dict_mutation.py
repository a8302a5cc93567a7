class Key:
    def __init__(self, name, h, action=None):
        self.name, self.h, self.action = name, h, action
    def __hash__(self): return self.h
    def __eq__(self, other):
        if self.action:
            self.action()
        if isinstance(other, Key) and other.action:
            other.action()
        return isinstance(other, Key) and self.name == other.name
    def __repr__(self): return self.name

d = {Key("a", 1): 1}
k = Key("b", 1, lambda: d.clear())
d[k] = 2
print(len(d), list(d))
d = {Key("a", 1): 1, Key("b", 2): 2}
n = 0
def grow():
    global n
    n += 1
    if n < 50:
        d[n + 100] = n
k = Key("b", 1, grow)
print(d.get(k), len(d), n)
d = {i: i for i in range(5)}
def change(action):
    try:
        for key in d:
            action(key)
        print("no error", d)
    except RuntimeError as e:
        print(e, len(d))
change(lambda k: d.pop(k))
d = {i: i for i in range(5)}
change(lambda k: d.__setitem__(k + 100, 1))
d = {i: i for i in range(5)}
change(lambda k: d.__setitem__(k, "new"))
d = {i: i for i in range(5)}
try:
    for v in d.values():
        d.clear()
except RuntimeError as e:
    print(e)
d = {i: i for i in range(5)}
it = iter(d.items())
print(next(it), it.__length_hint__())
d["x"] = 1
for i in range(2):
    try:
        next(it)
    except RuntimeError as e:
        print(e)
del d["x"]
try:
    next(it)
except RuntimeError as e:
    print(e)
class Bad:
    def __hash__(self): raise ValueError("no hash")
class BadEq:
    def __hash__(self): return 1
    def __eq__(self, o): raise ValueError("no eq")
for f in (lambda: {Bad(): 1}, lambda: {1: 1}[BadEq()], lambda: {BadEq(): 1, 1: 2}, lambda: Bad() in {1: 2}, lambda: {1: 1} == {BadEq(): 1}):
    try:
        f()
    except ValueError as e:
        print(e)
class R:
    def __repr__(self):
        r.clear()
        return "R"
r = {1: R(), 2: 3}
print(repr(r), r)
a, b = {}, {}
class V:
    def __eq__(self, o):
        a.clear()
        b.clear()
        return True
a.update({i: V() for i in range(10)})
b.update({i: V() for i in range(10)})
print(a == b, len(a))
