# Containers changed by the very comparisons made on them.
class Evil:
    def __init__(self, action):
        self.action = action
    def __eq__(self, other):
        self.action()
        return False
    def __lt__(self, other):
        self.action()
        return True
    __hash__ = None

a = list(range(10))
print(a.count(Evil(lambda: a.clear())), a)
a = list(range(10))
try:
    a.index(Evil(lambda: a and a.pop()))
except ValueError as e:
    print("ValueError", a)
a = list(range(5))
print(Evil(lambda: a.append(0) if len(a) < 20 else None) in a, len(a))
a = [1, 2, 3]
try:
    a.remove(Evil(lambda: a.clear()))
except ValueError as e:
    print(e, a)
a = [Evil(lambda: b.clear()), 1, 2]
b = [Evil(lambda: a.clear()), 1, 2]
print(a == b, len(a), len(b))
class Index:
    def __init__(self, action, value):
        self.action, self.value = action, value
    def __index__(self):
        self.action()
        return self.value
a = list(range(10))
try:
    print(a[Index(a.clear, 3)])
except IndexError as e:
    print(e)
a = list(range(10))
print(a[Index(a.clear, 1):5], a)
a = list(range(10))
a[Index(a.clear, 2):Index(lambda: None, 4)] = [7, 8]
print(a)
a = list(range(10))
try:
    a[Index(a.clear, 2)] = 1
except IndexError as e:
    print(e)
a = list(range(6))
try:
    del a[Index(a.clear, 2)]
except IndexError as e:
    print(e)
class R:
    def __repr__(self):
        c.clear()
        return "R"
c = [1, R(), 2, 3]
print(repr(c), c)
a = [1, 2, 3]
def gen():
    yield 10
    a.clear()
    yield 20
a.extend(gen())
print(a)
a = [1, 2, 3, 4]
for x in a:
    if x == 2:
        a.remove(2)
    print(x, end=" ")
print(a)
for x in a:
    if len(a) < 8:
        a.append(x)
print(a)
a = [1, 2, 3]
a[1:2] = (a.append(i) or i for i in range(3))
print(a)
