def none(): pass
def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def opt(a, b=1): pass
def kwonly(*, k, m): pass
def posonly(a, b, /): pass
def mixed(a, *, k): pass
def attempt(f):
    try:
        f()
    except TypeError as e:
        print(e)
attempt(lambda: none(1)); attempt(lambda: one()); attempt(lambda: two()); attempt(lambda: three()); attempt(lambda: two(1)); attempt(lambda: two(b=1))
attempt(lambda: one(1, 2)); attempt(lambda: opt()); attempt(lambda: opt(1, 2, 3)); attempt(lambda: one(1, a=2)); attempt(lambda: one(b=1)); attempt(lambda: one(1, z=1))
attempt(lambda: kwonly()); attempt(lambda: kwonly(k=1)); attempt(lambda: kwonly(1, k=1, m=2)); attempt(lambda: posonly(a=1, b=2)); attempt(lambda: posonly(1)); attempt(lambda: mixed(1, 2, k=3)); attempt(lambda: mixed(1))
attempt(lambda: one(**{1: 2})); attempt(lambda: one(*5)); attempt(lambda: one(**5)); attempt(lambda: opt(1, **{"a": 2})); attempt(lambda: (lambda x: x)()); five = 5; text = "a"; attempt(lambda: five()); attempt(lambda: text(1)); attempt(lambda: none(**{"x": 1}, **{"x": 2}))
