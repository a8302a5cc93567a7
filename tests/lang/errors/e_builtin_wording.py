# Errors of builtins, as CPython words them.
def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__ + ":", e)
t(lambda: min([])); t(lambda: max(1, 2, default=3)); t(lambda: min())
t(lambda: sum(["a"])); t(lambda: sum([], "x")); t(lambda: chr(-1)); t(lambda: ord("ab")); t(lambda: ord(5))
t(lambda: isinstance(1, 5)); t(lambda: issubclass(1, int)); t(lambda: issubclass(int, 5)); t(lambda: isinstance(1, (str, (int,))))
t(lambda: getattr(1, 5)); t(lambda: getattr(1, "x")); t(lambda: getattr(1, "x", 7)); t(lambda: hash([]))
t(lambda: next(5)); t(lambda: next(iter([]))); t(lambda: next(iter([]), 3)); t(lambda: iter(5)); t(lambda: iter(5, 5))
t(lambda: round("x")); t(lambda: abs("x")); t(lambda: bin(1.5)); t(lambda: len(5)); t(lambda: format(1, 5))
t(lambda: reversed({1})); t(lambda: enumerate(5)); t(lambda: list(zip([1], [1, 2], strict=True))); t(lambda: list(zip(1)))
t(lambda: list(map(5, [1]))); t(lambda: map(5)); t(lambda: print(1, sep=5)); t(lambda: open("/no/such/file"))
t(lambda: open("x", "q")); t(lambda: open("x", "rw")); t(lambda: eval(5)); t(lambda: eval("1+")); t(lambda: eval("1", 5))
t(lambda: compile("1", "f", "zz")); t(lambda: vars(5)); t(lambda: pow(2, -1, 0)); t(lambda: divmod(1, 0))
t(lambda: list(iter(lambda c=[0]: c.append(1) or len(c), 4))); t(lambda: [*reversed([1, 2])]); t(lambda: sum([[1], [2]], []))
t(lambda: sorted([1, "a"])); t(lambda: list(filter(None, [0, 1, 2]))); t(lambda: eval("a + b", {"a": 1}, {"b": 2}))
t(lambda: (hex(-255), oct(8), bin(-5), round(2.5), round(-1.25, 1), abs(-3), chr(0x1f600), ascii("é")))
