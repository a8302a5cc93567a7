from collections import *
from collections.abc import Mapping, MutableMapping, Sequence
import copy
class OrderedCounter(Counter, OrderedDict):
    "Counter that remembers the order elements are first seen"
    def __repr__(self): return f"{self.__class__.__name__}({OrderedDict(self)!r})"
    def __reduce__(self): return self.__class__, (OrderedDict(self),)
c = OrderedCounter("abracadabra"); print(c, c["z"], c.most_common(2), list(c)); c.move_to_end("a"); print(c, copy.copy(c), type(copy.deepcopy(c)), c + c, c == OrderedCounter("abracadabra"))
try:
    class Both(OrderedDict, defaultdict): pass
    print("made", Both(a=1) if False else "")
except TypeError as e: print(e)
class CaseInsensitive(dict):
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
    def __getitem__(self, k): return super().__getitem__(k.lower())
    def __contains__(self, k): return super().__contains__(k.lower())
d = CaseInsensitive(); d["ABC"] = 1; print(d["abc"], "aBc" in d, d)
class Stack(deque):
    push = deque.append
    def peek(self): return self[-1]
s = Stack(); s.push(1); s.push(2); print(s.peek(), s.pop(), s, len(s))
class Record(namedtuple("Base", "a b")):
    __slots__ = ()
    def __eq__(self, o): return self.a == o.a
    __hash__ = tuple.__hash__
print(Record(1, 2) == Record(1, 9), Record(1, 2) != Record(1, 2), {Record(1, 2)}, isinstance(Record(1, 2), Sequence))
class Frozen(Mapping):
    def __init__(self, *a, **k): self._d = dict(*a, **k)
    def __getitem__(self, k): return self._d[k]
    def __iter__(self): return iter(self._d)
    def __len__(self): return len(self._d)
    def __hash__(self): return hash(frozenset(self._d.items()))
f = Frozen(a=1); print({f: 1}[Frozen(a=1)], dict(f), ChainMap(f, {"b": 2})["b"], {**f}, Counter(f), OrderedDict(f), defaultdict(int, f), UserDict(f))
def show(**kw): return sorted(kw.items())
print(show(**f), show(**OrderedDict(z=1)), show(**defaultdict(int, q=2)), show(**Counter("a")), show(**ChainMap({"m": 1})), show(**UserDict(u=1)))
print(sorted(Counter(a=2, b=1) | {}) if False else sorted({**Counter(a=2)}), dict(OrderedDict(a=1), b=2), dict(defaultdict(int, {1: 2})), set(OrderedDict(a=1)), list(deque("ab")) + list(UserList("c")), "".join(UserList("xy")), max(Counter("aab").values()), dict(zip(deque("ab"), range(2))))
class Tree(defaultdict):
    def __init__(self): super().__init__(Tree)
t = Tree(); t["a"]["b"]["c"]; print(t, copy.copy(OrderedDict(a=1)))
