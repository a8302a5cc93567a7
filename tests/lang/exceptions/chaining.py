def info(e):
    return type(e).__name__, str(e), e.__cause__ and repr(e.__cause__), e.__context__ and repr(e.__context__), e.__suppress_context__
try:
    try: 1 / 0
    except ZeroDivisionError as z: raise ValueError("v") from z
except ValueError as e: print(info(e))
try:
    try: 1 / 0
    except ZeroDivisionError: raise ValueError("v2")
except ValueError as e: print(info(e))
try:
    try: 1 / 0
    except ZeroDivisionError: raise ValueError("v3") from None
except ValueError as e: print(info(e))
try: raise ValueError("c") from KeyError
except ValueError as e: print(info(e))
try: raise ValueError from 5
except TypeError as e: print(e)
try:
    try: raise KeyError("a")
    except KeyError:
        try: raise ValueError("b")
        except ValueError: pass
        raise TypeError("c")
except TypeError as e: print(info(e))
