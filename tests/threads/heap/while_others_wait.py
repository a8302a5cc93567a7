# Garbage is collected while other threads wait in blocking calls with objects only their stacks know.
import socket
import threading
import time

a, b = socket.socketpair()
lock = threading.Lock()
lock.acquire()
event = threading.Event()
condition = threading.Condition()
results = {}
ready = threading.Semaphore(0)


def holding(name, wait):
    def body():
        things = [[name, i, {"n": i}] for i in range(50)]
        text = name + "-" + str(len(things))
        ready.release()
        got = wait()
        results[name] = (got, text, all(t == [name, i, {"n": i}] for i, t in enumerate(things)))
    return threading.Thread(target=body)


def wait_condition():
    with condition:
        return condition.wait_for(lambda: "go" in results, 30)


def generator():
    kept = [object() for _ in range(20)]
    event.wait()
    yield len({id(o) for o in kept})


threads = [holding("lock", lambda: (lock.acquire(), lock.release())[0]), holding("recv", lambda: a.recv(10)),
           holding("sleep", lambda: time.sleep(0.1)), holding("event", event.wait), holding("condition", wait_condition),
           holding("generator", lambda: list(generator())), holding("sorted", lambda: sorted([3, 1, 2], key=lambda x: (event.wait(), x)[1]))]
for t in threads:
    t.start()
for _ in threads:
    ready.acquire()
garbage = None
for i in range(12000):
    garbage = [garbage if i % 50 else None, str(i), {i: i}]
lock.release()
b.send(b"bytes")
event.set()
with condition:
    results["go"] = None
    condition.notify_all()
for t in threads:
    t.join()
for name in sorted(results):
    print(name, results[name])
