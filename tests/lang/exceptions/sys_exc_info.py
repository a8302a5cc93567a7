import sys
print(sys.exc_info())
try: 1 / 0
except ZeroDivisionError as e:
    t, v, tb = sys.exc_info()
    print(t.__name__, v, tb is e.__traceback__, tb.tb_lineno, sys.exception() is e)
    def inside(): return sys.exc_info()[0].__name__
    print(inside())
print(sys.exc_info(), sys.exception())
def depth():
    try: raise KeyError("k")
    except KeyError as e:
        tb = e.__traceback__
        n = 0
        while tb: n += 1; tb = tb.tb_next
        return n
print(depth())
