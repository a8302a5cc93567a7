# args as tuple and list, kwargs, defaults, methods and callables as targets.
from threading import Thread

log = []


def target(a, b=2, *rest, c=3, **more):
    log.append((a, b, rest, c, sorted(more.items())))


class Callable:
    def __init__(self, label):
        self.label = label

    def __call__(self, *args):
        log.append((self.label, args))

    def method(self, x, *, y):
        log.append((self.label, "method", x, y))


def run(*args, **kwargs):
    t = Thread(*args, **kwargs)
    t.start()
    t.join()
    return t


run(target=target, args=(1,))
run(target=target, args=[1, 5, 6, 7], kwargs={"c": 9, "z": 0})
run(None, target, "positional", (1, 4), {"c": "k"})
run(target=Callable("object"), args=(1, 2))
run(target=Callable("bound").method, args=(1,), kwargs={"y": 2})
run(target=lambda: log.append("lambda"))
run(target=log.append, args=("builtin",))
run(target=lambda *a: log.append(a), args="text")
run()
kwargs = {"c": 1}
t = Thread(target=target, args=(0,), kwargs=kwargs)
kwargs["c"] = 2
t.start()
t.join()
for entry in log:
    print(entry)
