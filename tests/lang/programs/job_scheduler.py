"""Generators as coroutines: a scheduler with sleeping, channels, cancellation and exception groups."""
import heapq
import itertools
import sys
import traceback
from collections import deque
from contextlib import ExitStack, closing, contextmanager, redirect_stdout
from dataclasses import dataclass, field
from types import GeneratorType


class Cancelled(BaseException):
    pass


class JobError(Exception):
    def __init__(self, job, code):
        super().__init__(job, code)
        self.add_note(f"job {job}, code {code}")


@dataclass(frozen=True)
class Sleep:
    ticks: int


@dataclass(frozen=True)
class Join:
    tasks: tuple

    def __init__(self, *tasks):
        object.__setattr__(self, "tasks", tasks)


@dataclass(eq=False)
class Task:
    name: str
    routine: GeneratorType
    result: object = None
    error: BaseException | None = None
    done: bool = False
    waiters: list = field(default_factory=list, repr=False)

    def cancel(self, loop):
        if self.done:
            return False
        loop.ready.append((self, Cancelled(self.name)))
        return True


class Loop:
    def __init__(self):
        self.now, self.ready, self.sleeping, self.serial, self.log = 0, deque(), [], itertools.count(), []

    def spawn(self, name, routine):
        task = Task(name, routine)
        self.ready.append((task, None))
        return task

    def step(self, task, value):
        try:
            match value:
                case BaseException():
                    request = task.routine.throw(value)
                case _:
                    request = task.routine.send(value)
        except StopIteration as stop:
            task.result, task.done = stop.value, True
        except (Exception, Cancelled) as e:
            task.error, task.done = e, True
        else:
            match request:
                case None:
                    self.ready.append((task, None))
                case Sleep(ticks) if ticks >= 0:
                    heapq.heappush(self.sleeping, (self.now + ticks, next(self.serial), task))
                case Join(tasks):
                    self.wait(task, tasks)
                case GeneratorType() as routine:
                    self.ready.append((task, self.spawn(f"{task.name}.child", routine)))
                case other:
                    self.ready.append((task, TypeError(f"cannot wait for {other!r}")))
        if task.done:
            for waiter in task.waiters:
                waiter()

    def wait(self, task, tasks):
        left = [t for t in tasks if not t.done]

        def finished():
            if all(t.done for t in tasks):
                errors = [t.error for t in tasks if t.error]
                if errors:
                    kind = ExceptionGroup if all(isinstance(e, Exception) for e in errors) else BaseExceptionGroup
                    self.ready.append((task, kind(f"{len(errors)} of {len(tasks)} failed", errors)))
                else:
                    self.ready.append((task, [t.result for t in tasks]))

        for t in left:
            t.waiters.append(finished)
        if not left:
            finished()

    def run(self):
        while self.ready or self.sleeping:
            while self.ready:
                task, value = self.ready.popleft()
                if not task.done:
                    self.step(task, value)
            if self.sleeping:
                self.now, _, task = heapq.heappop(self.sleeping)
                self.ready.append((task, None))
        return self.now


def worker(loop, name, ticks, result, fail=None):
    try:
        for tick in range(ticks):
            yield Sleep(2)
            loop.log.append(f"{loop.now}:{name}{tick}")
        if fail:
            raise fail
        return result
    except Cancelled as e:
        loop.log.append(f"{loop.now}:{name} cancelled")
        raise
    finally:
        loop.log.append(f"{loop.now}:{name} out")


def pause(n):
    yield Sleep(n)
    return n


def supervisor(loop, report):
    slow = loop.spawn("slow", worker(loop, "s", 50, None))
    good = [loop.spawn(f"g{i}", worker(loop, "gh"[i], i + 1, i * 10)) for i in range(2)]
    report.append((yield Join(*good)))
    report.append((yield from pause(3)))
    bad = [loop.spawn("v", worker(loop, "v", 1, 0, ValueError("bad value"))), loop.spawn("k", worker(loop, "k", 2, 0, KeyError("key"))), loop.spawn("o", worker(loop, "o", 1, 1)),
           loop.spawn("j", worker(loop, "j", 1, 1, JobError("j", 7)))]
    try:
        yield Join(*bad)
    except* ValueError as group:
        report.append(repr(group))
    except* (KeyError, JobError) as group:
        report.append([repr(e) for e in group.exceptions] + [getattr(e, "__notes__", []) for e in group.exceptions])
    try:
        yield "nonsense"
    except TypeError as e:
        report.append(str(e))
    child = yield pause(4)
    report.append((yield Join(child)))
    slow.cancel(loop)
    try:
        yield Join(slow)
    except BaseExceptionGroup as e:
        report.append(f"{type(e).__name__} {e} {e.exceptions[0]!r}")
    return "end"


