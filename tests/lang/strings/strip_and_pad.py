print(repr("  a ".strip()), repr("  a ".lstrip()), repr("  a ".rstrip()), "xxaxx".strip("x"), "abcba".strip("ab"), repr("\t\n a \u3000".strip()))
print("a".ljust(3, "."), "a".rjust(3, "."), "a".center(4, "*"), "ab".center(5, "*"), "42".zfill(5), "-42".zfill(5), "+1".zfill(4), "abc".zfill(2))
print("prefix-x".removeprefix("prefix-"), "x.py".removesuffix(".py"), "a\tb".expandtabs(4), "a\tb\tc".expandtabs())
