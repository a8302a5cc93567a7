# extract_tb, extract_stack, walk_tb, walk_stack, StackSummary, FrameSummary.
import sys
import traceback


def f():
    local = 5
    raise ValueError("v")


def outer():
    return traceback.extract_stack()


def show(text):
    print("".join(text).replace(__file__, "FILE"), end="")


try:
    f()
except ValueError as e:
    tb = e.__traceback__
    summary = traceback.extract_tb(tb)
    print([(s.name, s.lineno, s.line, s.colno, s.end_colno, s.end_lineno) for s in summary])
    print(type(summary).__name__, len(summary), summary[0][1:], list(summary[1])[1:], len(summary[0]))
    print([(frame.f_code.co_name, line) for frame, line in traceback.walk_tb(tb)])
    show(summary.format())
    show(traceback.format_list(summary))
    locals_too = traceback.StackSummary.extract(traceback.walk_tb(tb.tb_next), capture_locals=True)
    show(locals_too.format())
stack = outer()
print([(s.name, s.lineno, s.line) for s in stack])
print([(s.name) for s in traceback.extract_stack(limit=1)])
show(traceback.format_stack())


def walker():
    return [frame.f_code.co_name for frame, line in traceback.walk_stack(sys._getframe())]


def two():
    return walker()


print(two())
traceback.print_stack(file=sys.stdout, limit=0)
s = traceback.FrameSummary("a.py", 3, "fn", line="  x = 1  ")
print(s, s.line, s == ("a.py", 3, "fn", "x = 1"), tuple(s), s == s, s == 5)
print(traceback.FrameSummary("none.py", 3, "fn").line == "", traceback.FrameSummary("none.py", None, "fn").line)
print(traceback.format_list([("a.py", 3, "fn", "x = 1"), ("b.py", 4, "g", None), s]))
many = [traceback.FrameSummary("r.py", 1, "rec", line="rec()") for _ in range(7)]
show(traceback.StackSummary.from_list(many + [s] + many[:4]).format())


class Mine(traceback.StackSummary):
    def format_frame_summary(self, frame_summary):
        return None if frame_summary.name == "fn" else "<" + frame_summary.name + ">\n"


print(Mine.from_list([s, many[0]]).format())
sys.tracebacklimit = 1
try:
    f()
except ValueError as e:
    print(len(traceback.extract_tb(e.__traceback__)))
