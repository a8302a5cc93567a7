# A lot of everything: attributes, classes, modules' names, arguments, generators alive, nested scopes, exceptions chained.
class Thing:
    pass


t = Thing()
for i in range(5000):
    setattr(t, f"a{i}", i)
print(len(t.__dict__), t.a4999, sum(t.__dict__.values()))
for i in range(0, 5000, 2):
    delattr(t, f"a{i}")
print(len(t.__dict__), hasattr(t, "a0"), t.a1)
classes = [type(f"C{i}", (Thing,), {"n": i}) for i in range(1500)]
print(sum(c().n for c in classes), len(set(classes)))
chain = Thing
for i in range(200):
    chain = type(f"D{i}", (chain,), {})
print(len(chain.__mro__), isinstance(chain(), Thing))


def f(*args, **kwargs):
    return len(args), len(kwargs)


print(f(*range(50000)), f(**{f"k{i}": i for i in range(5000)}))


def gen(n):
    yield n


alive = [gen(n) for n in range(5000)]
print(sum(next(g) for g in alive), sum(1 for g in alive for _ in g))
try:
    for i in range(200):
        try:
            raise ValueError(i)
        except ValueError as e:
            last = e
            if i == 199:
                raise KeyError("end") from e
except KeyError as e:
    print(repr(e.__cause__))
s = ""
for i in range(20000):
    s += str(i % 10)
print(len(s), hash(s) == hash("0123456789" * 2000))
d = {i: None for i in range(200000)}
for i in range(199990):
    del d[i]
print(list(d)[:3], len(d))
x = list(range(100000))
while len(x) > 1:
    x.pop()
x.extend(range(10))
print(len(x), x[-1])
print(len({str(i) for i in range(50000)}), len("".join(map(str, range(20000))).split("1")))
globals().update({f"g{i}": i for i in range(5000)})
print(g4999)
