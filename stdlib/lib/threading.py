"""Thread-based parallelism, on the native module _thread.

Behaviour: https://docs.python.org/3.11/library/threading.html
"""
import _thread
from time import monotonic as _time

__all__ = ["get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread",
           "TIMEOUT_MAX", "Event", "Lock", "RLock", "Semaphore", "BoundedSemaphore", "Thread",
           "Barrier", "BrokenBarrierError", "Timer", "ThreadError", "excepthook", "ExceptHookArgs",
           "stack_size", "get_native_id", "local"]

get_ident = _thread.get_ident
get_native_id = _thread.get_native_id
stack_size = _thread.stack_size
Lock = _thread.allocate_lock
RLock = _thread.RLock
local = _thread._local
ThreadError = _thread.error
TIMEOUT_MAX = _thread.TIMEOUT_MAX

_active = {}            # ident -> Thread, of running threads
_next_number = iter(range(1, 1 << 60)).__next__    # one operation: no two threads get the same


def _new_name(target=None):
    number = _next_number()
    name = getattr(target, "__name__", None) if target is not None else None
    return f"Thread-{number} ({name})" if name is not None else f"Thread-{number}"


class ExceptHookArgs(tuple):
    """What excepthook() gets: exc_type, exc_value, exc_traceback, thread."""

    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


def excepthook(args, /):
    """Print an uncaught exception of a thread; SystemExit is silent."""
    import sys
    if args.exc_type == SystemExit:
        return
    if sys.stderr is None:
        return
    name = args.thread.name if args.thread is not None else get_ident()
    sys.stderr.write(f"Exception in thread {name}:\n" + _thread._format_exception(args.exc_value))
    sys.stderr.flush()


class Thread:
    """One thread of control: a target to call, or a subclass with its own run()."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        if group is not None:
            raise AssertionError("group argument must be None for now")
        self._target = target
        self._name = str(name) if name else _new_name(target)
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = daemon if daemon is not None else current_thread().daemon
        self._ident = None
        self._native_id = None
        self._thread_state = 0             # 0 initial, 1 started, 2 stopped
        self._tstate_lock = Lock()      # held from start() to the end
        self._started_lock = Lock()        # held from start() until the thread has an identity

    def __repr__(self):
        if not hasattr(self, "_thread_state"):
            raise AssertionError("Thread.__init__() was not called")
        status = ("initial", "started", "stopped")[self._thread_state]
        if self._daemonic:
            status += " daemon"
        if self._ident is not None:
            status += f" {self._ident}"
        return f"<{self.__class__.__name__}({self._name}, {status})>"

    def start(self):
        """Start the thread; once only."""
        if not hasattr(self, "_thread_state"):
            raise RuntimeError("thread.__init__() not called")
        if self._thread_state != 0:
            raise RuntimeError("threads can only be started once")
        self._tstate_lock.acquire()
        self._started_lock.acquire()
        try:
            _thread._start(self._bootstrap, self._daemonic)
        except BaseException:
            self._started_lock.release()
            self._tstate_lock.release()
            raise
        _thread._await_start(self._started_lock)    # the thread has set ident and state

    def run(self):
        """What the thread does; calls the target unless overridden."""
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        self._ident = get_ident()
        self._native_id = get_native_id()
        _thread._set_current_object(self)
        _active[self._ident] = self
        self._thread_state = 1
        self._started_lock.release()
        try:
            self.run()
        except BaseException as error:
            try:
                excepthook(ExceptHookArgs((type(error), error, error.__traceback__, self)))
            except BaseException as second:
                import sys
                sys.stderr.write("Exception in threading.excepthook:\n" + _thread._format_exception(second))
        finally:
            self._thread_state = 2
            if _active.get(self._ident) is self:
                del _active[self._ident]
            self._tstate_lock.release()

    def join(self, timeout=None):
        """Wait until the thread ends, or for `timeout` seconds."""
        if not hasattr(self, "_thread_state"):
            raise RuntimeError("Thread.__init__() not called")
        if self._thread_state == 0:
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        if timeout is None:
            with self._tstate_lock:
                pass
        elif self._tstate_lock.acquire(True, max(timeout, 0)):
            self._tstate_lock.release()

    def is_alive(self):
        """Has the thread been started and not ended?"""
        if not hasattr(self, "_thread_state"):
            raise AssertionError("Thread.__init__() not called")
        return self._thread_state == 1

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    @property
    def ident(self):
        return self._ident

    @property
    def native_id(self):
        return self._native_id

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not hasattr(self, "_thread_state"):
            raise RuntimeError("Thread.__init__() not called")
        if self._thread_state != 0:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name


class _MainThread(Thread):
    def __init__(self):
        Thread.__init__(self, name="MainThread", daemon=False)
        self._adopt()

    def _adopt(self):
        self._ident = get_ident()
        self._native_id = get_native_id()
        self._thread_state = 1
        self._tstate_lock.acquire()
        _active[self._ident] = self
        _thread._set_current_object(self)

    def _ended(self):
        """The main program is over: those who join it go on. Called by the interpreter, once."""
        self._thread_state = 2
        self._tstate_lock.release()


class _DummyThread(_MainThread):
    """The Thread object of a thread that threading did not start."""

    def __init__(self):
        Thread.__init__(self, name=_new_name().replace("Thread-", "Dummy-"), daemon=True)
        self._adopt()


def current_thread():
    thread = _thread._current_object()
    return thread if thread is not None else _DummyThread()


currentThread = current_thread


def main_thread():
    return _main_thread


def enumerate():
    """Every running Thread."""
    return list(_active.values())


def active_count():
    return len(_active)


activeCount = active_count


def _described(thing, state):
    return f"<{thing.__class__.__module__}.{thing.__class__.__qualname__} at {id(thing):#x}: {state}>"


class Condition:
    """A condition variable over a lock."""

    def __init__(self, lock=None):
        if lock is None:
            lock = RLock()
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = []

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._waiters)})>"

    def _is_owned(self):
        if hasattr(self._lock, "_is_owned"):
            return self._lock._is_owned()
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        """Release the lock, wait for a notify or for `timeout` seconds, take the lock. False: time out."""
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = Lock()
        waiter.acquire()
        self._waiters.append(waiter)
        whole = hasattr(self._lock, "_release_save")
        saved = self._lock._release_save() if whole else self._lock.release()
        woken = False
        try:
            if timeout is None:
                woken = waiter.acquire()
            else:
                woken = waiter.acquire(True, timeout) if timeout > 0 else waiter.acquire(False)
            return woken
        finally:
            if whole:
                self._lock._acquire_restore(saved)
            else:
                self._lock.acquire()
            if not woken:
                try:
                    self._waiters.remove(waiter)
                except ValueError:
                    pass

    def wait_for(self, predicate, timeout=None):
        """Wait until predicate() is true; its last value."""
        end = None
        result = predicate()
        while not result:
            if timeout is not None:
                if end is None:
                    end = _time() + timeout
                left = end - _time()
                if left <= 0:
                    break
                self.wait(left)
            else:
                self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        """Wake up to n waiting threads."""
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        while n > 0 and self._waiters:
            self._waiters.pop(0).release()
            n -= 1

    def notify_all(self):
        self.notify(len(self._waiters))

    notifyAll = notify_all


class Semaphore:
    """A counter of permits; acquire() waits while there is none."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._cond = Condition(Lock())
        self._value = value

    def __repr__(self):
        return _described(self, f"value={self._value}")

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        with self._cond:
            end = None
            while self._value == 0:
                if not blocking:
                    return False
                if timeout is None:
                    self._cond.wait()
                    continue
                if end is None:
                    end = _time() + timeout
                left = end - _time()
                if left <= 0:
                    return False
                self._cond.wait(left)
            self._value -= 1
        return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            self._value += n
            self._cond.notify(n)

    def __exit__(self, *args):
        self.release()


