s = "abc"
for spec in ("", "10", "<10", ">10", "^10", "*^10", ".2", "10.2", "s", "-<5", "05"):
    try:
        print(repr(spec), repr(format(s, spec)))
    except ValueError as e:
        print(repr(spec), e)
for spec in ("d", "=10", "+", ",", "10d"):
    try:
        print(format(s, spec))
    except ValueError as e:
        print(e)
try:
    format([], "10")
except TypeError as e:
    print(e)
