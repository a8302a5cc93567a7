class Node:
    def __init__(self, v, nxt=None): self.v, self.next = v, nxt
head = None
for i in range(20000): head = Node(i, head)
n = 0; s = 0; p = head
while p: n += 1; s += p.v; p = p.next
print(n, s)
head = None
class Tree:
    def __init__(self, d): self.l, self.r = (Tree(d - 1), Tree(d - 1)) if d else (None, None)
    def count(self): return 1 + (self.l.count() + self.r.count() if self.l else 0)
print(Tree(10).count())
cycle = []
for i in range(1000):
    a, b = [], {}
    a.append(b); b["a"] = a
    cycle = [cycle[-1:] , a]
print(len(cycle))
nested = 0
for i in range(500): nested = (nested,)
d = 0
while isinstance(nested, tuple): nested = nested[0]; d += 1
print(d)
