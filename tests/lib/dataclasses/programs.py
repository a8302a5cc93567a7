# Programs with enums, data classes, abstract classes, warnings and typing together.
import copy, enum, dataclasses, typing, abc, warnings, traceback, sys, functools
class C(enum.Enum):
    A=1; B=2
    @enum.property
    def nice(self): return self.name.lower()
print(copy.copy(C.A) is C.A, copy.deepcopy({"x":[C.A]})["x"][0] is C.A, C.A.nice)
try: C.nice
except AttributeError as e: print(e)
@dataclasses.dataclass(frozen=True, slots=True)
class P:
    x:int
    y:list=dataclasses.field(default_factory=list)
p=P(1,[2]); q=copy.deepcopy(p); print(q, q==p, q.y is p.y, copy.copy(p))
@dataclasses.dataclass
class Q:
    a:int
    b:"Q|None"=None
    @functools.cached_property
    def c(self): return self.a*2
print(copy.deepcopy(Q(1,Q(2))), Q(3).c)
@functools.total_ordering
@dataclasses.dataclass(eq=True)
class T:
    v:int
    def __lt__(self,o): return self.v<o.v
print(T(1)<=T(2), max(T(1),T(5)))
class Plugin(abc.ABC):
    registry={}
    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw); Plugin.registry[cls.__name__]=cls
    @abc.abstractmethod
    def run(self): ...
class X(Plugin):
    def run(self): return "x"
print(Plugin.registry, X().run())
def deprecated(msg):
    def deco(f):
        @functools.wraps(f)
        def w(*a,**k):
            warnings.warn(f"{f.__name__} is deprecated: {msg}", DeprecationWarning, stacklevel=2)
            return f(*a,**k)
        return w
    return deco
@deprecated("use g")
def f(): return 1
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    f(); f()
    print([str(x.message) for x in w], w[0].lineno)
class Status(enum.IntFlag):
    OK=enum.auto(); BAD=enum.auto()
print(Status.OK|Status.BAD, Status(3), {s.name:s.value for s in Status}, Status.OK in Status(3))
class HTTP(enum.IntEnum):
    def __new__(cls, value, phrase):
        o=int.__new__(cls,value); o._value_=value; o.phrase=phrase; return o
    OK=200,"OK"; NF=404,"Not Found"
print(HTTP(404).phrase, HTTP.OK==200, list(HTTP), HTTP.NF.name, sorted(HTTP, reverse=True), f"{HTTP.OK}", f"{HTTP.OK:>6}", "%d"%HTTP.OK)
def tb():
    try: {}['k']
    except KeyError as e: return traceback.format_exc().replace(__file__,"F")
print(tb())
@typing.runtime_checkable
class HasLen(typing.Protocol):
    def __len__(self)->int: ...
print(isinstance([],HasLen), isinstance(3,HasLen))
Stack=typing.TypeVar("Stack")
class Box(typing.Generic[Stack]):
    def __init__(self, v:Stack): self.v=v
print(Box[int](3).v, Box[int], typing.get_type_hints(Box.__init__))
class Weekday(enum.Enum):
    MON="m"; TUE="t"
    def __str__(self): return self.value
    @classmethod
    def default(cls): return cls.MON
print(Weekday.default(), f"{Weekday.TUE}", repr(Weekday.TUE), Weekday["MON"], Weekday("t"))
print(enum.Enum("Dyn",{"X":1,"Y":2}).X, [*enum.Enum("Dyn","P Q", start=5)])
class Op(enum.Enum):
    ADD=enum.member(lambda a,b:a+b)
    def __call__(self,*a): return self.value(*a)
print(Op.ADD(1,2))
class Coord(bytes, enum.Enum):
    def __new__(cls, value, label):
        o=bytes.__new__(cls,[value]); o._value_=value; o.label=label; return o
    PX=(0,"P.X"); PY=(1,"P.Y")
print(Coord.PY, Coord.PX.label, Coord(1))
