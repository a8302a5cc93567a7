e = "before"
try: raise ValueError
except ValueError as e: pass
try: print(e)
except NameError as err: print(err)
def f():
    try: raise ValueError
    except ValueError as x: x = 5
    return x
try: f()
except UnboundLocalError as err: print(err)
