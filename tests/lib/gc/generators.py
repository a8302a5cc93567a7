# A suspended generator that is collected is closed.
import gc
import sys


def plain():
    try:
        yield 1
    finally:
        print("finally")


class Manager:
    def __enter__(self): return self
    def __exit__(self, *exc): print("exit", exc[0].__name__)


def managed():
    with Manager():
        yield 1


def catching():
    try:
        yield 1
    except GeneratorExit as e:
        print("caught", type(e).__name__)
        raise


def outer():
    try:
        yield from plain()
    finally:
        print("outer finally")


def nothing():
    yield 1
    print("never")


for f in (plain, managed, catching, outer, nothing):
    g = f()
    next(g)
    del g
    gc.collect()
    print(f.__name__)
for f in (plain, managed):
    g = f()
    del g
    gc.collect()
g = plain()
list(g)
del g
gc.collect()


class Out:
    def __init__(self): self.text = ""
    def write(self, s): self.text += s
    def flush(self): pass


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def failing():
    try:
        yield 1
    finally:
        raise ValueError("in finally")


for f in (stubborn, failing):
    err, sys.stderr = sys.stderr, Out()
    g = f()
    next(g)
    del g
    gc.collect()
    text, sys.stderr = sys.stderr.text, err
    lines = text.strip().split("\n")
    print(lines[0].split(" at ")[0], "|", lines[-1])
g = plain()
next(g)
print("end")
