# warn, filters, catch_warnings, simplefilter, actions, errors.
import sys
import warnings

sys.stderr = sys.stdout


def short(message, category, filename, lineno, file=None, line=None):
    print("SHOWN", category.__name__, message, lineno)


def give(message="w", category=UserWarning):
    warnings.warn(message, category, stacklevel=2)


warnings.showwarning = short
give()
for i in range(3):
    give("loop")
give("other")
give("dep", DeprecationWarning)
give("pend", PendingDeprecationWarning)
for action in ("always", "default", "module", "once", "ignore", "error"):
    with warnings.catch_warnings():
        warnings.simplefilter(action)
        for i in range(2):
            try:
                give(action)
            except UserWarning as e:
                print("raised", repr(e))
        try:
            give(action)
        except UserWarning as e:
            print("raised", repr(e))
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    warnings.warn("recorded")
    warnings.warn(RuntimeWarning("instance"))
    warnings.warn("dep", DeprecationWarning)
    print(len(log), [(str(w.message), w.category.__name__, w.lineno) for w in log])
    print(type(log[0]).__name__, log[0].filename == __file__, log[0].line, log[0].source)
with warnings.catch_warnings(action="error"):
    try:
        give("by action")
    except UserWarning as e:
        print("raised", e)


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: warnings.warn("x", int))
attempt(lambda: warnings.warn("x", "y"))
attempt(lambda: warnings.simplefilter("bogus"))
attempt(lambda: warnings.filterwarnings("ignore", category=int))
cw = warnings.catch_warnings()
attempt(lambda: cw.__exit__())
with cw:
    attempt(lambda: cw.__enter__())
print(warnings.catch_warnings(record=True))
warnings.warn_explicit("explicit", UserWarning, "some.py", 7)
registry = {}
for i in range(2):
    warnings.warn_explicit("reg", UserWarning, "some.py", 7, registry=registry)
print(sorted(map(str, registry)))
print(warnings.formatwarning("m", UserWarning, "nofile.py", 3), end="")
print(warnings.formatwarning("m", UserWarning, "nofile.py", 3, "  the line "), end="")
with warnings.catch_warnings():
    warnings.resetwarnings()
    print(warnings.filters)
    give("dep", DeprecationWarning)
print(len(warnings.filters), warnings.filters[0][0])


class Custom(UserWarning):
    pass


warnings.warn(Custom("custom"))
give("custom2", Custom)
