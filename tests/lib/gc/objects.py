# get_objects, get_referents, get_referrers, is_tracked, is_finalized.
import gc


class C:
    pass


c = C()
gc.collect()
print(any(o is c for o in gc.get_objects()), len([o for o in gc.get_objects() if isinstance(o, C)]))
for n in (5, -1):
    try:
        gc.get_objects(n)
    except ValueError as e:
        print(e)
inner = [1]
outer = [inner, "text", 5]
print(any(o is inner for o in gc.get_referents(outer)), any(o is outer for o in gc.get_referrers(inner)))
print([1] in gc.get_referents({"a": [1]}), gc.get_referents(5), gc.get_referents())
t = (inner, 1)
print(any(o is inner for o in gc.get_referents(t)))
for o in (1, 1.5, "x", b"y", None, [], [1], {}, {"a": []}, {1: 2}, C(), C, len, set(), lambda: 0, (), ([],), True):
    print(type(o).__name__, gc.is_tracked(o))
saved = []


class D:
    def __del__(self):
        saved.append(self)


d = D()
print(gc.is_finalized(d))
del d
gc.collect()
print(gc.is_finalized(saved[0]), gc.is_finalized(5))
