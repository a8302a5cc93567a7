# ndiff, Differ, restore, unified_diff, context_diff, diff_bytes.
import difflib
import random
from difflib import (IS_CHARACTER_JUNK, IS_LINE_JUNK, Differ, SequenceMatcher, context_diff, diff_bytes, ndiff, restore, unified_diff)


def attempt(fn, *args, **kw):
    try:
        print("ok", list(fn(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


one = """  1. Beautiful is better than ugly.
  2. Explicit is better than implicit.
  3. Simple is better than complex.
  4. Complex is better than complicated.
""".splitlines(keepends=True)
two = """  1. Beautiful is better than ugly.
  3.   Simple is better than complex.
  4. Complicated is better than complex.
  5. Flat is better than nested.
""".splitlines(keepends=True)
delta = list(ndiff(one, two))
print("".join(delta), end="")
print("".join(restore(delta, 1)) == "".join(one), "".join(restore(delta, "2")) == "".join(two))
attempt(restore, delta, 3)
print("".join(Differ().compare(["\tI am\there\n", "same\n"], ["\t\tI am here\n", "same\n", "new\n"])), end="")
print("".join(ndiff(["a\n", "b\n", "c\n"], ["x\n", "y\n"])), "".join(ndiff([], ["a\n"])), "".join(ndiff(["a"], ["a"])))
print("".join(unified_diff(one, two, "before.txt", "after.txt", "2020-01-01", "2021-02-02")), end="")
print("".join(context_diff(one, two, fromfile="before.txt", tofile="after.txt")), end="")
print(list(unified_diff(["a", "b", "c"], ["a", "x", "c"], lineterm="", n=0)), list(unified_diff([], ["a\n"])), list(unified_diff(["a"], ["a"])),
      list(unified_diff(["a\n"], [])))
print(list(context_diff(["a", "b", "c"], ["a", "c"], lineterm="", n=0)), list(context_diff([], ["a\n"])), list(context_diff(["a"], ["a"])))
long = [f"line {i}\n" for i in range(40)]
changed = long[:5] + ["new\n"] + long[6:20] + long[25:] + ["end\n"]
print("".join(unified_diff(long, changed, "a", "b")), end="")
print("".join(context_diff(long, changed, "a", "b", n=1)), end="")
attempt(unified_diff, [b"a"], ["b"])
attempt(unified_diff, ["a"], [5])
attempt(context_diff, ["a"], ["b"], fromfile=b"x")
attempt(diff_bytes, unified_diff, [b"a\xff\n", b"b\n"], [b"a\xff\n", b"c\n"], b"f1", b"f2")
attempt(diff_bytes, unified_diff, ["a"], [b"b"])
print([IS_LINE_JUNK(x) for x in ("\n", "  #   \n", "hello\n", "", "##", " # x", "\t#")], [IS_CHARACTER_JUNK(c) for c in " \tx\n"])
print("".join(ndiff(["abc def\n", "#\n"], ["abcdef\n", "\n"], linejunk=IS_LINE_JUNK, charjunk=None)), end="")
random.seed(3)
for _ in range(25):
    x = ["".join(random.choice("abcd ef") for _ in range(random.randrange(1, 9))) + "\n" for _ in range(random.randrange(7))]
    y = [random.choice(x) if x and random.random() < 0.6 else random.choice("abcdef") * 3 + "\n" for _ in range(random.randrange(7))]
    y = [line.replace("a", "bb", 1) if random.random() < 0.3 else line for line in y]
    d = list(ndiff(x, y))
    print(d)
    assert list(restore(d, 1)) == x and list(restore(d, 2)) == y
    print(list(unified_diff(x, y, n=1)), list(context_diff(x, y, n=1)))
