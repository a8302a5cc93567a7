for f in (lambda: 10.0 ** 400, lambda: 2.0 ** 5000, lambda: 1e308 * 10, lambda: -1e308 * 10, lambda: (-8) ** 2.5 if False else 1.0, lambda: int(1e400)):
    try:
        print(f())
    except OverflowError as e:
        print(type(e).__name__, e)
