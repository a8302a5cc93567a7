# A tour of typing: generics, variables, protocols, records, hints, errors.
from typing import *
Ts=TypeVarTuple("Ts"); T=TypeVar("T")
class Arr(Generic[T, *Ts]): pass
print(Arr[int,str,float], Arr[int], Ts, Unpack[Ts], Arr.__parameters__)
try: Arr[()]
except TypeError as e: print(e)
class A2(Generic[Unpack[Ts]]): pass
print(A2[int,str], Tuple[int, Unpack[Ts]], Tuple[int,*Ts][str,bytes])
P=ParamSpec("P")
print(P.args,P.kwargs, Callable[P,int], Callable[Concatenate[int,P],T], T.__module__)
UserId=NewType("UserId",int); print(UserId, UserId(5), UserId.__supertype__)
print(isinstance(b"", SupportsBytes), isinstance(3, SupportsRound), isinstance(3,SupportsComplex), IO[str], TextIO)
class NT(NamedTuple):
    a:int
    b:str="x"
print(NT(1), NT._fields, NT.__annotations__, NT(1)._replace(a=3), NT.__module__)
E2=NamedTuple("E2",[("x",int)]); print(E2(3), E2.__module__)
class TD(TypedDict, total=False):
    a: Required[int]
    b: str
print(TD(a=1), TD.__required_keys__, TD.__optional_keys__, TD.__total__)
@runtime_checkable
class Pr(Protocol):
    def f(self): ...
class X:
    def f(self): pass
print(isinstance(X(),Pr), isinstance(3,Pr))
def fn(a:"int", b:Optional[str]=None)->"List[int]": pass
print(get_type_hints(fn), get_args(Dict[str,int]), get_origin(List[int]))
@overload
def ov(a:int)->int: ...
@overload
def ov(a:str)->str: ...
def ov(a): return a
print(len(get_overloads(ov)), Literal[1,"a"], Annotated[int,5], get_type_hints(fn, include_extras=True))
@dataclass_transform()
def dd(c): return c
print(dd.__dataclass_transform__)
print(Union[int,str]|None, Optional[int], Union[int,None], ClassVar[int], Final[int], Type[int], Self, Never, LiteralString)
for f in [lambda: T(), lambda: Union[()], lambda: List[int,str], lambda: Optional[1], lambda: Generic[int], lambda: Any(), lambda: isinstance(3,Any), lambda: isinstance([],List[int]), lambda: Pr(), lambda: Literal, lambda: issubclass(int,Pr), lambda: TypeVar("x",int), lambda: assert_never(3), lambda: Dict[int], lambda: Callable[int], lambda: ClassVar[ClassVar[int]], lambda:isinstance([],List), lambda: List(), lambda: cast(int,"x"), lambda: Annotated[int], lambda: Union[int,str][int], lambda: NT(), lambda: NewType("X",int)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
