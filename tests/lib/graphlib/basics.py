from graphlib import *
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
g = {"D": ["B", "C"], "C": ["A"], "B": ["A"]}
ts = TopologicalSorter(g); print(tuple(ts.static_order()))
ts = TopologicalSorter(); ts.add(3, 2, 1); ts.add(1, 0); ts.add(5); ts.add(3, 2); ts.prepare()
while ts:
    r = ts.get_ready(); print(sorted(r), bool(ts), ts.is_active()); ts.done(*r)
print(list(TopologicalSorter({}).static_order()), list(TopologicalSorter({1: []}).static_order()))
for bad in ({1: [1]}, {1: [2], 2: [1]}, {1: [2], 2: [3], 3: [4], 4: [2]}, {0: [9], 1: [2], 2: [3, 5], 3: [1], 5: []}):
    try: TopologicalSorter(bad).prepare()
    except CycleError as e: print(e.args, isinstance(e, ValueError))
ts = TopologicalSorter({2: [1]}); t(lambda: ts.get_ready()); t(lambda: ts.done(1)); t(lambda: ts.is_active()); ts.prepare(); t(lambda: ts.prepare()); t(lambda: ts.add(9)); t(lambda: ts.done(99)); t(lambda: ts.done(2)); print(ts.get_ready(), ts.get_ready()); ts.done(1); t(lambda: ts.done(1)); print(ts.get_ready(), ts.is_active()); ts.done(2); print(ts.is_active())
ts = TopologicalSorter({i: [i - 1] for i in range(1, 2000)}); print(list(ts.static_order())[-3:], TopologicalSorter[int]); t(lambda: TopologicalSorter({1: [[]]})); t(lambda: TopologicalSorter(5))
