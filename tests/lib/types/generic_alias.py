import copy
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(list[int].__parameters__, list[int].__args__, list[int].__origin__); t(lambda: list[int][str])
from typing import TypeVar
T, U = TypeVar("T"), TypeVar("U")
A = dict[str, T]; print(A, A.__parameters__, A[int], dict[T, U].__parameters__, dict[T, U][int, str], list[list[T]][int], tuple[T, ...][int], dict[T, T][int], list[T][U], list[int | T][str])
t(lambda: list[int][str]); t(lambda: A[int, str]); t(lambda: dict[T, U][int]); t(lambda: A[int][int])
print(copy.copy(list[int]), copy.deepcopy(dict[str, int]), list[int].__reduce__(), list[int] == list[int], hash(list[int]) == hash(list[int]), A[int] == dict[str, int])
from collections import deque, defaultdict, OrderedDict, Counter, ChainMap
from collections.abc import Mapping, Iterable
print(deque[T][int], defaultdict[str, T][int], OrderedDict[T, U][int, int], Counter[T][str], ChainMap[str, T][int], Mapping[T, U][int, str], Iterable[T][int], isinstance(A, type), A(a=1), deque[int]([1]))
