class A(Exception): pass
class B(A): pass
order = []
for exc in (A, B, ValueError, KeyboardInterrupt):
    try:
        raise exc("x")
    except B: order.append("B")
    except A: order.append("A")
    except Exception: order.append("E")
    except BaseException: order.append("base")
print(order)
handlers = (TypeError, ValueError)
try: int("x")
except handlers as e: print(type(e).__name__)
try:
    try: raise ValueError
    except (KeyError, (IndexError)): print("no")
except ValueError: print("tuple did not match")
