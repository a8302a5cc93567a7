class C: pass
c = C()
for i in range(200):
    setattr(c, f"a{i}", i)
print(c.a0, c.a199, sum(getattr(c, f"a{i}") for i in range(200)), len(vars(c)), list(vars(c))[:3])
for i in range(0, 200, 2):
    delattr(c, f"a{i}")
print(len(c.__dict__), hasattr(c, "a0"), c.a1)
c.__dict__ = {"fresh": 1}
print(c.fresh, hasattr(c, "a1"), vars(c))
