class Seq:
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError
        return i * 10
s = Seq()
print(list(s), 20 in s, 25 in s, [x for x in s], max(s), tuple(s), *s)
a, b, c = s
print(a, b, c)
