# get_type_hints of functions, classes and modules; ForwardRef; Annotated; no_type_check.
import sys
from typing import *


class Node:
    next: "Optional[Node]"
    items: "list[Node]"
    flag: ClassVar[int] = 3
    other: "ClassVar[str]"


class Child(Node):
    extra: Annotated["Node", "meta"]
    fin: Final[int] = 3


print(get_type_hints(Node))
print(get_type_hints(Child))
print(get_type_hints(Child, include_extras=True))


def f(a: "Node", b: Annotated[int, 1] = 3, *args: str, **kw: "int") -> "List[Node]":
    local: int = 3


print(get_type_hints(f), get_type_hints(f, include_extras=True)["b"])
print(get_type_hints(lambda: 3), get_type_hints(len))


@no_type_check
def g(a: "nonsense here"):
    pass


print(get_type_hints(g), g.__no_type_check__)
try:
    get_type_hints(5)
except TypeError as e:
    print(e)


def h(a: "Missing"):
    pass


try:
    get_type_hints(h)
except NameError as e:
    print(e)
print(get_type_hints(h, {"Missing": int}), get_type_hints(h, None, {"Missing": str}))
print(repr(ForwardRef("Node")), ForwardRef("x") == ForwardRef("x"), List["Node"])
try:
    ForwardRef("a b")
except SyntaxError as e:
    print(e)
print(get_origin(Annotated[int, 1]) is Annotated, get_args(Annotated[int, 1, "x"]))
print(get_args(Callable[[int, str], bool]), get_args(Callable[..., int]), get_origin(Callable[[], int]))
print(get_origin(Union[int, str]) is Union, get_args(Union[int, Optional[str]]), get_args(int), get_origin(int))
print(get_origin(list[int]), get_args(dict[str, int]), get_origin(int | str), get_args(int | str))
print(get_args(Literal[1, Literal["a", 2]]), get_origin(Generic[TypeVar("T")]), get_args(Tuple[()]), Tuple[()])
print(is_typeddict(dict), is_typeddict(TypedDict("D", {"a": int})), cast("int", "x"))
x: int
print(get_type_hints(sys.modules["__main__"]))


@final
class Last:
    @final
    def m(self):
        pass


print(Last.__final__, Last.m.__final__)
try:
    print(reveal_type(5), assert_type(5, int))
except Exception as e:
    print(e)
