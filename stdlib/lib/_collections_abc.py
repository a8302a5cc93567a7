"""The abstract classes behind typing.Iterable and its kin: what a class must have to be one. Without mixin methods."""

from abc import ABCMeta


def _asking(name, *methods, base=()):
    def hook(cls, other):
        if cls is not made:
            return NotImplemented
        for method in methods:
            for c in other.__mro__:
                if method in c.__dict__:
                    if c.__dict__[method] is None:
                        return NotImplemented
                    break
            else:
                return NotImplemented
        return True
    names = {"__module__": "collections.abc", "__slots__": (), "__subclasshook__": classmethod(hook)}
    if not methods:
        del names["__subclasshook__"]
    made = ABCMeta(name, base, names)
    return made


_Hashable = _asking("Hashable", "__hash__")
_Iterable = _asking("Iterable", "__iter__")
_Iterator = _asking("Iterator", "__iter__", "__next__", base=(_Iterable,))
_Reversible = _asking("Reversible", "__reversed__", "__iter__", base=(_Iterable,))
_Generator = _asking("Generator", "__iter__", "__next__", "send", "throw", "close", base=(_Iterator,))
_Sized = _asking("Sized", "__len__")
_Container = _asking("Container", "__contains__")
_Callable = _asking("Callable", "__call__")
_Collection = _asking("Collection", "__len__", "__iter__", "__contains__", base=(_Sized, _Iterable, _Container))
_Awaitable = _asking("Awaitable", "__await__")
_Coroutine = _asking("Coroutine", "__await__", "send", "throw", "close", base=(_Awaitable,))
_AsyncIterable = _asking("AsyncIterable", "__aiter__")
_AsyncIterator = _asking("AsyncIterator", "__anext__", "__aiter__", base=(_AsyncIterable,))
_Sequence = _asking("Sequence", base=(_Reversible, _Collection))
_MutableSequence = _asking("MutableSequence", base=(_Sequence,))
_Set = _asking("Set", base=(_Collection,))
_MutableSet = _asking("MutableSet", base=(_Set,))
_Mapping = _asking("Mapping", base=(_Collection,))
_MutableMapping = _asking("MutableMapping", base=(_Mapping,))
_MappingView = _asking("MappingView", base=(_Sized,))
_KeysView = _asking("KeysView", base=(_MappingView, _Set))
_ItemsView = _asking("ItemsView", base=(_MappingView, _Set))
_ValuesView = _asking("ValuesView", base=(_MappingView, _Collection))
for _c in (tuple, str, range, bytes):
    _Sequence.register(_c)
for _c in (list, bytearray):
    _MutableSequence.register(_c)
_Set.register(frozenset)
_MutableSet.register(set)
_MutableMapping.register(dict)
_KeysView.register(type({}.keys()))
_ItemsView.register(type({}.items()))
_ValuesView.register(type({}.values()))
