# Structures that hold themselves, and deep ones.
a = []
a.append(a)
print(a, a == a)
d = {}
d["d"] = d
print(d)
t = ([],)
t[0].append(t)
print(t)


def attempt(f):
    try:
        print(f())
    except RecursionError as e:
        print("RecursionError", str(e).startswith("maximum recursion depth exceeded"))


b = []
b.append(b)
attempt(lambda: a == b)
deep = []
for _ in range(100000):
    deep = [deep]
attempt(lambda: repr(deep))
attempt(lambda: deep == [deep])
other = []
for _ in range(100000):
    other = [other]
attempt(lambda: deep == other)
nested = ()
for _ in range(100000):
    nested = (nested,)
attempt(lambda: str(nested))
tree = {}
for _ in range(50000):
    tree = {"k": tree}
attempt(lambda: repr(tree))
del deep, other, nested, tree
chain = None
for _ in range(200000):
    chain = (chain, chain)
del chain


class Node:
    def __init__(self, next):
        self.next = next


head = None
for _ in range(200000):
    head = Node(head)
del head
f = None
for _ in range(100000):
    f = (lambda g: lambda: g)(f)
del f
e = ValueError()
for _ in range(20000):
    n = ValueError()
    n.__context__ = e
    e = n
del e, n
print("alive")
