# pprint, pformat, pp with width, indent, depth, compact, sort_dicts, underscore_numbers.
from pprint import *

data = {"name": "something long enough", "list": list(range(30)), "nested": {"b": [1, 2, {"x": "y" * 40}], "a": (1,)},
        "tuple": ("a" * 30, "b" * 30, "c" * 30), "set": {3, 1, 2}, 5: None, (1, 2): 2.5, "frozen": frozenset([1])}
pprint(data)
pprint(data, width=40)
pprint(data, width=120)
pprint(data, indent=4)
pprint(data, depth=1)
pprint(data, depth=2)
pprint(data, compact=True, width=60)
pprint(data, sort_dicts=False)
pp(data, width=50)
print(pformat([1000000, 123456789, [10 ** 20]], underscore_numbers=True))
print(pformat("short"), pformat(5), pformat([]), pformat({}), pformat(()), pformat(set()), pformat(None))
pprint([[]] * 3, width=5)
pprint([list(range(10)), list(range(20))], width=30, compact=True, indent=3)
pprint({i: "x" * i for i in range(5, 25, 4)}, width=30)
pprint(tuple([("one item" * 12)]), width=20)
pprint(("a" * 50,), width=20)
pprint({"key" * 10: "value " * 20}, width=50)
pprint("word " * 40)
pprint("line one\nline two\nand a much longer line that will have to be cut somewhere because it is long\n", width=40)
pprint(["some words in a string that is too long for the width", "short"], width=30)
pprint(b"bytes that are rather long " * 5, width=40)
pprint([b"bytes that are rather long " * 5], width=40)
pprint(bytearray(b"bytes that are rather long " * 3), width=40)
pprint(set("abcdefghijkl"), width=20)
pprint(frozenset(range(100, 120)), width=20)
pprint({1: "a", "b": 2, None: 3}, width=10)
pprint([{"b": 1, "a": 2}, {"d": {"f": 3, "e": 4}}], width=10)
pprint(type.__dict__.__class__({"a" * 20: "b" * 20, "c" * 20: "d" * 30}), width=30)
stream = []


class Stream:
    def write(self, text):
        stream.append(text)


pprint([1, 2], stream=Stream())
PrettyPrinter(stream=Stream(), width=10).pprint(["aaaaaaa", "bbbbbb"])
print("".join(stream))
for make in (lambda: PrettyPrinter(indent=-1), lambda: PrettyPrinter(depth=0), lambda: PrettyPrinter(width=0),
             lambda: pprint([1], 5)):
    try:
        make()
    except (ValueError, AttributeError) as e:
        print(type(e).__name__, e)
