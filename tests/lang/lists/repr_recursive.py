a = [1]
a.append(a)
print(a, str(a))
d = {}
d["self"] = d
d["list"] = [d]
print(d)
t = ([],)
t[0].append(t)
print(t)
class C:
    def __init__(self):
        self.items = [self]
    def __repr__(self):
        return f"C({len(self.items)})"
print([C()], {1: C()}, (C(),))
