import sched
now = [0]
log = []
def sleep(d):
    if d: log.append(("sleep", d))
    now[0] += d
s = sched.scheduler(lambda: now[0], sleep)
def act(*a, **k): log.append((now[0], a, k))
s.enter(5, 1, act, ("five",)); s.enter(1, 2, act, ("one-low",)); s.enter(1, 1, act, argument=("one-high",), kwargs={"k": 1}); e = s.enterabs(3, 1, act, ("cancelled",)); s.enterabs(2, 1, lambda: s.enter(1, 0, act, ("nested",)))
print(e.time, e.priority, e.argument, e.kwargs, s.empty(), len(s.queue), [q.time for q in s.queue]); s.cancel(e)
try: s.cancel(e)
except ValueError as x: print("ValueError")
print(s.run(blocking=False)); print(log); s.run(); print(log, s.empty(), s.queue, s.run(), s.run(False))
def boom(): raise RuntimeError("action")
s.enter(0, 1, boom); s.enter(0, 2, act, ("after",))
try: s.run()
except RuntimeError as x: print(x, len(s.queue))
s.run(); print(log[-1], sched.__all__, type(e).__name__)
