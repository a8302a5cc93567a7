# Endless recursion, by every road there is: a RecursionError each time, and the program goes on.
import sys

log = []


def attempt(name, f):
    try:
        f()
        print(name, "no error")
    except RecursionError as e:
        print(name, type(e).__name__, str(e).startswith("maximum recursion depth exceeded"))


def plain():
    return plain()


def one():
    return two()


def two():
    return [one()][0]


class Attr:
    def __getattr__(self, name):
        return getattr(self, name + "_")


class Attribute:
    def __getattribute__(self, name):
        return self.other


class Eq:
    def __eq__(self, other):
        return self == other

    __hash__ = None


class Add:
    def __add__(self, other):
        return self + other

    def __radd__(self, other):
        return other + self


class Repr:
    def __repr__(self):
        return repr(self)


class Str:
    def __str__(self):
        return f"{self}"


class Hash:
    def __hash__(self):
        return hash(self)


class Call:
    def __call__(self):
        return self()


class Item:
    def __getitem__(self, key):
        return self[key]

    def __contains__(self, key):
        return key in self

    def __len__(self):
        return len(self)

    def __bool__(self):
        return not self


class Iter:
    def __iter__(self):
        return iter(list(self))


class Less:
    def __lt__(self, other):
        return sorted([self, other]) == []


class Init:
    def __init__(self):
        Init()


class New:
    def __new__(cls):
        return cls()


class Prop:
    @property
    def p(self):
        return self.p


class Set:
    def __setattr__(self, name, value):
        setattr(self, name, value)


class Enter:
    def __enter__(self):
        with self:
            pass

    def __exit__(self, *args):
        pass


class Format:
    def __format__(self, spec):
        return format(self, spec)


class Index:
    def __index__(self):
        return [1][self]


class Lookup(type):
    def __instancecheck__(cls, other):
        return isinstance(other, cls)


class Meta(metaclass=Lookup):
    pass


def by_key(x):
    return sorted([x], key=by_key)


def by_map(x):
    return list(map(by_map, [x]))


def by_filter(x):
    return list(filter(by_filter, [x]))


def by_max(x):
    return max([x, x], key=by_max)


def generator():
    yield from generator()


def nested_generator():
    for x in nested_generator():
        yield x


def by_comprehension():
    return [by_comprehension() for _ in range(1)]


def by_lambda():
    f = lambda: f()
    f()


def by_class_body():
    class C:
        x = by_class_body()


def by_finally():
    try:
        by_finally()
    finally:
        log.append(1)


def by_except():
    try:
        by_except()
    except ValueError:
        pass


def by_keywords(*args, **kwargs):
    return by_keywords(*args, **kwargs)


def by_setattr():
    Set().x = 1


def by_match(x):
    match x:
        case Meta():
            pass


for name, f in [
        ("plain", plain), ("mutual", one), ("getattr", lambda: Attr().x), ("getattribute", lambda: Attribute().x),
        ("eq", lambda: Eq() == Eq()), ("list eq", lambda: [Eq()] == [Eq()]), ("add", lambda: Add() + 1),
        ("radd", lambda: 1 + Add()), ("repr", lambda: repr(Repr())), ("list repr", lambda: repr([Repr()])),
        ("str", lambda: str(Str())), ("hash", lambda: hash(Hash())), ("dict key", lambda: {Hash(): 1}),
        ("call", lambda: Call()()), ("getitem", lambda: Item()[0]), ("contains", lambda: 1 in Item()),
        ("len", lambda: len(Item())), ("bool", lambda: bool(Item())), ("iter", lambda: list(Iter())),
        ("sort", lambda: sorted([Less(), Less()])), ("init", Init), ("new", New), ("property", lambda: Prop().p),
        ("setattr", by_setattr), ("with", lambda: Enter().__enter__()), ("format", lambda: format(Format(), "x")),
        ("index", lambda: [1][Index()]), ("isinstance", lambda: isinstance(1, Meta)), ("match", lambda: by_match(1)),
        ("sorted key", lambda: by_key(1)), ("map", lambda: by_map(1)), ("filter", lambda: by_filter(1)),
        ("max", lambda: by_max(1)), ("yield from", lambda: list(generator())), ("for in generator", lambda: list(nested_generator())),
        ("comprehension", by_comprehension), ("lambda", by_lambda), ("class body", by_class_body), ("finally", by_finally),
        ("except", by_except), ("keywords", lambda: by_keywords(1, 2, a=3)), ("eval", lambda: eval("plain()"))]:
    attempt(name, f)


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(depth(900), len(log) > 500)
sys.setrecursionlimit(200)
attempt("lower limit", lambda: depth(300))
sys.setrecursionlimit(5000)
print(depth(4000))
for bad in (0, -1):
    try:
        sys.setrecursionlimit(bad)
    except ValueError as e:
        print("ValueError:", e)
