"""Weak references and what is built from them: dictionaries and sets that don't keep their items
alive, bound methods held weakly, and finalizers.

References and proxies themselves are native (_weakref). A dead entry is taken out by its reference's
callback, which runs at any safepoint and on any thread; each callback does one dictionary operation.
Iteration goes over a snapshot, so that entries may die meanwhile.
Behaviour: https://docs.python.org/3.11/library/weakref.html"""

from _weakref import (CallableProxyType, ProxyType, ReferenceType, getweakrefcount, getweakrefs,
                      proxy, ref)
import _collections_abc

__all__ = ["ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType",
           "ProxyType", "CallableProxyType", "ProxyTypes", "WeakValueDictionary", "WeakSet",
           "WeakMethod", "finalize"]

ProxyTypes = (ProxyType, CallableProxyType)
_missing = object()


class WeakMethod(ref):
    """A weak reference to a bound method: alive as long as its object and its function are."""

    __slots__ = "_func_ref", "_meth_type", "_alive", "__weakref__"

    def __new__(cls, meth, callback=None):
        try:
            obj = meth.__self__
            func = meth.__func__
        except AttributeError:
            raise TypeError(f"argument should be a bound method, not {type(meth)}") from None
        self_ref = None

        def died(_):
            self = self_ref()
            if self is not None and self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)

        self = ref.__new__(cls, obj, died)
        self._func_ref = ref(func, died)
        self._meth_type = type(meth)
        self._alive = True
        self_ref = ref(self)
        return self

    def __init__(self, meth, callback=None):
        pass

    def __call__(self):
        obj = super().__call__()
        func = self._func_ref()
        if obj is None or func is None:
            return None
        return self._meth_type(func, obj)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return ref.__eq__(self, other) and self._func_ref == other._func_ref

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    __hash__ = ref.__hash__


class KeyedRef(ref):
    """A weak reference that knows the key it is the value of."""

    __slots__ = "key",

    def __new__(cls, ob, callback, key):
        self = ref.__new__(cls, ob, callback)
        self.key = key
        return self

    def __init__(self, ob, callback, key):
        pass


def _pairs(other):
    if hasattr(other, "items"):
        return other.items()
    if hasattr(other, "keys"):
        return [(key, other[key]) for key in other.keys()]
    return other


def _is_mapping(other):
    return isinstance(other, (dict, _MutableMapping))


class _WeakDictionary:
    """What both dictionaries share: everything that follows from items, get, set and delete."""

    def __iter__(self):
        return self.keys()

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"

    def __eq__(self, other):
        if not _is_mapping(other):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None

    def __copy__(self):
        return self.copy()

    def __or__(self, other):
        if not _is_mapping(other):
            return NotImplemented
        result = self.copy()
        result.update(other)
        return result

    def __ror__(self, other):
        if not _is_mapping(other):
            return NotImplemented
        result = type(self)()
        result.update(other)
        result.update(self)
        return result

    def __ior__(self, other):
        self.update(other)
        return self

    def clear(self):
        """Remove everything."""
        self.data.clear()

    def get(self, key, default=None):
        """The value for key, or default."""
        try:
            return self[key]
        except KeyError:
            return default

    def pop(self, key, *args):
        """Take out key and return its value, or the default given; KeyError without one."""
        try:
            value = self[key]
        except KeyError:
            if args:
                return args[0]
            raise
        del self[key]
        return value

    def popitem(self):
        """Take out some pair and return it; KeyError when there is none."""
        while True:
            key, value = self._live(self.data.popitem())
            if key is not _missing and value is not None:
                return key, value

    def setdefault(self, key, default=None):
        """The value for key; if there is none, default becomes it."""
        try:
            return self[key]
        except KeyError:
            self[key] = default
            return default


