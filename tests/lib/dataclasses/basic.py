# @dataclass: __init__, __repr__, __eq__, defaults, factories, doc, match_args, methods kept.
from dataclasses import *
from typing import ClassVar, List, Optional


@dataclass
class Point:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)
    hidden: str = field(default="h", repr=False, compare=False)
    count: ClassVar[int] = 3

    def norm(self):
        return self.x + self.y


p = Point(1, 2)
print(p, p == Point(1, 2), p == Point(1, 3), p != Point(1, 2), p.norm(), p.hidden, Point.count)
print(Point(1, hidden="other") == Point(1), Point(y=5, x=4), Point.__match_args__)
print(Point.__doc__, Point.__init__.__qualname__, Point.__init__.__annotations__)
print(Point.x if hasattr(Point, "x") else "no x", Point.y, hasattr(Point, "tags"))
a, b = Point(1), Point(1)
a.tags.append("t")
print(a, b, Point.__hash__)
try:
    hash(a)
except TypeError as e:
    print(e)
for f in [lambda: Point(), lambda: Point(1, 2, 3, 4, 5), lambda: Point(1, z=3), lambda: Point(1, x=1), lambda: p < p]:
    try:
        f()
    except TypeError as e:
        print(e)
match Point(3, 4):
    case Point(x, y):
        print("matched", x, y)
match Point(3, 4):
    case Point(x=3, hidden=h):
        print("matched", h)


@dataclass
class Empty:
    pass


print(Empty(), Empty() == Empty(), Empty.__doc__)


@dataclass()
class Custom:
    """Own doc."""
    a: int

    def __repr__(self):
        return "custom"

    def __eq__(self, other):
        return "eq"


print(Custom(1), Custom(1) == 3, Custom.__doc__)


@dataclass(init=False, repr=False, eq=False)
class Bare:
    """Doc."""
    a: int = 5

    def __init__(self, q):
        self.q = q


print(Bare(3).q, Bare(3).a, Bare(3) == Bare(3), Bare.__doc__)


@dataclass
class Post:
    a: int
    b: InitVar[int]
    c: int = field(init=False)
    d: InitVar[Optional[int]] = None
    e: int = field(default=9, init=False)
    f: list = field(default_factory=lambda: [1], init=False)

    def __post_init__(self, b, d):
        self.c = self.a + b
        print("post", b, d)


print(Post(1, 2), Post(1, 2, 3), Post.__doc__)


@dataclass
class Node:
    value: int
    next: "Optional[Node]" = None
    children: List["Node"] = field(default_factory=list)


n = Node(1)
n.next = n
print(n)
n2 = Node(2, children=[n])
print(n2, Node.__doc__)
print([(f.name, f.type, f.init, f.repr, f.compare, f.kw_only) for f in fields(Node)])
print(repr(fields(p)[1]).split("object")[0])
print(Point.__dataclass_params__, is_dataclass(Point), is_dataclass(p), is_dataclass(3), is_dataclass(int))


@dataclass
class Meta:
    a: int = field(metadata={"unit": "m"}, default=1)


print(fields(Meta)[0].metadata["unit"], fields(Meta)[0].metadata, len(fields(Meta)[0].metadata))


def local():
    @dataclass
    class Inner:
        a: int
    return Inner


print(local()(1), local().__init__.__qualname__)
