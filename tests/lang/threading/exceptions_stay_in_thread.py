import threading
def guarded():
    try: 1 / 0
    except ZeroDivisionError as e: out.append(repr(e))
    def gen():
        yield 1
        yield 2
    out.append(list(gen()))
out = []
t = threading.Thread(target=guarded); t.start(); t.join(); print(out)
try: t.start()
except RuntimeError as e: print(e)
class MyT(threading.Thread):
    def __init__(self, v): super().__init__(); self.v = v; self.r = None
    def run(self): self.r = self.v * 2
m = MyT(21); m.start(); m.join(); print(m.r)
loc = threading.local(); loc.x = 1
def other(): out.append(hasattr(loc, "x")); loc.x = 2
t = threading.Thread(target=other); t.start(); t.join(); print(out[-1], loc.x)
