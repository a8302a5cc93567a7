def g():
    try: next(me)
    except ValueError as e: yield str(e)
me = g()
print(next(me))
def state():
    yield
s = state(); print(s.gi_frame is not None, s.gi_running); next(s); print(s.__name__, s.gi_code.co_name)
