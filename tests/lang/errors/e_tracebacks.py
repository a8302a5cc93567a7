# Traceback objects: frames, lines, chains.
def inner():
    raise ValueError("v")
def outer():
    inner()
try:
    outer()
except ValueError as e:
    tb = e.__traceback__
    while tb:
        print(tb.tb_lineno, tb.tb_frame.f_code.co_name, tb.tb_frame.f_globals is globals())
        tb = tb.tb_next
    saved = e
try:
    raise saved
except ValueError as e:
    n, tb = 0, e.__traceback__
    while tb:
        n, tb = n + 1, tb.tb_next
    print(n)
try:
    try:
        outer()
    finally:
        print("finally")
except ValueError as e:
    n, tb = 0, e.__traceback__
    while tb:
        n, tb = n + 1, tb.tb_next
    print(n)
def reraise():
    try:
        inner()
    except ValueError:
        raise
try:
    reraise()
except ValueError as e:
    names, tb = [], e.__traceback__
    while tb:
        names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    print(names)
