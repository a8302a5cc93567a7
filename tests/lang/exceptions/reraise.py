def f():
    try:
        raise ValueError("orig")
    except ValueError:
        try:
            raise KeyError("inner")
        except KeyError:
            pass
        raise
try: f()
except ValueError as e: print(e, e.__context__)
try:
    raise
except RuntimeError as e: print(e)
def g(): raise
try:
    try: raise IndexError("from caller")
    except IndexError: g()
except IndexError as e: print(e)
try:
    try: raise ValueError("same")
    except ValueError as e: raise e
except ValueError as e: print(e, e.__context__)
