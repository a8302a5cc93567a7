import sys
def f(n): return f(n + 1)
try: f(0)
except RecursionError as e: print(e)
class R:
    def __repr__(self): return repr(self)
    def __eq__(self, o): return self == o
    def __getattr__(self, n): return getattr(self, n)
    def __add__(self, o): return self + o
    def __len__(self): return len(self)
    def __str__(self): return str(self)
    def __call__(self): return self()
r = R()
for g in (lambda: repr(r), lambda: r == 1, lambda: r.x, lambda: r + 1, lambda: len(r), lambda: str(r), lambda: r()):
    try: g()
    except RecursionError as e: print("RecursionError")
def depth(n):
    try: return depth(n + 1)
    except RecursionError: return n
print(depth(0) > 900)
sys.setrecursionlimit(200)
print(sys.getrecursionlimit(), depth(0) < 200)
