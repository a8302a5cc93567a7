# wait_for: value of the predicate, exceptions in it, the lock restored to its depth after a wait.
import threading

c = threading.Condition()
state = {"value": 0}
results = []


def waiter(least):
    with c:
        with c:
            results.append((least, c.wait_for(lambda: state["value"] >= least and ("reached", least))))
            results.append(c._is_owned())


threads = [threading.Thread(target=waiter, args=(n,)) for n in (3, 1, 2)]
for t in threads:
    t.start()
for v in range(1, 4):
    with c:
        state["value"] = v
        c.notify_all()
for t in threads:
    t.join()
print(sorted(map(str, results)))


def predicate():
    raise ZeroDivisionError("in predicate")


with c:
    try:
        c.wait_for(predicate, 1)
    except ZeroDivisionError as e:
        print(e, c._is_owned())
print(c._is_owned(), c.acquire(False))
c.release()
