def f(n):
    out = []
    try:
        out.append("try")
        if n == 1: raise ValueError("v")
        if n == 2: raise KeyError("k")
        if n == 3: return out + ["returned"]
    except ValueError as e:
        out.append(f"except {e}")
    except (KeyError, IndexError) as e:
        out.append(f"except2 {e!r}")
    else:
        out.append("else")
    finally:
        out.append("finally")
    return out
for n in range(4): print(f(n))
try:
    try:
        raise TypeError("t")
    finally:
        print("cleanup")
except Exception as e:
    print(type(e).__name__, e)
