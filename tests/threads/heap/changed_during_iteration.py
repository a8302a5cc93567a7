# Containers changed by one thread while another iterates: an error or a whole result, never a crash.
import threading

d = {i: i for i in range(100)}
items = list(range(100))
stop = False
outcomes = set()


def change():
    n = 100
    while not stop:
        d[n] = n
        d.pop(n - 50, None)
        items.append(n)
        if len(items) > 300:
            del items[:200]
        n += 1


def look():
    for _ in range(150):
        for what in (lambda: sum(d.values()), lambda: [k for k in d], lambda: sum(items), lambda: sorted(items),
                     lambda: repr(d), lambda: items == list(items), lambda: d | {1: 1}, lambda: set(items)):
            try:
                what()
                outcomes.add("whole")
            except RuntimeError as e:
                outcomes.add(str(e))
            except ValueError as e:
                outcomes.add(str(e))


changers = [threading.Thread(target=change) for _ in range(2)]
lookers = [threading.Thread(target=look) for _ in range(2)]
for t in changers + lookers:
    t.start()
for t in lookers:
    t.join()
stop = True
for t in changers:
    t.join()
print("whole" in outcomes, outcomes <= {"whole", "dictionary changed size during iteration", "dictionary keys changed during iteration",
                                         "Set changed size during iteration", "list modified during sort"})
