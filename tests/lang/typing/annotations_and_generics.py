from __future__ import annotations
from typing import *
import typing
from abc import ABC, abstractmethod
print(List[int], Optional[int], Union[int, str, None], Dict[str, List[int]], Callable[[int], str], Callable[..., int], Callable[[], None])
print(Tuple[int, ...], Tuple[()], Literal["a", 1], Final[int], ClassVar[int], Type[int], Any, NoReturn, Annotated[int, "x"])
T = TypeVar("T"); K = TypeVar("K", bound=int); print(T, K, T.__name__, K.__bound__)
class Stack(Generic[T]):
    def __init__(self) -> None: self.items: List[T] = []
    def push(self, x: T) -> None: self.items.append(x)
    def pop(self) -> T: return self.items.pop()
s = Stack[int](); s.push(3); print(s.pop(), Stack[int], type(s).__name__, Stack.__parameters__, Stack.__orig_bases__)
class Pt(NamedTuple):
    x: int
    y: int = 0
    def norm(self): return self.x + self.y
p = Pt(1); print(p, p.norm(), p._replace(y=5), p == (1, 0), Pt._fields, p._asdict())
@runtime_checkable
class Q(Protocol):
    def quack(self) -> str: ...
class Duck:
    def quack(self): return "q"
print(isinstance(Duck(), Q), isinstance(3, Q))
print(isinstance([], Iterable), isinstance(3, Iterable), isinstance({}, Mapping), isinstance([], Sequence), isinstance(len, Callable), isinstance([], List))
def f(a: int, b: "str" = "x", *c: Optional[int]) -> List[int]: ...
print(get_type_hints(f)); print(f.__annotations__)
class MD(TypedDict): a: int
print(MD(a=1), MD.__annotations__)
U = NewType("U", int); print(U(5), U)
print(cast(int, "x"), get_args(Dict[str, int]), get_origin(List[int]), TYPE_CHECKING)
print(int | None, int | str, list[int] | None, Optional[int] | str, (int | None) == (None | int), hash(int|str)==hash(str|int), (int|str).__args__, isinstance(3, int | str), type(int|str), type(list[int]), int|int, List[int] | None)
try: isinstance(3, List[int])
except TypeError as e: print(e)
try: 1 | int
except TypeError as e: print(e)
try: List()
except TypeError as e: print(e)
try: Q()
except TypeError as e: print(e)
class Shape(ABC):
    @property
    @abstractmethod
    def area(self): ...
    @classmethod
    @abstractmethod
    def mk(cls): ...
try: Shape()
except TypeError as e: print(e)
@Shape.register
class Sq: pass
print(issubclass(Sq, Shape), isinstance(Sq(), Shape), isinstance(3, Shape), repr(Shape), type(Shape))
class MyL(List[int]): pass
print(MyL([1]), MyL.__mro__, MyL.__bases__)
class Pair(Generic[T, K]): pass
print(Pair[int, str], Pair[T, int][str])
try: Pair[int]
except TypeError as e: print(e)
@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x): return x
print(g(1))
print(List[T][int], Dict[str, T][int], Optional["Foo"], typing.Iterable, List, Union, Optional)
class Node: 
    nxt: Optional[Node]
    val: int = 0
print(get_type_hints(Node), Node.__annotations__)
print(Iterator[int], Generator[int, None, None], Self, AnyStr, Mapping[str, int])
import __future__; print(__future__.annotations)