class WeakValueDictionary(_WeakDictionary):
    """A mapping whose entries go when their values do."""

    def __init__(self, other=(), /, **kw):
        self_ref = ref(self)

        def remove(dead):
            self = self_ref()
            if self is not None and self.data.get(dead.key) is dead:
                del self.data[dead.key]

        self._remove = remove
        self.data = {}
        self.update(other, **kw)

    def _live(self, pair):
        return pair[0], pair[1]()

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        del self.data[key]

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        r = self.data.get(key)
        return r is not None and r() is not None

    def copy(self):
        """A new dictionary with the same entries."""
        new = WeakValueDictionary()
        for key, value in self.items():
            new[key] = value
        return new

    def __deepcopy__(self, memo):
        from copy import deepcopy
        new = self.__class__()
        for key, value in self.items():
            new[deepcopy(key, memo)] = value
        return new

    def items(self):
        """The pairs whose value is alive."""
        for key, r in list(self.data.items()):
            value = r()
            if value is not None:
                yield key, value

    def keys(self):
        """The keys whose value is alive."""
        for key, r in list(self.data.items()):
            if r() is not None:
                yield key

    def values(self):
        """The values alive."""
        for r in list(self.data.values()):
            value = r()
            if value is not None:
                yield value

    def itervaluerefs(self):
        """The weak references to the values, one at a time."""
        yield from list(self.data.values())

    def valuerefs(self):
        """A list of the weak references to the values."""
        return list(self.data.values())

    def update(self, other=None, /, **kw):
        """Enter the pairs of a mapping or iterable, and the keywords."""
        for key, value in _pairs(other) if other is not None else ():
            self[key] = value
        for key, value in kw.items():
            self[key] = value


class WeakKeyDictionary(_WeakDictionary):
    """A mapping whose entries go when their keys do."""

    def __init__(self, dict=None):
        self_ref = ref(self)

        def remove(dead):
            self = self_ref()
            if self is not None:
                self.data.pop(dead, None)

        self._remove = remove
        self.data = {}
        if dict is not None:
            self.update(dict)

    def _live(self, pair):
        key = pair[0]()
        return _missing if key is None else key, pair[1]

    def popitem(self):
        """Take out some pair and return it; KeyError when there is none."""
        while True:
            r, value = self.data.popitem()
            key = r()
            if key is not None:
                return key, value

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        try:
            r = ref(key)
        except TypeError:
            return False
        return r in self.data

    def get(self, key, default=None):
        """The value for key, or default."""
        return self.data.get(ref(key), default)

    def pop(self, key, *args):
        """Take out key and return its value, or the default given; KeyError without one."""
        return self.data.pop(ref(key), *args)

    def setdefault(self, key, default=None):
        """The value for key; if there is none, default becomes it."""
        return self.data.setdefault(ref(key, self._remove), default)

    def copy(self):
        """A new dictionary with the same entries."""
        new = WeakKeyDictionary()
        for key, value in self.items():
            new[key] = value
        return new

    def __deepcopy__(self, memo):
        from copy import deepcopy
        new = self.__class__()
        for key, value in self.items():
            new[key] = deepcopy(value, memo)
        return new

    def items(self):
        """The pairs whose key is alive."""
        for r, value in list(self.data.items()):
            key = r()
            if key is not None:
                yield key, value

    def keys(self):
        """The keys alive."""
        for r in list(self.data):
            key = r()
            if key is not None:
                yield key

    def values(self):
        """The values whose key is alive."""
        for r, value in list(self.data.items()):
            if r() is not None:
                yield value

    def keyrefs(self):
        """A list of the weak references to the keys."""
        return list(self.data)

    def update(self, dict=None, /, **kwargs):
        """Enter the pairs of a mapping or iterable."""
        for key, value in _pairs(dict) if dict is not None else ():
            self[key] = value
        for key, value in kwargs.items():
            self[key] = value


