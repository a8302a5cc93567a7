def g():
    while True:
        try:
            x = yield "ready"
            print("x", x)
        except ValueError as e:
            print("caught", e)
            yield "handled"
        finally: print("finally")
it = g()
print(next(it), it.throw(ValueError("v")), next(it))
try: it.throw(KeyError("k"))
except KeyError as e: print("out", e)
try: next(it)
except StopIteration: print("finished")
fresh = g()
try: fresh.throw(RuntimeError("early"))
except RuntimeError as e: print(e)
print(list(fresh))
