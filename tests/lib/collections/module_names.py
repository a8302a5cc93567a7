import collections
from collections import *
print(sorted(collections.__all__))
print(deque, Counter, OrderedDict, ChainMap, UserDict, UserList, UserString, defaultdict, namedtuple.__name__)
print(collections.ChainMap is ChainMap, collections.abc.Mapping, collections.__name__)
try: collections.nothing
except AttributeError as e: print(e)
try: from collections import Mapping
except ImportError as e: print("ImportError", e.name)
import typing
print(typing.Deque[int], typing.Counter[str], typing.OrderedDict[int, str], typing.ChainMap[int, int], typing.DefaultDict[str, int], typing.ByteString, typing.Deque)
from typing import Deque, Counter as C2, DefaultDict
def f(x: Deque[int]) -> C2[str]: pass
print(f.__annotations__, isinstance(deque(), Deque), issubclass(defaultdict, DefaultDict), typing.get_origin(Deque[int]), typing.get_args(DefaultDict[int, str]))
