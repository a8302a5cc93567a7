print(list[int], dict[str, int], tuple[int, ...], set[str], frozenset[int], list[list[int]], tuple[()], list["T"])
a = dict[str, int]
print(a.__origin__ is dict, a.__args__, a == dict[str, int], a != dict[str, str], hash(a) == hash(dict[str, int]))
print(list[int]("ab"), dict[str, int](x=1), list[int]([1]))
def f(x: list[int], y: "dict[str, int]" = {}) -> tuple[int, str]:
    return x
print(f([1]), f.__annotations__)
class L(list[int]):
    pass
print(L([1, 2]), L.__mro__[1].__name__, issubclass(L, list))
class C:
    pass
print(list[C].__args__[0] is C, list[None])
try:
    isinstance([], list[int])
except TypeError as e:
    print(e)
