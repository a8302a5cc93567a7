"""Functions to be called when the program ends: last registered, first called.

The end of a program calls _run_exitfuncs after all threads have ended (cli/main.cpp).
Behaviour: https://docs.python.org/3.11/library/atexit.html"""

_calls = []


def register(func, /, *args, **kwargs):
    """Have func(*args, **kwargs) called at the end; returns func."""
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _calls.append((func, args, kwargs))
    return func


def unregister(func, /):
    """Forget every registration of func."""
    _calls[:] = [call for call in _calls if not (call[0] is func or call[0] == func)]


def _clear():
    _calls.clear()


def _ncallbacks():
    return len(_calls)


def _run_exitfuncs():
    import sys
    for func, args, kwargs in reversed(list(_calls)):
        try:
            func(*args, **kwargs)
        except SystemExit:
            pass
        except BaseException as e:
            sys.stderr.write(f"Exception ignored in atexit callback: {func!r}\n")
            sys.excepthook(type(e), e, e.__traceback__)
    _calls.clear()
