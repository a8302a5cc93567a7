"""A subclass whose making failed half-way doesn't break the checks of its base."""
import abc


class Item(abc.ABC):
    def __init_subclass__(cls, ok=True):
        if not ok:
            raise ValueError(f"{cls.__name__} refused")
        super().__init_subclass__()


class Child(Item):
    pass


@Item.register
class Legacy:
    pass


kept = []


class Keeping(Item):
    def __init_subclass__(cls):
        kept.append(cls)
        raise KeyError(cls.__name__)


try:
    class Bad(Item, ok=False):
        pass
except ValueError as e:
    print(e)
try:
    class Half(Keeping):
        pass
except KeyError as e:
    print("KeyError", e)
print(isinstance(3, Item), isinstance(Legacy(), Item), isinstance(Child(), Item), issubclass(int, Child))
(half,) = kept
print(issubclass(half, Item), issubclass(half, Keeping), isinstance(3, half), issubclass(str, Keeping))
