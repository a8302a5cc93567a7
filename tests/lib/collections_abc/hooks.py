import collections.abc as abc
from collections import deque, defaultdict, OrderedDict, Counter, ChainMap, UserDict, UserList, UserString, namedtuple
names = ["Hashable", "Iterable", "Iterator", "Reversible", "Generator", "Sized", "Container", "Callable", "Collection", "Set", "MutableSet", "Mapping", "MutableMapping", "MappingView", "KeysView", "ItemsView", "ValuesView", "Sequence", "MutableSequence", "ByteString", "Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator"]
def gen(): yield
P = namedtuple("P", "a")
values = {"int": 1, "str": "", "bytes": b"", "bytearray": bytearray(), "list": [], "tuple": (), "dict": {}, "set": set(), "frozenset": frozenset(), "range": range(1), "gen": gen(), "list iter": iter([]), "dict iter": iter({}), "str iter": iter(""), "set iter": iter(set()), "range iter": iter(range(1)), "keys": {}.keys(), "items": {}.items(), "values": {}.values(), "func": gen, "class": int, "None": None, "deque": deque(), "defaultdict": defaultdict(), "OrderedDict": OrderedDict(), "Counter": Counter(), "ChainMap": ChainMap(), "UserDict": UserDict(), "UserList": UserList(), "UserString": UserString(""), "namedtuple": P(1), "proxy": type.__dict__, "zip": zip(), "map": map(gen, ()), "enumerate": enumerate([]), "reversed": reversed([]), "filter": filter(None, []), "bool": True, "float": 1.0, "complex": 1j, "slice": slice(1), "method": [].append, "object": object(), "exc": ValueError(), "deque iter": iter(deque()), "odkeys": OrderedDict().keys(), "oditems": OrderedDict().items(), "odvalues": OrderedDict().values(), "od iter": iter(OrderedDict())}
for what, v in values.items(): print(what, [n for n in names if isinstance(v, getattr(abc, n))])
for n in names:
    c = getattr(abc, n); print(n, c, sorted(c.__abstractmethods__), [b.__name__ for b in c.__mro__], c.__slots__)
print(issubclass(list, abc.Sequence), issubclass(dict, abc.Mapping), issubclass(int, abc.Iterable), issubclass(abc.Sequence, abc.Iterable), issubclass(abc.MutableMapping, abc.Mapping))
class It:
    def __iter__(self): return iter(())
class NoHash:
    __hash__ = None
class NoIter(It):
    __iter__ = None
class Call:
    def __call__(self): pass
print(isinstance(It(), abc.Iterable), isinstance(NoHash(), abc.Hashable), isinstance(NoIter(), abc.Iterable), isinstance(Call(), abc.Callable), issubclass(It, abc.Iterator))
class Reg: pass
print(isinstance(Reg(), abc.Sequence), abc.Sequence.register(Reg), isinstance(Reg(), abc.Sequence), issubclass(Reg, abc.Iterable), issubclass(Reg, abc.Collection), isinstance(Reg(), abc.MutableSequence))
class SubReg(Reg): pass
print(isinstance(SubReg(), abc.Sequence))
for c in (abc.Iterable, abc.Sequence, abc.Mapping, abc.MutableSet):
    try: c()
    except TypeError as e: print(e)
print(abc.Iterable[int], abc.Mapping[str, int], abc.Callable[[int, str], bool], abc.Callable[..., int], abc.Set[int], abc.Generator[int, None, str])
for bad in (5, int, (int, str)):
    try: print(abc.Callable[bad])
    except TypeError as e: print(e)
try: issubclass(5, abc.Sized)
except TypeError as e: print(e)
try: abc.Sized.register(5)
except TypeError as e: print(e)
