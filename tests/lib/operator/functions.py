# Every operator as a function: results, dunder aliases, errors.
import operator as op


def attempt(f, *args, **kw):
    try:
        print(f.__name__, args, "->", f(*args, **kw))
    except Exception as e:
        print(f.__name__, type(e).__name__, e)


for name in "lt le eq ne ge gt".split():
    f = getattr(op, name)
    print(name, f(1, 2), f(2, 2), f(3, 2), f is not None, getattr(op, f"__{name}__")(1, 2))
for name in "add sub mul truediv floordiv mod pow lshift rshift and_ or_ xor".split():
    f = getattr(op, name)
    alias = getattr(op, "__" + name.rstrip("_") + "__")
    print(name, f(7, 3), f(-7, 3) if name not in ("pow",) else f(2, -1), alias(9, 2), f is alias)
    attempt(f, 1, "a")
    attempt(f, 1)
for name in "iadd isub imul itruediv ifloordiv imod ipow ilshift irshift iand ior ixor".split():
    f = getattr(op, name)
    print(name, f(7, 3), getattr(op, "__" + name + "__")(9, 2))
    attempt(f, [], 1.5)
items = [1]
print(op.iadd(items, (2, 3)), items, op.imul(items, 2), items, op.ior({1}, {2}))
print(op.neg(5), op.pos(True), op.invert(5), op.inv(-1), op.abs(-2.5), op.index(7), op.index(True), op.__inv__(3), op.__neg__(2))
print(op.truth([]), op.truth(3), op.not_([]), op.__not__(1), op.is_(None, None), op.is_not(None, 1), op.is_([], []))
for f in (op.neg, op.pos, op.invert, op.abs, op.index):
    attempt(f, "a")
    attempt(f)
    attempt(f, 1, 2)


class M:
    def __matmul__(self, o):
        return ("matmul", o)

    def __imatmul__(self, o):
        return ("imatmul", o)

    def __index__(self):
        return 11

    def __bool__(self):
        raise ValueError("no truth")


print(op.matmul(M(), 1), op.imatmul(M(), 2), op.index(M()))
attempt(op.matmul, 1, 2)
attempt(op.imatmul, 1, 2)
for f in (op.truth, op.not_):
    try:
        f(M())
    except ValueError as e:
        print(e)
print(op.concat([1], [2]), op.concat("a", "b"), op.iconcat((1,), (2,)), op.__concat__(b"a", b"b"))
attempt(op.concat, 1, 2)
attempt(op.concat, {}, {})
attempt(op.concat, [1], 2)
attempt(op.iconcat, 1, [2])
attempt(op.concat, range(2), range(3))
print(op.contains([1, 2], 2), op.contains("abc", "d"), op.countOf([1, 2, 1, 1.0], 1), op.indexOf("abc", "c"), op.indexOf(iter([5, 6]), 6))
attempt(op.indexOf, [1], 2)
attempt(op.indexOf, 5, 2)
attempt(op.countOf, 5, 2)
attempt(op.contains, 5, 2)
d = {"a": 1}
print(op.getitem([1, 2, 3], -1), op.getitem("abc", slice(1, None)), op.setitem(d, "b", 2), d, op.delitem(d, "a"), d)
attempt(op.getitem, [1], 5)
attempt(op.delitem, {}, 5)
attempt(op.setitem, (), 0, 5)
attempt(op.getitem, 5, 0)
attempt(op.lt, 1, "a")
attempt(op.add)
attempt(op.setitem, 1, 2)
attempt(op.is_, 1)
try:
    op.add(a=1, b=2)
except TypeError as e:
    print(e)
print(op.call(max, 3, 9, 4), op.call(dict, a=1), op.call(list))
attempt(op.call)
attempt(op.call, 5)
print(repr(op.add), op.add.__name__, type(op.add).__name__)
