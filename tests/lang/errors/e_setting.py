# Setting the special attributes of exceptions, and what is refused.
e = ValueError(1)
for name, value in [("__cause__", KeyError()), ("__cause__", 5), ("__context__", None), ("__context__", "x"),
                    ("__suppress_context__", False), ("__traceback__", 3), ("__traceback__", None),
                    ("args", [1, 2]), ("args", 5), ("extra", 7), ("__notes__", ["n"])]:
    try:
        setattr(e, name, value)
        print(name, repr(getattr(e, name)), e.__suppress_context__)
    except Exception as x:
        print(type(x).__name__, x)
for name in ["__cause__", "__context__", "__traceback__", "args", "extra", "__notes__", "nothing"]:
    try:
        delattr(e, name)
        print("deleted", name)
    except Exception as x:
        print(type(x).__name__, x)
try:
    e.add_note(5)
except TypeError as x:
    print(x)
print(hasattr(e, "__notes__"))
e.add_note("a")
print(e.__notes__, e.with_traceback(None) is e)
