class C:
    count = 0
    @classmethod
    def make(cls, n):
        cls.count += 1
        return cls(), n
    @staticmethod
    def add(a, b): return a + b
class D(C): pass
print(type(D.make(1)[0]).__name__, C.count, D.count, C.add(1, 2), C().add(3, 4), D().make(5)[1], D.make.__self__ is D)
