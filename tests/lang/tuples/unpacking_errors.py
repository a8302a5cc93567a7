def attempt(f):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
def few():
    a, b, c = 1, 2
def many():
    a, b = 1, 2, 3
def star_few():
    a, *b, c = [1]
def not_iterable():
    a, b = 5
def many_iter():
    a, b = iter([1, 2, 3])
def none():
    a, b = None
for f in (few, many, star_few, not_iterable, many_iter, none):
    attempt(f)
