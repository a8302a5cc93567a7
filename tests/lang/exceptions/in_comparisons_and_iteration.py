class E:
    def __eq__(self, o): raise ValueError("eq")
    def __bool__(self): raise TypeError("bool")
    def __iter__(self): raise KeyError("iter")
    def __len__(self): raise IndexError("len")
    def __hash__(self): raise OSError("hash")
    def __str__(self): raise RuntimeError("str")
e = E()
def loop():
    for _ in e: pass
for f in (lambda: e == 1, lambda: 1 in [e], lambda: not e, lambda: 1 if e else 2, lambda: e and 1, loop, lambda: list(e), lambda: [*e], lambda: len(e), lambda: {e: 1}, lambda: str(e), lambda: f"{e}", lambda: print(e), lambda: bool(e), lambda: sorted([e, e], key=str), lambda: [x for x in e], lambda: max(e), lambda: [e].index(1)):
    try: print("no error", f())
    except Exception as x: print(type(x).__name__, x)
