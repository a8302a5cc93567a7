# TracebackException: attributes, equality, groups, chains that loop, printing.
import sys
import traceback


def show(text):
    print("".join(text).replace(__file__, "FILE"), end="")


def boom(n):
    raise ValueError(n)


try:
    boom(1)
except ValueError as e:
    te = traceback.TracebackException.from_exception(e)
    te2 = traceback.TracebackException(type(e), e, e.__traceback__)
print(te.exc_type, str(te), len(te.stack), te == te2, te.__cause__, te.__context__, te.__suppress_context__)
print(list(te.format_exception_only()))
te.print(file=sys.stdout) if False else show(te.format())
a, b = ValueError("a"), ValueError("b")
a.__cause__, b.__cause__ = b, a
show(traceback.TracebackException.from_exception(a).format())
a, b = ValueError("a"), ValueError("b")
a.__context__, b.__context__ = b, a
show(traceback.TracebackException.from_exception(a).format())
try:
    try:
        boom(1)
    except ValueError as one:
        try:
            boom(2)
        except ValueError as two:
            raise ExceptionGroup("group", [one, two, ExceptionGroup("inner", [TypeError("t"), KeyError("k")])])
except ExceptionGroup as group:
    show(traceback.format_exc())
    show(traceback.TracebackException.from_exception(group, max_group_width=1).format())
    show(traceback.TracebackException.from_exception(group, max_group_depth=0).format())
    show(traceback.format_exception_only(group))
try:
    raise ExceptionGroup("notes", [ValueError(i) for i in range(3)]) from KeyError("cause")
except ExceptionGroup as group:
    group.add_note("noted")
    group.exceptions[1].add_note("inner note")
    show(traceback.format_exc())
try:
    compile("x = = 1", "f.py", "exec")
except SyntaxError as e:
    te = traceback.TracebackException.from_exception(e)
    print(te.filename, te.lineno, te.text, te.offset, te.end_offset, te.msg)
    show(te.format_exception_only())
chain = None
for i in range(300):
    new = ValueError(i)
    new.__context__ = chain
    chain = new
print(len("".join(traceback.format_exception(chain)).splitlines()))
