def f(*args, **kwargs):
    print(args, kwargs)
f(*[1], 2, *[3, 4], x=1, **{"y": 2}, z=3)
f(*"ab", *{}, **{})
f(*(i for i in range(3)), **dict(a=1))
print(*[1, 2, 3], sep="-", end="!\n")
print(*"abc", *range(2))
