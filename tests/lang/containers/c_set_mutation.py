class Key:
    def __init__(self, name, action=None):
        self.name, self.action = name, action
    def __hash__(self): return 7
    def __eq__(self, other):
        for k in (self, other):
            if isinstance(k, Key) and k.action:
                k.action()
        return isinstance(other, Key) and self.name == other.name
    def __repr__(self): return self.name

s = {Key("a")}
s.add(Key("b", lambda: s.clear()))
print(s)
s = {Key("a"), Key("c")}
n = 0
def grow():
    global n
    n += 1
    if n < 60:
        s.add(n * 8 + 7)
print(Key("b", grow) in s, len(s) > 10)
s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as e:
    print(e)
s = {1, 2, 3}
try:
    for x in s:
        s.discard(x)
except RuntimeError as e:
    print(e)
s = set(range(5))
it = iter(s)
next(it)
s.add(99)
for i in range(2):
    try:
        next(it)
    except RuntimeError as e:
        print(e)
class Bad:
    def __hash__(self): return 1
    def __eq__(self, o): raise ValueError("eq")
for f in (lambda: {Bad(), 1}, lambda: Bad() in {1}, lambda: {1} & {Bad()}, lambda: {1} - {Bad()}, lambda: {1} == {Bad()}, lambda: {1} <= {Bad()}, lambda: {1}.isdisjoint([Bad()])):
    try:
        f()
        print("none")
    except ValueError as e:
        print(e)
a = {Key("x", lambda: a.clear())}
a.update(range(8, 30))
b = {Key("y", lambda: b.clear())}
b.update(range(8, 30))
try:
    a & b
    a | b
except (RuntimeError, NameError):
    pass
print("alive")
