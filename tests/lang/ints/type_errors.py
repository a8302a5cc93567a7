def attempt(f):
    try:
        print(f())
    except TypeError as e:
        print(e)

attempt(lambda: 1 + "a")
attempt(lambda: "a" + 1)
attempt(lambda: 1 - None)
attempt(lambda: [] * [])
attempt(lambda: {} & 1)
attempt(lambda: -"a")
attempt(lambda: ~1.5)
attempt(lambda: 1 << 1.0)
attempt(lambda: 1 < "a")
attempt(lambda: None >= 3)
attempt(lambda: 2 ** "x")
attempt(lambda: 5 @ 3)
attempt(lambda: pow("a", 2))
