# An exception group with nested groups, notes, causes and a context, uncaught.
# stderr: full
def fail():
    raise ValueError("inner")


try:
    try:
        fail()
    except ValueError as e:
        e.add_note("first note\nsecond line")
        raise ExceptionGroup("outer", [e, ExceptionGroup("nested", [TypeError(1), KeyError("k")])])
except ExceptionGroup as g:
    try:
        1 / 0
    except ZeroDivisionError as z:
        raise ExceptionGroup("top", [z, OSError(2, "gone", "file")]) from g
