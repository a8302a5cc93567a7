# partial: calls, attributes, nesting, repr, errors, subclasses.
from functools import partial


def attempt(f, *args, **kw):
    try:
        print("ok", f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


def show(*args, **kw):
    return args, kw


p = partial(show, 1, 2, a=3)
print(p(), p(4), p(4, b=5), p(a=9), p.args, p.keywords, p.func is show)
q = partial(p, 7, a=8, c=9)
print(q.func is show, q.args, q.keywords, q(0), p.keywords)
print(partial(int, base=2)("101"), partial(print, end="!\n")("x"), list(map(partial(pow, 2), range(5))))
print(partial(max), partial(max, 1, "a"), partial(max, key=None), partial(max, 1, k=[2]))
p.note = "noted"
print(p.note, p.__dict__)
r = partial(p, 1)
print(r.func is p, r.args)
attempt(partial)
attempt(partial, 5)
attempt(partial, func=show)
attempt(partial(len))
attempt(partial(len, [1]), 2)
for name in ("func", "args", "keywords"):
    try:
        setattr(p, name, 1)
    except (AttributeError, TypeError) as e:
        print(type(e).__name__)
print(isinstance(p, partial), type(p), partial[int], callable(p))
print(partial(show, self=1)(2, func=3), partial(show)(self=4))


class Loud(partial):
    def __call__(self, *args):
        print("calling")
        return super().__call__(*args)


l = Loud(show, 1)
print(l(2), type(l).__name__, isinstance(l, partial), l.args)
print(str(Loud(max))[:4], partial(l, 5).func is l, partial(l, 5)(6))


class C:
    m = partial(show, "m")

    def __init__(self):
        self.bound = partial(self.other, 5)

    def other(self, *args):
        return args


print(C().m(1), C().bound(6))
loop = partial(max)
loop.__setstate__((max, (loop, 1), {"k": loop}, None))
print(repr(loop))
p2 = partial(max)
p2.__setstate__((show, (1,), {"z": 2}, {"tag": "t"}))
print(p2(3), p2.tag)
attempt(p2.__setstate__, 5)
attempt(p2.__setstate__, (1, 2, 3))
cls, (f,), state = p2.__reduce__()
print(cls is partial, f is show, state[1:])
