# Each thread has its own recursion limit and gets its own RecursionError; the main thread still can go deep afterwards.
import threading


def down(n):
    return down(n + 1)


class Chain:
    def __getattr__(self, name):
        return getattr(self, name + "x") if len(name) < 100000 else None


results = []
lock = threading.Lock()


def work():
    mine = []
    for _ in range(3):
        try:
            down(0)
        except RecursionError as e:
            mine.append(str(e).startswith("maximum recursion depth exceeded"))
    with lock:
        results.append(mine)


threads = [threading.Thread(target=work) for _ in range(6)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(results)
work()
print(results[-1])


def count(n):
    return 0 if n == 0 else 1 + count(n - 1)


threads = [threading.Thread(target=lambda: results.append(count(700))) for _ in range(6)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(results[-6:])
