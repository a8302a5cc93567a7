# Aliases of classes that other modules hold.
from typing import *

import collections
import re

print(Deque[int], Counter[str], OrderedDict[str, int], DefaultDict[str, int], ChainMap[str, int])
print(ContextManager[int], Pattern[str], Match[str], Deque, Pattern)
print(get_origin(Deque[int]) is collections.deque, get_origin(Pattern[str]) is re.Pattern)
print(isinstance(collections.deque(), Deque), issubclass(collections.Counter, Counter))


class Mine(Deque[int]):
    pass


print(Mine([1, 2]), Mine.__mro__[1:])
for f in (lambda: Deque[int, str], lambda: isinstance([], Deque[int])):
    try:
        print(f())
    except TypeError as e:
        print(e)
