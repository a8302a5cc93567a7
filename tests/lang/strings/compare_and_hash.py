print("a" < "b", "a" < "B", "abc" < "abd", "ab" < "abc", "" < "a", "é" > "z", "😀" > "漢", "a" == "a", "a" != "A")
print(hash("abc") == hash("ab" + "c"), "a" * 3, 3 * "ab", "a" * 0, "a" * -1, min("hello"), max("hello"), sorted("hello"))
