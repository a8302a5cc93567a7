# Recursion, saferepr, isreadable, isrecursive, subclasses, dataclasses, own reprs, overriding format().
from dataclasses import dataclass, field
from pprint import *

loop = [1, 2]
loop.append(loop)
print(isrecursive(loop), isreadable(loop), isreadable([1, "a", None]), isreadable(object()), isrecursive([]))
print(saferepr(loop).replace(str(id(loop)), "ID"), saferepr({2: 1, 1: 2}), saferepr((1,)))
print(pformat(loop).replace(str(id(loop)), "ID"))
d = {"a": {}}
d["a"]["d"] = d
print(pformat(d, width=20).replace(str(id(d)), "ID"))


class MyList(list):
    pass


class Shown(dict):
    def __repr__(self):
        return "<shown " + "x" * 60 + ">"


class Plain:
    def __repr__(self):
        return "Plain(" + "y" * 50 + ")"


pprint(MyList("abcdefghij" * 3), width=60, compact=True)
pprint([Shown(a=1), Plain(), MyList([1])], width=40)


@dataclass
class Point:
    x: int
    label: str = "some label text"
    items: list = field(default_factory=lambda: list(range(12)))
    hidden: int = field(default=1, repr=False)


pprint(Point(1), width=40)
pprint([Point(1, "a", []), Point(2)], width=40)
pprint({"p": Point(1)}, width=60)


@dataclass
class Own:
    a: str

    def __repr__(self):
        return "Own" + "!" * 60


pprint(Own("a"), width=20)


@dataclass
class Tree:
    value: str
    child: "Tree" = None


t = Tree("root" * 10)
t.child = t
pprint(t, width=30)


class Upper(PrettyPrinter):
    def format(self, object, context, maxlevels, level):
        if isinstance(object, str):
            return object.upper(), True, False
        return super().format(object, context, maxlevels, level)


Upper(width=20).pprint(["abc", {"def": "ghi", "longer": "value here"}])
p = PrettyPrinter()
print(p.isreadable([1]), p.isrecursive(loop), p.pformat([3, 1]), p.format([1], {}, 0, 0))


class Odd:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"Odd{self.n}"

    def __hash__(self):
        return self.n

    def __eq__(self, other):
        return self is other


print(pformat({2: "b", "s": 1, 1.5: "c"}))
print(pformat({3: 1, "x": {True: 0, 2: 3}}, width=5))
