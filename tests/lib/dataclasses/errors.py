# What @dataclass refuses.
from dataclasses import *
from typing import ClassVar


def attempt(text):
    space = {"__name__": "__main__"}
    try:
        exec("from dataclasses import *\nfrom typing import ClassVar\nimport dataclasses, typing\n" + text, space)
        print("fine", space.get("out"))
    except Exception as e:
        print(type(e).__name__, e)


attempt("@dataclass\nclass X:\n a: int = 3\n b: str")
attempt("@dataclass\nclass X:\n a: list = []")
attempt("@dataclass\nclass X:\n a: dict = {}")
attempt("@dataclass\nclass X:\n a = field()")
attempt("@dataclass(order=True, eq=False)\nclass X:\n a: int")
attempt("@dataclass(order=True)\nclass X:\n a: int\n def __lt__(s, o): pass")
attempt("@dataclass(order=True)\nclass X:\n a: int\n def __ge__(s, o): pass")
attempt("@dataclass(unsafe_hash=True)\nclass X:\n a: int\n def __hash__(s): pass")
attempt("@dataclass(frozen=True)\nclass X:\n a: int\n@dataclass\nclass Y(X):\n b: int")
attempt("@dataclass\nclass X:\n a: int\n@dataclass(frozen=True)\nclass Y(X):\n b: int")
attempt("@dataclass(slots=True)\nclass X:\n a: int\n __slots__ = ('q',)")
attempt("@dataclass(frozen=True)\nclass X:\n a: int\n def __setattr__(s): pass")
attempt("@dataclass(weakref_slot=True)\nclass X:\n a: int")
attempt("@dataclass\nclass X:\n a: ClassVar[int] = field(default_factory=list)")
attempt("@dataclass\nclass X:\n a: InitVar[int] = field(default_factory=list)")
attempt("@dataclass\nclass X:\n a: ClassVar[int] = field(kw_only=True)")
attempt("@dataclass\nclass X:\n _: KW_ONLY\n b: int\n __: KW_ONLY")
attempt("@dataclass\nclass X:\n a: int = field(init=False)\nX(a=1)")
attempt("@dataclass\nclass X:\n a: int = field(init=False)\nrepr(X())")
attempt("@dataclass\nclass X:\n a: int\n def __init__(self, q): self.q = q\nout = X(1).__dict__")
attempt("@dataclass(bad=1)\nclass X:\n a: int")
attempt("field(1)")
attempt("@dataclass\nclass X:\n self: int\n other: int = 2\nout = X(1).self")
