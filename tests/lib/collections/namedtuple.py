from collections import namedtuple
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
P = namedtuple("P", "x y")
p = P(1, y=2)
print(p, p.x, p.y, p[0], p[-1], len(p), tuple(p), list(p), p == (1, 2), hash(p) == hash((1, 2)), p < (1, 3), isinstance(p, tuple))
print(P._fields, P._field_defaults, P.__doc__, P.__name__, P.__module__, P.__qualname__, P.__match_args__, P.__slots__, P.__mro__)
print(p._asdict(), p._replace(x=9), P._make([3, 4]), p, repr(p), str(p))
x, y = p; print(x, y); print(P.x.__doc__, P.__new__.__doc__, P._make.__doc__, P._replace.__doc__, P.__new__.__name__, P.__new__.__qualname__, P._asdict.__qualname__)
t(lambda: P()); t(lambda: P(1)); t(lambda: P(1, 2, 3)); t(lambda: P(1, z=2)); t(lambda: P(1, 2, x=3)); t(lambda: p.z); t(lambda: setattr(p, "x", 5)); t(lambda: setattr(p, "q", 5)); t(lambda: delattr(p, "x"))
t(lambda: p._replace(z=1)); t(lambda: p._replace(x=1, q=2, r=3)); t(lambda: P._make([1])); t(lambda: P._make([1, 2, 3])); t(lambda: P._make(5)); t(lambda: p.__dict__); t(lambda: p[5])
for names in ("x x", "_a b", "class b", "1a b", "a-b", ["a", 5], "", [], "a,b,c", "a, b c", ("q", "r")):
    t(lambda: namedtuple("N", names)._fields)
t(lambda: namedtuple("class", "a")); t(lambda: namedtuple("9x", "a")); t(lambda: namedtuple(5, "a"))
print(namedtuple("R", "abc def ghi abc _x 1", rename=True)._fields)
D = namedtuple("D", "a b c", defaults=[2, 3]); print(D(1), D(1, 5), D._field_defaults, D(a=0, c=9)); t(lambda: D())
t(lambda: namedtuple("D", "a", defaults=(1, 2))); t(lambda: namedtuple("D", "a", defaults=5)); print(namedtuple("D", "a b", defaults=None)._field_defaults)
E0 = namedtuple("E0", ""); print(E0(), E0._fields, E0()._asdict(), E0.__doc__)
M = namedtuple("M", "a", module="elsewhere"); print(M.__module__, M, M(1))
class Pt(namedtuple("Pt", "x y")):
    __slots__ = ()
    @property
    def hyp(self): return (self.x ** 2 + self.y ** 2) ** 0.5
    def __str__(self): return f"Pt<{self.x}>"
    def __add__(self, o): return Pt(self.x + o.x, self.y + o.y)
q = Pt(3, 4); print(q.hyp, q, repr(q), q + Pt(1, 1), q._replace(x=0), type(q._replace(x=0)), q._asdict()); t(lambda: setattr(q, "foo", 1))
class Free(namedtuple("Free", "x")): pass
f = Free(1); f.other = 2; print(f, f.other, f.__dict__)
class Neg(namedtuple("Neg", "v")):
    def __new__(cls, v): return super().__new__(cls, -v)
print(Neg(3), Neg._make([3]), Neg(1)._replace(v=5))
P.x.__doc__ = "the x"; print(P.x.__doc__); P.__doc__ += ": a point"; print(P.__doc__)
match p:
    case P(x=1, y=b): print("kw", b)
match p:
    case P(a, 2): print("pos", a)
match p:
    case (a, b): print("seq", a, b)
print(P.x, type(P.x), P.x.__get__(p), P.x.__get__(p, P)); t(lambda: P.x.__get__([1])); t(lambda: P.x.__get__(()))
print({P(1, 2): "v"}[1, 2], sorted([P(2, 1), P(1, 5)]), max([P(1, 2), P(3, 0)], key=lambda r: r.y), P(*"ab"), P(**{"x": 1, "y": 2}), p + (3,), p * 2, p[::-1], 1 in p, p.count(1), p.index(2))
print(p.__getnewargs__(), P(P(1, 2), [3]), "%s-%s" % p, "{0.x} {0[1]}".format(p), "{x}{y}".format(**p._asdict()))
big = namedtuple("Big", [f"f{i}" for i in range(100)]); b = big(*range(100)); print(b.f99, b.f0, b[50], len(b), sum(b))
