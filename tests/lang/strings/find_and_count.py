s = "banana"
print(s.find("an"), s.find("an", 2), s.find("x"), s.rfind("an"), s.index("n"), s.rindex("a"), s.count("a"), s.count("ana"), s.count(""))
print("nan" in s, "" in s, "x" not in s, s.find("", 6), s.find("", 7), s.find("a", -2), s.startswith("ba"), s.startswith(("x", "b")), s.endswith("na"), s.startswith("na", 2), s.endswith("an", 0, 5))
for f in (lambda: s.index("x"), lambda: s.rindex("zz")):
    try:
        f()
    except ValueError as e:
        print(e)
try:
    1 in s
except TypeError as e:
    print(e)
