# asdict, astuple, replace, make_dataclass, fields.
from dataclasses import *


@dataclass
class P:
    x: int
    y: list = field(default_factory=list)


@dataclass
class Q:
    p: P
    more: dict
    pair: tuple = (1, 2)


q = Q(P(1, [P(2), 3]), {"k": P(4), P: [1]}, (P(5), "s"))
print(asdict(q))
print(astuple(q))
d = asdict(q)
d["more"]["k"]["x"] = 9
print(q.more["k"])
print(asdict(P(1), dict_factory=lambda items: [k for k, v in items]), astuple(P(1, [2]), tuple_factory=list))
print(replace(P(1, [2]), x=5), replace(q, pair=None).pair)


def attempt(f):
    try:
        print("got", f())
    except Exception as e:
        print(type(e).__name__, e)


@dataclass
class R:
    a: int
    b: InitVar[int]
    c: int = field(init=False, default=3)


for f in [lambda: replace(R(1, 2), a=3), lambda: replace(R(1, 2), a=3, b=4), lambda: replace(R(1, 2), c=4),
          lambda: replace(P(1), zz=4), lambda: replace(3), lambda: asdict(P), lambda: astuple([]), lambda: fields(3),
          lambda: [f.name for f in fields(P)]]:
    attempt(f)

C = make_dataclass("C", ["x", ("y", int), ("z", int, field(default=5))], namespace={"add": lambda self: self.x + 1})
print(C(1, 2), C(1, 2).add(), C.__name__, fields(C)[0].type, fields(C)[1].type)
D = make_dataclass("D", [("w", int, 7)], bases=(C,), frozen=False, order=True)
print(D(1, 2), D(1, 2) < D(2, 2), issubclass(D, C))
for f in [lambda: make_dataclass("X", ["a", "a"]), lambda: make_dataclass("X", ["for"]),
          lambda: make_dataclass("X", ["1a"]), lambda: make_dataclass("X", [("a",)]),
          lambda: field(default=1, default_factory=list)]:
    attempt(f)
print(repr(InitVar[int]), repr(InitVar[list[int]]))
