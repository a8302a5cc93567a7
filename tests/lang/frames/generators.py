# gi_frame: the frame of a generator before, while and after it runs.
import sys


def numbers(start):
    value = start
    yield value
    value += 1
    yield sys._getframe().f_back.f_code.co_name
    yield value


g = numbers(5)
print(g.gi_frame.f_lineno, g.gi_frame.f_code.co_name, g.gi_running, g.gi_suspended)
print(next(g), g.gi_frame.f_lineno, sorted(g.gi_frame.f_locals.items()), g.gi_suspended)
print(next(g), g.gi_frame.f_lineno, g.gi_frame.f_locals["value"], g.gi_frame.f_back)


def taker():
    return next(g)


print(taker())
print(list(g), g.gi_frame, g.gi_code is numbers.__code__)


def from_inside():
    yield me.gi_running, me.gi_frame.f_lineno, me.gi_frame.f_back.f_code.co_name


me = from_inside()
print(next(me))
