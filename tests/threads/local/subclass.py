# A subclass's __init__ runs once in each thread that uses the object; with the constructor's arguments.
import threading

calls = []


class Data(threading.local):
    shared = "class attribute"
    number = 0

    def __init__(self, start, step=1):
        self.value = start
        self.step = step
        calls.append(threading.current_thread().name)

    def bump(self):
        self.value += self.step
        return self.value

    @property
    def double(self):
        return self.value * 2


data = Data(10, step=5)
print(data.bump(), data.double, data.shared, calls)
results = {}


def work(n):
    for _ in range(n):
        data.bump()
    results[n] = (data.value, data.double, sorted(data.__dict__))


threads = [threading.Thread(target=work, args=(n,), name=f"t{n}") for n in range(1, 4)]
for t in threads:
    t.start()
    t.join()
print(sorted(results.items()))
print(calls, data.value)
Data.shared = "changed"
t = threading.Thread(target=lambda: results.update(last=(data.shared, data.number)))
t.start()
t.join()
print(results["last"])
data.number = 7
print(data.number, Data.number)


class Slow(threading.local):
    def __init__(self):
        self.items = []
        threading.Event().wait(0.002)


slow = Slow()


def fill(n):
    for i in range(50):
        slow.items.append(n)
    counts.append((len(slow.items), set(slow.items) == {n}))


counts = []
threads = [threading.Thread(target=fill, args=(n,)) for n in range(6)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(set(counts), slow.items)
