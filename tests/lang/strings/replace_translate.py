print("banana".replace("a", "o"), "banana".replace("a", "o", 2), "abc".replace("", "-"), "aaa".replace("aa", "b"), "x".replace("x", ""))
table = str.maketrans({"a": "1", "b": None, ord("c"): "see"})
print("abcd".translate(table), "hello".translate(str.maketrans("el", "ip")), "hello".translate(str.maketrans("", "", "l")))
