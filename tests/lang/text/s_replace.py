def err(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
for s in ["", "a", "aaa", "abcabc", "é€é", "aXbXc"]:
    for old, new in [("", "-"), ("a", ""), ("a", "bb"), ("X", "€"), ("é", "e"), ("abc", "abc"), ("", "")]:
        for n in (None, 0, 1, 2, -1):
            print(repr(s.replace(old, new) if n is None else s.replace(old, new, n)), end=" ")
        print()
err(lambda: "a".replace("a", 1))
err(lambda: "a".replace(1, "a"))
err(lambda: "a".replace("a", "b", "c"))
print("prefix-x".removeprefix("prefix-"), "x.py".removesuffix(".py"), "abc".removeprefix("x"), repr("abc".removesuffix("")), repr("abc".removeprefix("abc")))
err(lambda: "a".removeprefix(1))
