# wraps and update_wrapper.
from functools import WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES, partial, update_wrapper, wraps


def attempt(f, *args, **kw):
    try:
        print("ok", f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


def trace(f):
    @wraps(f)
    def wrapper(*args, **kw):
        """The wrapper's own."""
        return "traced", f(*args, **kw)

    return wrapper


@trace
def add(a: int, b: int = 2) -> int:
    """Add two numbers."""
    return a + b


add.__dict__["tag"] = 1
print(add(1), add.__name__, add.__qualname__, add.__doc__, add.__annotations__, add.__module__, add.__wrapped__(1))
again = trace(add)
print(again.tag, again.__wrapped__ is add, again.__name__)
print(WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES)


def bare():
    pass


update_wrapper(bare, partial(max, 1))
print(bare.__name__, bare.__wrapped__)


def other():
    "other's doc"


def named():
    pass


update_wrapper(named, other, assigned=("__doc__",), updated=())
print(named.__name__, named.__doc__, named.__wrapped__.__name__)
w = update_wrapper(lambda: 1, len)
print(w.__name__, w.__doc__ is not None, w())
attempt(update_wrapper, 5, len)
attempt(update_wrapper, bare, len, updated=("nothing",))
print(wraps(len).func is update_wrapper, sorted(wraps(len).keywords))


class Callable:
    """A callable class."""

    def __init__(self, f):
        update_wrapper(self, f)
        self.f = f

    def __call__(self):
        return self.f()


@Callable
def answer():
    "Docs of answer."
    return 42


print(answer(), answer.__name__, answer.__doc__)
