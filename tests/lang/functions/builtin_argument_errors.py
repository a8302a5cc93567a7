def attempt(f):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
attempt(lambda: len()); attempt(lambda: len(1, 2)); attempt(lambda: [].append()); attempt(lambda: [].append(1, 2)); attempt(lambda: "a".upper(1)); attempt(lambda: abs("x")); attempt(lambda: isinstance(1)); attempt(lambda: isinstance(1, 5)); nothing = None; attempt(lambda: nothing.x); attempt(lambda: (5).foo); attempt(lambda: [].nope); attempt(lambda: nothing()); attempt(lambda: {}.get()); attempt(lambda: ord(5)); attempt(lambda: chr("a")); attempt(lambda: iter(5)); attempt(lambda: next([])); attempt(lambda: hash([])); attempt(lambda: int("1", "2")); attempt(lambda: sorted(5)); attempt(lambda: "abc".split(5)); attempt(lambda: reversed({1}))
