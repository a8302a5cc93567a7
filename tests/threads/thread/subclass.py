# Subclasses: run() overridden, extended, given state; super().run() calls the target.
import threading


class Square(threading.Thread):
    def __init__(self, n):
        super().__init__(name=f"square-{n}")
        self.n = n
        self.result = None

    def run(self):
        self.result = self.n * self.n


class Wrapped(threading.Thread):
    def run(self):
        log.append("before")
        super().run()
        log.append("after")


class Cached(threading.Thread):
    @property
    def done(self):
        return not self.is_alive()

    def join(self, timeout=None):
        super().join(timeout)
        return "joined"


log = []
threads = [Square(n) for n in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print([t.result for t in threads], [t.name for t in threads][:2])
t = Wrapped(target=log.append, args=("target",))
t.start()
t.join()
print(log)
t = Cached(target=lambda: None)
t.start()
print(t.join(), t.done)
t = threading.Thread(target=lambda: log.append("never"))
t.run = lambda: log.append("instance attribute")
t.start()
t.join()
print(log)
t = threading.Thread(target=log.append, args=("run called directly",))
t.run()
print(log[-1], t.is_alive(), t.ident)
try:
    t.run()
except AttributeError as e:
    print("AttributeError:", e)
