class Timer:
    def __init__(self, name, swallow=()): self.name, self.swallow = name, swallow
    def __enter__(self): print("enter", self.name); return self
    def __exit__(self, kind, e, tb):
        print("exit", self.name, kind and kind.__name__, e)
        return kind is not None and issubclass(kind, self.swallow)
with Timer("a") as a, Timer("b", (KeyError,)) as b: print(a.name, b.name); raise KeyError("k")
print("after")
try:
    with Timer("c"): raise ValueError("v")
except ValueError as e: print("got", e)
def contextmanager(f):
    class CM:
        def __init__(self, *a, **k): self.g = f(*a, **k)
        def __enter__(self): return next(self.g)
        def __exit__(self, kind, e, tb):
            if kind is None:
                try: next(self.g)
                except StopIteration: return False
                raise RuntimeError("generator didn't stop")
            try: self.g.throw(e)
            except StopIteration: return True
            except BaseException as x:
                if x is e: return False
                raise
            raise RuntimeError("generator didn't stop after throw()")
    return CM
@contextmanager
def tag(name, out):
    out.append(f"<{name}>")
    try: yield len(out)
    except ZeroDivisionError: out.append("!")
    finally: out.append(f"</{name}>")
out = []
with tag("p", out) as n, tag("b", out): out.append(str(n)); 1 / 0
print("".join(out))
try:
    with tag("i", out): raise OSError("disk")
except OSError as e: print(e, out[-2:])
class Stack:
    def __init__(self): self.todo = []
    def push(self, f, *a): self.todo.append((f, a))
    def enter(self, cm): v = cm.__enter__(); self.todo.append((lambda *x: cm.__exit__(None, None, None), ())); return v
    def __enter__(self): return self
    def __exit__(self, *exc):
        while self.todo: f, a = self.todo.pop(); f(*a)
with Stack() as st: st.push(print, "last"); st.enter(Timer("inner")); st.push(print, "first", 1); print("body")
class Transaction:
    def __init__(self, d): self.d = d
    def __enter__(self): self.saved = dict(self.d); return self.d
    def __exit__(self, kind, *_):
        if kind: self.d.clear(); self.d.update(self.saved); return True
data = {"x": 1}
with Transaction(data) as d: d["y"] = 2
with Transaction(data) as d: d["z"] = 3; del d["x"]; raise Exception
print(data)
def early():
    for i in range(3):
        with Timer(f"loop{i}"):
            if i == 0: continue
            return i
print(early())
def gen():
    with Timer("gen"): yield 1; yield 2
g = gen(); print(next(g)); g.close(); print("closed")
for bad in (lambda: exec("with 5: pass"), lambda: exec("with object() as x: pass")):
    try: bad()
    except TypeError as e: print(e)
with (Timer("p1") as p, Timer("p2")): pass
class Weird:
    def __enter__(self): raise RuntimeError("no entry")
    def __exit__(self, *a): print("never")
try:
    with Timer("outer"), Weird(): print("unreached")
except RuntimeError as e: print(e)