class BoundedSemaphore(Semaphore):
    """A Semaphore that refuses more releases than acquires."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        return _described(self, f"value={self._value}/{self._initial_value}")

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError("Semaphore released too many times")
            self._value += n
            self._cond.notify(n)


class Event:
    """A flag that threads can wait for."""

    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        return _described(self, "set" if self._flag else "unset")

    def is_set(self):
        return self._flag

    isSet = is_set

    def set(self):
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        with self._cond:
            return self._flag or self._cond.wait(timeout) or self._flag


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    """Holds threads until `parties` of them have come."""

    def __init__(self, parties, action=None, timeout=None):
        self._cond = Condition(Lock())
        self._action = action
        self._timeout = timeout
        self._parties = parties
        self._state = 0             # 0 filling, 1 draining, -1 resetting, -2 broken
        self._count = 0

    def __repr__(self):
        return _described(self, "broken" if self.broken else f"waiters={self.n_waiting}/{self._parties}")

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            while self._state in (-1, 1):
                self._cond.wait()
            if self._state < 0:
                raise BrokenBarrierError
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    self._release()
                else:
                    self._wait(timeout)
                return index
            finally:
                self._count -= 1
                if self._count == 0 and self._state in (-1, 1):
                    self._state = 0
                    self._cond.notify_all()

    def _release(self):
        try:
            if self._action:
                self._action()
            self._state = 1
            self._cond.notify_all()
        except BaseException:
            self._break()
            raise

    def _wait(self, timeout):
        if not self._cond.wait_for(lambda: self._state != 0, timeout):
            self._break()
            raise BrokenBarrierError
        if self._state < 0:
            raise BrokenBarrierError

    def _break(self):
        self._state = -2
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            if self._count > 0:
                if self._state in (0, -2):
                    self._state = -1
            else:
                self._state = 0
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == 0 else 0

    @property
    def broken(self):
        return self._state == -2


class Timer(Thread):
    """Calls a function after `interval` seconds, unless cancelled before."""

    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


_main_thread = _MainThread()
