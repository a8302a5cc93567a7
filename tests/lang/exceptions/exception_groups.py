try:
    raise ExceptionGroup("eg", [ValueError(1), TypeError("t"), ExceptionGroup("in", [ValueError(2)])])
except* ValueError as g: print("V", g.message, repr(g.exceptions))
except* TypeError as g: print("T", g.exceptions)
try:
    try: raise ExceptionGroup("left", [OSError("o"), KeyError("k")])
    except* KeyError: print("key handled")
except ExceptionGroup as g: print(repr(g))
try: raise ValueError("plain")
except* ValueError as g: print(type(g).__name__, g.exceptions)
