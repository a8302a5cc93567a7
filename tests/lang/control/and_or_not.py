def t(v):
    print("t", v)
    return v
print(t(0) and t(1), t(2) and t(3), t(0) or t(""), t("a") or t("b"), not t(0), t(1) and t(0) or t("z"), (t(0) or t(0)) and t(1))
print(None or "default", [] or {} or "last", 1 and 2 and 3, 1 and 0 and 3, not not 5, not (1 and 0))
class B:
    def __bool__(self): return False
class L:
    def __len__(self): return 0
class Bad:
    def __bool__(self): return 1
print(bool(B()), bool(L()), B() and 1 == None, [1] if L() else [2])
try: bool(Bad())
except TypeError as e: print(e)
