from collections.abc import *
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class S(Sequence):
    def __init__(self, *a): self.a = list(a)
    def __getitem__(self, i): return self.a[i]
    def __len__(self): return len(self.a)
s = S(3, 1, 2, 1); print(list(s), 1 in s, 9 in s, list(reversed(s)), s.index(1), s.index(1, 2), s.index(1, -2), s.index(2, 0, 3), s.count(1), s.count(9)); t(lambda: s.index(9)); t(lambda: s.index(3, 1)); t(lambda: s.index(1, 0, 1)); a, *b = s; print(a, b); nan = float("nan"); print(nan in S(nan), S(nan).index(nan), S(nan).count(nan), s == S(3, 1, 2, 1))
class MS(S, MutableSequence):
    def __setitem__(self, i, v): self.a[i] = v
    def __delitem__(self, i): del self.a[i]
    def insert(self, i, v): self.a.insert(i, v)
m = MS(1, 2, 3); m.append(4); m.extend([5, 6]); m += (7,); m.reverse(); print(m.a, m.pop(), m.pop(0), m.a); m.remove(4); print(m.a); t(lambda: m.remove(99)); m.extend(m); print(m.a); m.clear(); print(m.a); t(lambda: m.pop()); m.insert(0, "x"); print(m.a, len(m), isinstance(m, Sequence)); t(lambda: MutableSequence())
match S(1, 2):
    case [a, b]: print("match", a, b)
match S(1, 2, 3):
    case [a, *r]: print("star", a, r)
class R: 
    def __len__(self): return 2
    def __getitem__(self, i): return ("p", "q")[i]
match R():
    case [a, b]: print("no")
    case _: print("not a sequence")
Sequence.register(R)
match R():
    case [a, b]: print("registered", a, b)
