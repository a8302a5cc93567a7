try:
    sorted([1, "a"])
except TypeError as e:
    print(e)
try:
    sorted([3, None])
except TypeError as e:
    print(e)
try:
    [1].sort(lambda x: x)
except TypeError as e:
    print(e)
def bad(x):
    raise ValueError("key failed")
a = [1, 2]
try:
    a.sort(key=bad)
except ValueError as e:
    print(e, a)
