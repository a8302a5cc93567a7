s = "abcdefghij"
print(s[0], s[-1], s[2:5], s[:3], s[7:], s[::2], s[::-1], s[8:2:-2], s[-3:-1], s[5:2], s[100:], s[-100:3])
print(s[True], "héllo"[1], "漢字😀x"[2], "漢字😀x"[::-1], len("漢字😀x"))
for index in (10, -11):
    try:
        s[index]
    except IndexError as e:
        print(e)
try:
    s["a"]
except TypeError as e:
    print(e)
try:
    s[::0]
except ValueError as e:
    print(e)
try:
    s[0] = "x"
except TypeError as e:
    print(e)
try:
    del s[0]
except TypeError as e:
    print(e)