loop, report = Loop(), []
main = loop.spawn("main", supervisor(loop, report))
print(loop.run(), main.result, main.error)
print(*report, sep="\n")
print(" ".join(loop.log))


def leaves(group, depth=0):
    if isinstance(group, BaseExceptionGroup):
        yield f"{'  ' * depth}{group.message} [{len(group.exceptions)}]"
        for e in group.exceptions:
            yield from leaves(e, depth + 1)
    else:
        yield f"{'  ' * depth}{type(group).__name__}({', '.join(map(repr, group.args))})"


group = ExceptionGroup("outer", [ValueError(1), ExceptionGroup("inner", [TypeError("t"), OSError(2, "no file"), ValueError(2)]), KeyError("k")])
print(*leaves(group), sep="\n")
match, rest = group.split(ValueError)
print(*leaves(match), *leaves(rest), sep="\n")
print(group.subgroup(lambda e: isinstance(e, OSError)), group.subgroup(IndexError), group.derive([OSError()]), ExceptionGroup("x", [ValueError()]) != group)


def handle(error):
    try:
        try:
            raise error
        except* ValueError as e:
            print("  values", e.exceptions)
        except* OSError as e:
            print("  os", len(e.exceptions))
            raise RuntimeError("while handling") from None
        else:
            print("  else")
        finally:
            print("  finally")
    except BaseException as e:
        print("  left:", type(e).__name__, e, [repr(x) for x in getattr(e, "exceptions", [])])


for error in (group, ValueError("naked"), KeyError("other"), ExceptionGroup("only", [ValueError(3)]), ExceptionGroup("both", [OSError(5, "io"), KeyError(1)])):
    print(repr(error)[:60])
    handle(error)
for call in (lambda: ExceptionGroup("m", []), lambda: ExceptionGroup("m", [3]), lambda: ExceptionGroup("m", [KeyboardInterrupt()]), lambda: ExceptionGroup(1, [ValueError()]), lambda: BaseExceptionGroup("b", [ValueError()]), lambda: ExceptionGroup("m", ValueError()), lambda: ExceptionGroup()):
    try:
        print(type(call()).__name__)
    except Exception as e:
        print(type(e).__name__, e)


@contextmanager
def tagged(name):
    print("enter", name)
    try:
        yield name
    except ZeroDivisionError as e:
        print("swallowed", e)
    finally:
        print("exit", name)


def broken(*_):
    raise LookupError("while closing")


try:
    with ExitStack() as stack:
        stack.enter_context(tagged("a"))
        stack.push(broken)
        stack.enter_context(tagged("b"))
        1 / 0
except LookupError as e:
    print(repr(e), repr(e.__context__))
try:
    with tagged("outer"), tagged("inner") as t, closing(pause(1)) as g:
        print(t, next(g))
        raise KeyError(t)
except KeyError as e:
    print("KeyError", e, g.gi_frame)


def chain():
    try:
        try:
            {}["a"]
        except KeyError as e:
            raise ValueError("second") from e
    except ValueError as e:
        e.add_note("a note")
        raise TypeError("third")


try:
    chain()
except TypeError as e:
    lines = traceback.format_exception(e)
    print("".join(line for line in lines if "File" not in line), [f.name for f in traceback.extract_tb(e.__traceback__)], sys.exc_info()[0].__name__)
    print(repr(e.__context__), repr(e.__context__.__cause__), e.__suppress_context__, traceback.format_exception_only(e))
try:
    raise group
except ExceptionGroup as e:
    print("\n".join(line for line in "".join(traceback.format_exception(e)).splitlines() if "File" not in line))
