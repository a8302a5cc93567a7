class L:
    def __add__(self, o): print("L.add"); return NotImplemented
    def __lt__(self, o): print("L.lt"); return NotImplemented
    def __eq__(self, o): print("L.eq"); return NotImplemented
class R:
    def __radd__(self, o): print("R.radd"); return "radd"
    def __gt__(self, o): print("R.gt"); return "gt"
    def __eq__(self, o): print("R.eq"); return "eq"
class SubL(L):
    def __radd__(self, o): print("Sub.radd"); return "sub first"
print(L() + R(), L() < R(), L() == R(), 1 + R(), L() + SubL())
try:
    L() + L()
except TypeError as e:
    print(e)
try:
    L() < L()
except TypeError as e:
    print(e)
print(L() == L(), L() != L())
