class LinkedList:
    class _Node:
        __slots__ = ("value", "next")
        def __init__(self, value, next=None): self.value, self.next = value, next
    def __init__(self, items=()):
        self._head = self._tail = None; self._n = 0
        for x in items: self.append(x)
    def append(self, x):
        node = self._Node(x)
        if self._head is None: self._head = self._tail = node
        else: self._tail.next = node; self._tail = node
        self._n += 1
    def prepend(self, x):
        self._head = self._Node(x, self._head)
        if self._tail is None: self._tail = self._head
        self._n += 1
    def _node(self, i):
        if i < 0: i += self._n
        if not 0 <= i < self._n: raise IndexError("linked list index out of range")
        node = self._head
        for _ in range(i): node = node.next
        return node
    def __len__(self): return self._n
    def __getitem__(self, i):
        if isinstance(i, slice): return LinkedList(self[k] for k in range(*i.indices(self._n)))
        return self._node(i).value
    def __setitem__(self, i, v): self._node(i).value = v
    def __delitem__(self, i):
        node = self._node(i)
        if node is self._head:
            self._head = node.next
            if self._head is None: self._tail = None
        else:
            before = self._node((i if i >= 0 else i + self._n) - 1)
            before.next = node.next
            if node is self._tail: self._tail = before
        self._n -= 1
    def __iter__(self):
        node = self._head
        while node: yield node.value; node = node.next
    def __reversed__(self): return iter(list(self)[::-1])
    def reverse(self):
        self._tail, prev, node = self._head, None, self._head
        while node: node.next, prev, node = prev, node, node.next
        self._head = prev
    def __eq__(self, o): return len(self) == len(o) and all(a == b for a, b in zip(self, o)) if isinstance(o, LinkedList) else NotImplemented
    def __add__(self, o): return LinkedList([*self, *o])
    def __iadd__(self, o):
        for x in o: self.append(x)
        return self
    def __mul__(self, n): return LinkedList(list(self) * n)
    __rmul__ = __mul__
    def __contains__(self, x): return any(x == y for y in self)
    def __bool__(self): return self._n > 0
    def __repr__(self): return f"LinkedList({list(self)!r})"
l = LinkedList("abc"); l.prepend(0); l[1] = "A"; l += [9, 8]
print(l, len(l), l[-1], l[1:4], l[::-2], "b" in l, 7 in l, bool(LinkedList()), list(reversed(l)))
del l[0], l[-1], l[1]; print(l, l._tail.value); l.reverse(); print(l, l + [1], 2 * l, l == LinkedList([9, "c", "A"]), l == [9], l != LinkedList())
for bad in (lambda: l[3], lambda: l["x"], lambda: LinkedList()[0], lambda: hash(l), lambda: l - l):
    try: print(bad())
    except (IndexError, TypeError) as e: print(type(e).__name__, e)
while l: print("drop", l[0]); del l[0]
print(l, l._head, l._tail); l.append(1); print(l, *l)
class Stack(LinkedList):
    push = LinkedList.prepend
    def pop(self): v = self[0]; del self[0]; return v
    peek = property(lambda self: self[0])
s = Stack()
for c in "([{": s.push(c)
print(s.pop(), s.peek, s, isinstance(s, LinkedList), type(s[:1]).__name__)
def balanced(t):
    st, pair = Stack(), dict(zip(")]}", "([{"))
    for c in t:
        if c in pair.values(): st.push(c)
        elif c in pair and (not st or st.pop() != pair[c]): return False
    return not st
print([balanced(t) for t in ("()", "([{}])", "(]", "((", "", "}")])
