a = []
for i in range(20):
    a.append(i)
a.extend(a)
print(len(a), a.count(3), a.index(3), a.index(3, 4), a.index(3, -20))
a.insert(0, "first")
a.insert(100, "last")
a.insert(-1, "before")
a.insert(-100, "zero")
print(a[:3], a[-3:])
print(a.pop(), a.pop(0), a.pop(-2), len(a))
a.remove("first")
a.reverse()
print(a[:5])
b = a.copy()
b.clear()
print(len(a), b)
a *= 2
print(len(a))
a *= 0
print(a)
a += "abc"
a += (1,)
print(a, [1] * 3, 3 * [1, 2], [[]] * 2, [1, 2] * -1)
print([1, 2] == [1, 2], [1, 2] < [1, 3], [1] < [1, 0], [] < [1], [2] > [1, 5], [1] != [1.0])
print([1, 2] + [3], list("abc"), list({1: 2}), list(range(3)), list((1, 2)))
print(list(reversed([1, 2, 3])), 2 in [1, 2], "x" not in [1])
x = [1, [2]]
y = x.copy()
y[1].append(3)
print(x, y)
print([].__len__(), [5].__getitem__(0), [1].__contains__(1), [1].__add__([2]), [1].__mul__(2))
it = iter([1, 2, 3])
print(next(it), it.__length_hint__(), list(it), list(it))
l = [1, 2]
it = iter(l)
print(list(it))
l.append(3)
print(list(it))
class L(list):
    def __init__(self, n, extra=None):
        super().__init__(range(n))
        self.extra = extra
v = L(3, extra="e")
print(v, v.extra, len(v), type(v[:]), type(v + v), type(v.copy()), isinstance(v, list))
v.append(1)
print(v, v == [0, 1, 2, 1])
print([] is [], [1, 2, 3][-2:], [None, True, 1.5])
