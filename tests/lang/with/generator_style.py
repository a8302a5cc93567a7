class closing:
    def __init__(self, gen): self.gen = gen
    def __enter__(self): return next(self.gen)
    def __exit__(self, t, v, tb):
        if t is None:
            try: next(self.gen)
            except StopIteration: return False
        try: self.gen.throw(v)
        except StopIteration: return True
        except BaseException as e:
            if e is v: return False
            raise
def manager(tag):
    print("setup", tag)
    try: yield tag
    except ValueError: print("suppressed")
    finally: print("teardown", tag)
with closing(manager("a")) as t: print(t)
with closing(manager("b")): raise ValueError
try:
    with closing(manager("c")): raise KeyError("through")
except KeyError as e: print(repr(e))
