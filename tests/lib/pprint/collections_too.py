# Classes of collections and types.
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque
from pprint import pprint
from types import SimpleNamespace

words = ["alpha", "beta", "gamma", "delta", "epsilon"]
pprint(OrderedDict((w, w * 3) for w in words), width=40)
pprint(defaultdict(list, {w: [w] * 3 for w in words}), width=40)
pprint(Counter("mississippi rivers and lakes"), width=30)
pprint(ChainMap({w: 1 for w in words}, {w: 2 for w in words}), width=40)
pprint(deque(words * 2), width=40)
pprint(deque(words * 2, maxlen=20), width=40)
pprint(UserDict({w: w * 3 for w in words}), width=40)
pprint(UserList(words * 2), width=40)
pprint(UserString("some words that go on " * 4), width=40)
pprint(SimpleNamespace(**{w: w * 4 for w in words}), width=40)
pprint([OrderedDict(), defaultdict(int), Counter(), deque()], width=20)
