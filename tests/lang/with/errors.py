class NoEnter:
    def __exit__(self, *a): pass
class NoExit:
    def __enter__(self): pass
class EnterFails:
    def __enter__(self): raise ValueError("enter")
    def __exit__(self, *a): print("never")
class ExitFails:
    def __enter__(self): return self
    def __exit__(self, *a): raise KeyError("exit")
def attempt(make):
    try:
        with make(): raise TypeError("body")
    except Exception as e: print(type(e).__name__, e, repr(e.__context__))
for c in (NoEnter, NoExit, EnterFails, ExitFails): attempt(c)
try:
    with 5: pass
except TypeError as e: print(e)
