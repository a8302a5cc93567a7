# stderr: full
class M:
    def __enter__(self): return self
    def __exit__(self, *a): raise KeyError("from exit")
with M() as m:
    raise ValueError("from body")
