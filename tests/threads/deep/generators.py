# A generator runs in whichever thread resumes it; two at once is an error of the second.
import threading


def numbers():
    for i in range(5):
        yield i


g = numbers()
got = []
for _ in range(5):
    t = threading.Thread(target=lambda: got.append(next(g)))
    t.start()
    t.join()
print(got, next(g, "end"))

inside, go = threading.Event(), threading.Event()


def blocks():
    inside.set()
    go.wait()
    yield "value"


g = blocks()
got = []
t = threading.Thread(target=lambda: got.append(next(g)))
t.start()
inside.wait()
for attempt in (lambda: next(g), lambda: g.send(None), g.close, lambda: g.throw(KeyError)):
    try:
        attempt()
        print("no error")
    except ValueError as e:
        print("ValueError:", e)
print(g.gi_running)
go.set()
t.join()
print(got, g.gi_running, list(g))


# Sharing one without a lock: values come once each, or the second thread is told.
def endless():
    n = 0
    while n < 3000:
        n += 1
        yield n


g = endless()
taken, told = [], []


def take():
    while True:
        try:
            taken.append(next(g))
        except ValueError:
            told.append(1)
        except StopIteration:
            return


threads = [threading.Thread(target=take) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(taken) == list(range(1, 3001)))


def finally_in_thread():
    try:
        yield threading.current_thread().name
        yield threading.current_thread().name
    finally:
        got.append("closed in " + threading.current_thread().name)


g = finally_in_thread()
got = [next(g)]
t = threading.Thread(target=g.close, name="closer")
t.start()
t.join()
print(got)
