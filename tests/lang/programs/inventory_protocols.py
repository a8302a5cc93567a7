"""An inventory with abstract classes, protocols, named tuples, generics and typed dictionaries."""
from __future__ import annotations

import abc
import copy
import typing
from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence, Sized
from typing import Any, ClassVar, Final, Generic, Literal, NamedTuple, NewType, Protocol, TypedDict, TypeVar, overload, runtime_checkable

T = TypeVar("T")
K = TypeVar("K", bound="Item")
Sku = NewType("Sku", str)


class Size(NamedTuple):
    """Width, height and depth."""
    width: float
    height: float
    depth: float = 1.0

    @property
    def volume(self) -> float:
        return self.width * self.height * self.depth

    def __add__(self, other):
        return Size(*(a + b for a, b in zip(self, other)))


@runtime_checkable
class Priced(Protocol):
    def price(self, quantity: int) -> float: ...


@runtime_checkable
class Named(Protocol):
    name: str


class Item(abc.ABC):
    tax: ClassVar[float] = 0.2
    registry: ClassVar[dict[str, type[Item]]] = {}

    def __init__(self, sku: Sku, name: str, size: Size = Size(1, 1)):
        self.sku, self.name, self.size = sku, name, size

    def __init_subclass__(cls, /, code: str = "", **kwargs):
        super().__init_subclass__(**kwargs)
        if code:
            Item.registry[code] = cls
            cls.code = code

    @abc.abstractmethod
    def price(self, quantity: int) -> float:
        """Net price of so many."""
        return 0.0

    @property
    @abc.abstractmethod
    def kind(self) -> str: ...

    def gross(self, quantity=1):
        return round(self.price(quantity) * (1 + self.tax), 2)

    def __repr__(self):
        return f"{self.__class__.__name__}({self.sku!r})"


class Simple(Item, code="S"):
    kind = "simple"
    unit = 2.5

    def price(self, quantity):
        return super().price(quantity) + self.unit * quantity


class Bulk(Simple, code="B"):
    kind = "bulk"
    steps: Final = ((100, 0.5), (10, 0.8), (0, 1))

    def price(self, quantity):
        factor = next(f for least, f in self.steps if quantity >= least)
        return super().price(quantity) * factor


class Broken(Item):
    def price(self, quantity):
        return 1


class Service:
    def price(self, quantity):
        return 99.0


@Item.register
class Legacy:
    name = "legacy"


class Stock(MutableMapping[str, int], Generic[K]):
    def __init__(self, *items: K, **counts: int):
        self._items: dict[str, K] = {i.sku: i for i in items}
        self._counts: dict[str, int] = {}
        self.update(counts)

    def __getitem__(self, sku):
        return self._counts[sku]

    def __setitem__(self, sku, count):
        if sku not in self._items:
            raise KeyError(f"no item {sku}")
        if count < 0:
            raise ValueError(f"{sku} would be {count}")
        self._counts[sku] = count

    def __delitem__(self, sku):
        del self._counts[sku]

    def __iter__(self):
        return iter(sorted(self._counts))

    def __len__(self):
        return len(self._counts)

    def value(self):
        return sum(self._items[sku].gross(n) for sku, n in self.items())


class Countdown(Sequence):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    @overload
    def __getitem__(self, i: int) -> int: ...
    @overload
    def __getitem__(self, i: slice) -> list: ...
    def __getitem__(self, i):
        if isinstance(i, slice):
            return [self[j] for j in range(*i.indices(self.n))]
        if not -self.n <= i < self.n:
            raise IndexError(i)
        return self.n - (i % self.n)


class Order(TypedDict, total=False):
    sku: typing.Required[str]
    quantity: int
    priority: Literal["low", "high"]


a, b, c = Simple(Sku("a1"), "bolt"), Bulk(Sku("b2"), "nut", Size(2, 3, 4)), Bulk("c3", "washer")
stock = Stock(a, b, c, a1=5, c3=120)
print(dict(stock), len(stock), stock.value())
stock.update({"b2": 10})
print(list(stock.items()), stock.pop("a1"), stock.setdefault("a1", 1), stock.get("zz", 0), "c3" in stock, stock == {"a1": 1, "b2": 10, "c3": 120})
print(isinstance(stock, Mapping), isinstance(stock, Sized), isinstance(stock, Sequence), stock.popitem(), sorted(stock.keys() & {"c3", "a1"}))
for call in (lambda: stock["zz"], lambda: stock.__setitem__("zz", 1), lambda: stock.update(b2=-1), lambda: Item("x", "y"), lambda: Broken("x", "y"), lambda: Priced(),
             lambda: Size(1), lambda: Size(1, 2, 3, 4), lambda: Size._make([1]), lambda: b.size._replace(colour=1), lambda: setattr(b.size, "width", 3), lambda: Sequence(),
             lambda: type("Bad", (Item,), {}, colour=1), lambda: stock.pop("zz"), lambda: Countdown(3)[3], lambda: Countdown(3).index(9), lambda: isinstance(3, typing.List[int])):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, "-", e)
print([x.gross(100) for x in (a, b, c)], [x.kind for x in (a, b, c)], Item.registry, Bulk.code)
print([(type(x).__name__, isinstance(x, Priced), isinstance(x, Named), isinstance(x, Item)) for x in (a, Service(), Legacy(), 3)], issubclass(Service, Priced))
print(b.size, b.size.volume, b.size + Size(1, 1), Size(1, 2) == (1, 2, 1.0), Size.__annotations__, Size._fields, Size.__doc__, b.size > a.size)
width, *rest = b.size
print(width, rest, b.size._asdict(), copy.copy(b.size) is b.size, hash(Size(1, 2)) == hash((1, 2, 1.0)), Size(depth=3, width=1, height=2))
down = Countdown(5)
print(list(down), down[1:3], list(reversed(down)), 3 in down, down.index(2), down.count(9), isinstance(down, Iterable), iter(down).__class__.__name__)
print(sorted(Item.__abstractmethods__), sorted(Broken.__abstractmethods__), Simple.__abstractmethods__, abc.get_cache_token() is not None)
order: Order = {"sku": "a1", "quantity": 3}
print(order, Order.__required_keys__, sorted(Order.__optional_keys__), Order(sku="x"), type(order).__name__)
print(typing.get_type_hints(Size), typing.get_type_hints(Simple.__init__)["sku"] is Sku, Sku.__name__, Sku("q"), Stock[Bulk], list[int] | None)
print(T, K, K.__bound__, Stock.__parameters__, typing.get_args(Literal["low", 3]), typing.get_origin(dict[str, int]), typing.Optional[int], typing.Union[int, str, int], typing.Callable[[int], str])


def first(items: Iterable[T], default: T | None = None) -> T | None:
    return next(iter(items), default)


print(first.__annotations__, first([]), first("xy"), typing.cast(int, "no check"), Iterator[int], typing.Annotated[int, "meta"].__metadata__)
