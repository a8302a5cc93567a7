# A subclass's own __next__ over a native iterator: every way of stepping uses it.
import itertools


class Doubling(itertools.count):
    def __next__(self):
        n = super().__next__()
        if n > 4:
            raise StopIteration("over")
        return n * 2


class Loud(map):
    def __next__(self):
        return "<" + super().__next__() + ">"


class Quiet(map):
    pass


class Sources(itertools.chain):
    def __iter__(self):
        print("asked for an iterator")
        return self

    def __next__(self):
        return super().__next__(), "c"


d = Doubling(1)
print(iter(d) is d, next(d), d.__next__(), list(d), next(d, "end"))
print([x for x in Doubling()], list(Doubling(2)), tuple(Doubling(3)), sum(Doubling()), sorted(Doubling(), reverse=True), max(Doubling()), set(Doubling(3)))
for x in Doubling(3):
    print(x, end=" ")
print(*Doubling(3), list(zip(Doubling(), "ab")), list(map(str, Doubling(3))), list(enumerate(Doubling(4))), 8 in Doubling(), 7 in Doubling())
a, *b = Doubling(2)
print(a, b, dict(zip(Doubling(3), Doubling(2))), list(filter(None, Doubling())), list(itertools.chain(Doubling(4), Doubling(3))))


def delegating():
    result = yield from Doubling(3)
    print("result", result)


print(list(delegating()), list(Loud(str, range(3))), next(Loud(str, [7])), list(Quiet(str, [1])))
print(list(Sources("ab", [1])), next(Sources([5])))
print("".join(Loud(str, "xy")), [*Loud(str, "z")], {k: 1 for k in Loud(str, "k")}, any(Doubling(9)), all(Doubling()))
items = [0]
items.extend(Doubling(3))
items += Doubling(4)
items[0:1] = Doubling(4)
print(items, list(itertools.islice(Doubling(), 2)), bytes(Doubling(3)))


class Failing(itertools.repeat):
    def __next__(self):
        raise ValueError("step")


for use in (list, next, sum, lambda it: [x for x in it], lambda it: itertools.pairwise(it).__next__()):
    try:
        use(Failing(1))
    except ValueError as e:
        print(e)
