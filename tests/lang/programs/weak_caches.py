"""Observers, weak caches and copies: weakref, gc, copy, __del__, context of object lifetimes."""
import copy
import gc
import sys
import weakref
from collections import UserDict, UserList, UserString
from contextlib import contextmanager
from types import MappingProxyType, MethodType, SimpleNamespace
from weakref import WeakKeyDictionary, WeakMethod, WeakSet, WeakValueDictionary, finalize, proxy, ref


class Image:
    loaded = 0

    def __init__(self, name):
        self.name = name
        Image.loaded += 1

    def __repr__(self):
        return f"Image({self.name!r})"

    def show(self):
        return f"showing {self.name}"


class ImageCache:
    def __init__(self):
        self._images = WeakValueDictionary()

    def get(self, name):
        image = self._images.get(name)
        if image is None:
            image = self._images[name] = Image(name)
        return image


class Signal:
    """Calls bound methods of listeners without keeping the listeners alive."""

    def __init__(self):
        self.listeners = []

    def connect(self, function):
        make = WeakMethod if isinstance(function, MethodType) else ref
        self.listeners.append(make(function))
        return function

    def emit(self, *args):
        calls = [target for r in self.listeners if (target := r()) is not None]
        return [function(*args) for function in calls]


class Node:
    """A tree whose children know their parent weakly."""

    def __init__(self, name, *children):
        self.name, self.children, self._parent = name, [], None
        for child in children:
            self.add(child)

    def add(self, child):
        self.children.append(child)
        child._parent = ref(self)

    @property
    def parent(self):
        return self._parent and self._parent()

    @property
    def path(self):
        return (self.parent.path + "/" if self.parent else "") + self.name

    def __copy__(self):
        return Node(self.name)

    def __deepcopy__(self, memo):
        clone = memo[id(self)] = Node(self.name.upper())
        for child in self.children:
            clone.add(copy.deepcopy(child, memo))
        return clone


cache = ImageCache()
a, b, c = cache.get("x"), cache.get("x"), cache.get("y")
print(a is b, Image.loaded, sorted(cache._images), len(cache._images), "x" in cache._images, cache._images.pop("y"))
signal = Signal()
signal.connect(a.show)
signal.connect(c.show)


@signal.connect
def plain(*args):
    return args


print([f() is not None for f in signal.listeners], signal.listeners[0]() == a.show)
leaf = Node("leaf")
root = Node("root", Node("left", leaf), Node("right"))
print(leaf.path, leaf.parent.parent is root, root.parent)
deep = copy.deepcopy(root)
print(deep.children[0].children[0].path, copy.copy(root).children, deep.children[0].parent is deep)

r = ref(a)
p = proxy(a)
print(r() is a, r == ref(a), r is ref(a), hash(r) == hash(a), p.name, p.show(), isinstance(p, Image), type(p).__name__, type(r).__name__)
p.name = "renamed"
print(a.name, weakref.getweakrefcount(a) >= 2, len(weakref.getweakrefs(a)) >= 2)
keys = WeakKeyDictionary({a: "meta a", c: "meta c"})
print(keys[a], sorted(keys.values()), len(keys), keys.get(root, "none"), c in keys)
seen = WeakSet([a, c])
seen.add(a)
print(len(seen), a in seen, root in seen, seen == WeakSet([c, a]), len(seen | {root}), seen.isdisjoint([root]))
seen.discard(c)
print([i.name for i in seen])

log = []
f = finalize(leaf, log.append, "leaf gone")
print(f.alive, f.detach()[1:3] == (log.append, ("leaf gone",)), f.alive, f(), log)
g = finalize(root, log.append, "called by hand")
print(g(), g(), log, g.alive)
for call in (lambda: ref(3), lambda: ref("text"), lambda: ref([]), lambda: proxy(None), lambda: WeakValueDictionary({1: 2}), lambda: {p: 1}, lambda: WeakMethod(plain), lambda: WeakSet([1]), lambda: keys["text"], lambda: keys[Image("q")].x, lambda: cache._images["zz"]):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, str(e).split(" at 0x")[0].split("<__main__")[0])


def scenario():
    """What goes away does so by the time of a collection."""
    class Temporary:
        def __init__(self, n):
            self.n, self.me = n, self

        def __del__(self):
            deleted.append(self.n)

    deleted, called = [], []
    refs = [ref(Temporary(n), lambda r: called.append(1)) for n in range(20)]
    Temporary = None
    for _ in range(2):
        gc.collect()
    gone = sum(r() is None for r in refs)
    return gone >= 18, len(called) == gone, len(deleted) == gone, sorted(set(deleted)) == sorted(deleted)


print(scenario())


class Slotted:
    __slots__ = ("x", "__weakref__")


class NoWeak:
    __slots__ = ("x",)


s = Slotted()
print(ref(s)() is s)
try:
    ref(NoWeak())
except TypeError as e:
    print(e)


class Settings(UserDict):
    def __missing__(self, key):
        return f"<no {key}>"

    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


class Upper(UserString):
    def shout(self):
        return self.__class__(self.data.upper() + "!")


class Sorted(UserList):
    def append(self, item):
        super().append(item)
        self.data.sort()


settings = Settings({"A": 1}, B=2)
settings |= {"C": 3}
print(settings, settings["zz"], "a" in settings, settings.get("q"), settings.copy() == settings, type(settings | {"D": 1}).__name__)
items = Sorted([3, 1])
items.append(2)
print(items, items[1:], type(items[1:]).__name__, items + [9], items * 2, Upper("quiet").shout() + "?", type(Upper("a") + "b").__name__, sorted(Upper("cab")))
nested = {"list": [1, [2]], "tuple": (1, [2]), "set": {1}, "ns": SimpleNamespace(a=[1])}
shallow, full = copy.copy(nested), copy.deepcopy(nested)
nested["list"][1].append(3)
nested["tuple"][1].append(3)
nested["ns"].a.append(2)
print(shallow["list"], full["list"], full["tuple"], shallow["ns"], full["ns"])
loop = [1]
loop.append(loop)
twin = copy.deepcopy(loop)
print(twin[1] is twin, twin, copy.copy((1, 2)) == (1, 2), copy.deepcopy(len) is len)


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __reduce__(self):
        return type(self), (self.x, self.y), {"extra": "kept"}

    def __eq__(self, other):
        return vars(self) == vars(other)

    __hash__ = None


q = copy.copy(Point(1, [2]))
print(vars(q), q == Point(1, [2]), q.extra)
try:
    hash(q)
except TypeError as e:
    print(e)
view = MappingProxyType(nested)
try:
    view["x"] = 1
except TypeError as e:
    print(e)
print(len(view), view["set"], list(view)[:2], sys.getsizeof([]) > 0)
