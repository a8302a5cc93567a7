class S(str):
    def __new__(cls, v, tag=None):
        o = super().__new__(cls, v)
        o.tag = tag
        return o
s = S("hello", 5)
print(s, repr(s), s.tag, type(s).__name__, len(s), s == "hello", hash(s) == hash("hello"), {"hello": 1}[s])
print(type(s.upper()).__name__, type(s + "x").__name__, type(s[:]).__name__, type(str(s)).__name__, type(s.strip()).__name__, type(s * 1).__name__, type(s.replace("q", "r")).__name__)
class T(str):
    def __str__(self): return "T!"
    def __repr__(self): return "<T>"
    def __format__(self, spec): return "fmt:" + spec
t = T("q")
print(str(t), repr(t), f"{t}", f"{t:>5}", "%s" % t, "%r" % t, "{}".format(t), [t])
class B:
    def __str__(self): return 5
    def __repr__(self): return None
    def __format__(self, s): return 1
for f in (lambda: str(B()), lambda: repr(B()), lambda: format(B(), ""), lambda: f"{B()}", lambda: "%s" % B(), lambda: [B()].__repr__()):
    try:
        f()
    except TypeError as e:
        print(e)
class E(str):
    def __eq__(self, o): return "eq"
    __hash__ = str.__hash__
    def __contains__(self, x): return True
    def __len__(self): return 77
e = E("a")
print(e == "b", "zz" in e, len(e), e.__len__())
print(S("a b").split(), isinstance(s, str), issubclass(S, str), str.upper(s), S("x").join(["1", "2"]))
