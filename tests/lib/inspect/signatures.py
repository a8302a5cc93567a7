# signature() of functions, classes, methods, instances, wrapped functions, builtins; str() and reprs.
import inspect
from dataclasses import dataclass, field
from inspect import Parameter, Signature, signature
from typing import Any, List, Optional


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e).split(" at 0x")[0])


def plain(a, b=1, /, c: int = 2, *args: str, d, e: "text" = None, **kw: List[int]) -> Optional[str]:
    pass


def nothing():
    pass


def only(*, a, b=2):
    pass


def rest(a, *rest):
    pass


class C:
    def __init__(self, x: int, *, y="s"):
        pass

    def method(self, q: "C") -> "C":
        pass

    @classmethod
    def cm(cls, z=None):
        pass

    @staticmethod
    def sm(w):
        pass

    def __call__(self, call_arg):
        pass


class New:
    def __new__(cls, n, m=3):
        pass


class Meta(type):
    def __call__(cls, *args, meta=1):
        pass


class WithMeta(metaclass=Meta):
    pass


class Empty:
    pass


class Sub(C):
    pass


@dataclass
class Data:
    a: int
    b: List[str] = field(default_factory=list)
    c: Any = None


def wrapper(*args, **kwargs):
    return plain(*args, **kwargs)


wrapper.__wrapped__ = plain


def signed():
    pass


signed.__signature__ = Signature([Parameter("own", Parameter.KEYWORD_ONLY)])
for f in (plain, nothing, only, rest, lambda x, y=(1, 2): x, C, C.method, C(1).method, C.cm, C.sm, C(1), New, WithMeta,
          Empty, Sub, Data, wrapper, signed, len, sorted, [].append, list.append, "".split, object):
    attempt(lambda: signature(f))
attempt(lambda: signature(wrapper, follow_wrapped=False))
for bad in (5, "x", max, dict, int, type):
    attempt(lambda: signature(bad))
sig = signature(plain)
print(repr(sig))
for p in sig.parameters.values():
    print(p, repr(p), p.name, p.kind, repr(p.kind), p.kind.description, p.default is p.empty, p.annotation is p.empty)
print(sig.return_annotation, list(sig.parameters), sig == signature(plain), sig == signature(only))
print(hash(signature(only)) == hash(signature(only)))
print(sig.replace(return_annotation=int), sig.replace(parameters=[]))
p = sig.parameters["c"]
print(p.replace(name="other"), p.replace(default=p.empty), p.replace(annotation=p.empty), p == p.replace())
for make in (lambda: Parameter("a b", Parameter.KEYWORD_ONLY), lambda: Parameter("a", 9),
             lambda: Parameter("a", Parameter.VAR_POSITIONAL, default=1), lambda: Parameter("for", 1),
             lambda: Parameter(5, 1),
             lambda: Signature([Parameter("a", 3), Parameter("b", 1)]),
             lambda: Signature([Parameter("a", 1), Parameter("a", 1)]),
             lambda: Signature([Parameter("a", 1, default=1), Parameter("b", 1)]),
             lambda: Signature([Parameter("a", 0), Parameter("b", 3)], return_annotation=int)):
    attempt(make)
print(Signature(), inspect.formatannotation(List[int]), inspect.formatannotation(Data), inspect.formatannotation("x"))


def hinted(a: "int", b: "List[Data]" = 3) -> "None":
    pass


print(signature(hinted), signature(hinted, eval_str=True))
print(inspect.get_annotations(hinted), inspect.get_annotations(hinted, eval_str=True))


@dataclass(init=False)
class Bare:
    a: int = 5

    def __init__(self, q):
        pass


print(Bare.__doc__)
