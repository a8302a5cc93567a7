e = ValueError("a", 1)
print(e.args, str(e), repr(e), str(ValueError()), repr(ValueError()), str(KeyError("k")), str(KeyError()), str(KeyError(1, 2)), repr(ValueError("x")), str(ValueError(None)))
try:
    {}["key"]
except KeyError as err:
    print(err.args, str(err), repr(err))
try:
    None.foo_attr
except AttributeError as err:
    print(err.name, err.obj, err)
try:
    nope_name
except NameError as err:
    print(err.name)
s = StopIteration(5); print(s.value, SystemExit(3).code, SystemExit().code)
o = OSError(2, "No such file or directory", "x.txt"); print(o, o.errno, o.strerror, o.filename, type(o).__name__)
e.add_note("a note"); print(e.__notes__)
