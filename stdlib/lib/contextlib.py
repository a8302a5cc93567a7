"""Tools for the with statement. The asynchronous ones are not here.

Each manager is an ordinary object; none keeps state outside of itself, save for the streams and the
working directory that some of them change for everyone while they are entered.
Behaviour: https://docs.python.org/3.11/library/contextlib.html
"""
import abc
import sys
from functools import wraps

__all__ = ["contextmanager", "closing", "nullcontext", "AbstractContextManager", "ContextDecorator",
           "ExitStack", "redirect_stdout", "redirect_stderr", "suppress", "chdir"]

_GenericAlias = type(list[int])


def _has_method(cls, name):
    for c in cls.__mro__:
        if name in c.__dict__:
            return c.__dict__[name] is not None
    return False


class AbstractContextManager(abc.ABC):
    """Base of context managers; any class with __enter__ and __exit__ counts as a subclass."""

    __class_getitem__ = classmethod(_GenericAlias)

    def __enter__(self):
        return self

    @abc.abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractContextManager:
            if _has_method(C, "__enter__") and _has_method(C, "__exit__"):
                return True
        return NotImplemented


class ContextDecorator:
    """Base that lets a context manager be used as a decorator of functions too."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)

        return inner


class _GeneratorContextManager(AbstractContextManager, ContextDecorator):
    """What a function decorated with contextmanager returns: one run of the generator."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        doc = getattr(func, "__doc__", None)
        self.__doc__ = type(self).__doc__ if doc is None else doc

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)

    def __enter__(self):
        if self.args is None:       # entered a second time; CPython has deleted the attribute
            raise AttributeError(f"{type(self).__name__!r} object has no attribute 'args'")
        self.args = self.kwds = self.func = None
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = typ()
        try:
            self.gen.throw(typ, value, traceback)
        except StopIteration as stop:
            # Swallowed, unless it is the very exception that was thrown in.
            return stop is not value
        except RuntimeError as error:
            if error is value:
                error.__traceback__ = traceback
                return False
            # A StopIteration that passed through a generator came out as a RuntimeError.
            if isinstance(value, StopIteration) and error.__cause__ is value:
                error.__traceback__ = traceback
                return False
            raise
        except BaseException as error:
            if error is not value:
                raise
            error.__traceback__ = traceback
            return False
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(func):
    """Decorator: a generator function that yields once becomes a maker of context managers."""

    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)

    return helper


class closing(AbstractContextManager):
    """Closes a thing at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class nullcontext(AbstractContextManager):
    """Does nothing; gives enter_result as the value of the with statement."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass


class _RedirectStream(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []      # a stack, so that one object may be entered again

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    """Sends what is printed in the block to another file."""

    _stream = "stdout"


class redirect_stderr(_RedirectStream):
    """Sends what is written to sys.stderr in the block to another file."""

    _stream = "stderr"


class suppress(AbstractContextManager):
    """Ends the block quietly on the given exceptions."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        return exctype is not None and issubclass(exctype, self._exceptions)


class chdir(AbstractContextManager):
    """Changes the working directory for the block."""

    def __init__(self, path):
        self.path = path
        self._old_cwd = []

    def __enter__(self):
        import os
        self._old_cwd.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *excinfo):
        import os
        os.chdir(self._old_cwd.pop())


def _chain(new, old, outside):
    """Put `old` under `new` as its context, in place of what was handled outside of the stack."""
    while True:
        context = new.__context__
        if context is None or context is old:
            return
        if context is outside:
            new.__context__ = old
            return
        new = context


class ExitStack(AbstractContextManager):
    """A stack of context managers and callbacks that are left in reverse order."""

    def __init__(self):
        self._exit_callbacks = []       # of functions that take the three arguments of __exit__

    def enter_context(self, cm):
        """Enter a context manager and leave it with the stack; its __enter__'s result."""
        cls = type(cm)
        try:
            enter, leave = cls.__enter__, cls.__exit__
        except AttributeError:
            raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does "
                            "not support the context manager protocol") from None
        result = enter(cm)
        self._exit_callbacks.append(lambda *details: leave(cm, *details))
        return result

    def push(self, exit):
        """Add an object's __exit__, or a function with its arguments, without entering anything."""
        leave = getattr(type(exit), "__exit__", None)
        if leave is None:
            self._exit_callbacks.append(exit)
        else:
            self._exit_callbacks.append(lambda *details: leave(exit, *details))
        return exit

    def callback(self, callback, /, *args, **kwds):
        """Add a function to be called with these arguments."""
        def leave(exc_type, exc, tb):
            callback(*args, **kwds)

        leave.__wrapped__ = callback
        self._exit_callbacks.append(leave)
        return callback

    def pop_all(self):
        """Move everything to a new stack, and return that."""
        new = type(self)()
        new._exit_callbacks = self._exit_callbacks
        self._exit_callbacks = []
        return new

    def close(self):
        """Leave everything at once."""
        self.__exit__(None, None, None)

    def __exit__(self, *details):
        outside = sys.exc_info()[1]
        had = details[0] is not None
        suppressed = raised = False
        current = details[1]
        callbacks = self._exit_callbacks
        while callbacks:
            leave = callbacks.pop()
            try:
                if leave(*details):
                    suppressed, raised = True, False
                    details, current = (None, None, None), None
            except BaseException as new:
                _chain(new, current, outside)
                raised = True
                details, current = (type(new), new, new.__traceback__), new
        if raised:
            context = current.__context__
            try:
                raise current
            except BaseException:
                current.__context__ = context       # raising set it anew
                raise
        return had and suppressed
