class C:
    items = []
    n = 0
    def add(self, x):
        self.items.append(x)
        self.n += 1
a, b = C(), C()
a.add(1); b.add(2); b.add(3)
print(a.items, b.items, a.n, b.n, C.n)
C.method = lambda self: "added later"
print(a.method())
a.method = lambda: "instance"
print(a.method(), b.method())
del C.method
print(a.method(), hasattr(b, "method"))