class WeakSet:
    """A set whose items go when nothing else refers to them."""

    def __init__(self, data=None):
        self_ref = ref(self)

        def remove(dead):
            self = self_ref()
            if self is not None:
                self.data.discard(dead)

        self.data = set()
        self._remove = remove
        if data is not None:
            self.update(data)

    def __iter__(self):
        for r in list(self.data):
            item = r()
            if item is not None:
                yield item

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        try:
            r = ref(item)
        except TypeError:
            return False
        return r in self.data

    def __repr__(self):
        return repr(self.data)

    def __reduce__(self):
        return type(self), (list(self),), self.__getstate__()

    __hash__ = None

    def add(self, item):
        """Put item in."""
        self.data.add(ref(item, self._remove))

    def clear(self):
        """Remove everything."""
        self.data.clear()

    def copy(self):
        """A new set with the same items."""
        return self.__class__(self)

    __copy__ = copy

    def pop(self):
        """Take out some item and return it; KeyError when there is none."""
        while True:
            try:
                r = self.data.pop()
            except KeyError:
                raise KeyError("pop from empty WeakSet") from None
            item = r()
            if item is not None:
                return item

    def remove(self, item):
        """Take item out; KeyError if it is not there."""
        self.data.remove(ref(item))

    def discard(self, item):
        """Take item out if it is there."""
        self.data.discard(ref(item))

    def update(self, other):
        """Put every item of other in."""
        for item in other:
            self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def difference(self, other):
        """A new set of the items that are not in other."""
        result = self.copy()
        result.difference_update(other)
        return result

    __sub__ = difference

    def difference_update(self, other):
        """Take out what is in other."""
        if self is other:
            self.data.clear()
        else:
            self.data.difference_update([ref(item) for item in other])

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def intersection(self, other):
        """A new set of the items that are in both."""
        return self.__class__([item for item in other if item in self])

    __and__ = intersection

    def intersection_update(self, other):
        """Keep only what is in other too."""
        self.data.intersection_update([ref(item) for item in other])

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def issubset(self, other):
        """Is every item in other?"""
        return self.data.issubset([ref(item) for item in other])

    __le__ = issubset

    def __lt__(self, other):
        return self.data < {ref(item) for item in other}

    def issuperset(self, other):
        """Is every item of other in this set?"""
        return self.data.issuperset([ref(item) for item in other])

    __ge__ = issuperset

    def __gt__(self, other):
        return self.data > {ref(item) for item in other}

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self.data == {ref(item) for item in other}

    def symmetric_difference(self, other):
        """A new set of the items that are in one of the two."""
        result = self.copy()
        result.symmetric_difference_update(other)
        return result

    __xor__ = symmetric_difference

    def symmetric_difference_update(self, other):
        """Keep what is in one of the two only."""
        if self is other:
            self.data.clear()
        else:
            self.data.symmetric_difference_update([ref(item, self._remove) for item in other])

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self

    def union(self, other):
        """A new set of the items of both."""
        return self.__class__([item for source in (self, other) for item in source])

    __or__ = union

    def isdisjoint(self, other):
        """Have the two no item in common?"""
        return not any(item in self for item in other)

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


class finalize:
    """Calls func(*args, **kwargs) when obj dies, or at the end of the program; once at most."""

    # All that may still be called, in order of making: the finalizer -> its entry.
    _registry = {}
    _at_exit = False
    __slots__ = ()

    class _Entry:
        __slots__ = "weakref", "func", "args", "kwargs", "atexit"

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._at_exit:
            import atexit
            atexit.register(finalize._exitfunc)
            finalize._at_exit = True
        entry = finalize._Entry()
        entry.weakref = ref(obj, self)
        entry.func = func
        entry.args = args
        entry.kwargs = kwargs or None
        entry.atexit = True
        finalize._registry[self] = entry

    def __call__(self, _=None):
        """Run it now, if it has not run yet, and return what it returns."""
        entry = finalize._registry.pop(self, None)
        if entry is not None:
            return entry.func(*entry.args, **(entry.kwargs or {}))

    def detach(self):
        """Forget it: (obj, func, args, kwargs) if it was alive, else None."""
        entry = finalize._registry.get(self)
        obj = entry and entry.weakref()
        if obj is not None and finalize._registry.pop(self, None):
            return obj, entry.func, entry.args, entry.kwargs or {}

    def peek(self):
        """(obj, func, args, kwargs) if it is alive, else None."""
        entry = finalize._registry.get(self)
        obj = entry and entry.weakref()
        if obj is not None:
            return obj, entry.func, entry.args, entry.kwargs or {}

    @property
    def alive(self):
        """Can it still be called?"""
        return self in finalize._registry

    @property
    def atexit(self):
        """Is it called at the end of the program?"""
        entry = finalize._registry.get(self)
        return bool(entry) and entry.atexit

    @atexit.setter
    def atexit(self, value):
        entry = finalize._registry.get(self)
        if entry:
            entry.atexit = bool(value)

    def __repr__(self):
        entry = finalize._registry.get(self)
        obj = entry and entry.weakref()
        if obj is None:
            return f"<{type(self).__name__} object at {id(self):#x}; dead>"
        return (f"<{type(self).__name__} object at {id(self):#x}; "
                f"for {type(obj).__name__!r} at {id(obj):#x}>")

    @classmethod
    def _exitfunc(cls):
        import sys
        while True:
            left = [f for f, entry in cls._registry.items() if entry.atexit]
            if not left:
                return
            for f in reversed(left):
                try:
                    f()
                except Exception:
                    sys.excepthook(*sys.exc_info())


def _abstract(name):
    return getattr(_collections_abc, name, None) or getattr(_collections_abc, "_" + name)


_MutableMapping = _abstract("MutableMapping")
_MutableMapping.register(_WeakDictionary)
_abstract("MutableSet").register(WeakSet)
