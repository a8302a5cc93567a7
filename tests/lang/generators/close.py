def g():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("closing")
        raise
    finally: print("cleanup")
it = g(); next(it); it.close(); it.close()
print(list(it))
def stubborn():
    try: yield 1
    except GeneratorExit: yield 2
it = stubborn(); next(it)
try: it.close()
except RuntimeError as e: print(e)
unstarted = g(); unstarted.close(); print(list(unstarted))
def swallow():
    try: yield 1
    except GeneratorExit: print("swallowed")
it = swallow(); next(it); print(it.close())
