# threading.local: a dict per thread, class attributes shared, errors.
import threading

data = threading.local()
data.x = "main"
print(data.x, data.__dict__)
seen = []


def work(n):
    seen.append(hasattr(data, "x"))
    data.x = n
    barrier.wait()
    results[n] = (data.x, data.__dict__)
    del data.x
    try:
        data.x
    except AttributeError as e:
        errors.append(str(e).split("'")[-2:])
    try:
        del data.x
    except AttributeError as e:
        errors.append(str(e).split("'")[-2:])


results, errors = {}, []
barrier = threading.Barrier(5)
threads = [threading.Thread(target=work, args=(n,)) for n in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(seen, sorted(results.items()))
print(errors)
print(data.x)
setattr(data, "y", 1)
print(getattr(data, "y"), getattr(data, "z", "default"), sorted(vars(data)))
try:
    threading.local(1)
except TypeError as e:
    print("TypeError:", e)
two = threading.local()
print(hasattr(two, "x"), two is not data)
# The data of a thread that ended goes with it; a new thread begins afresh.
for _ in range(20):
    t = threading.Thread(target=lambda: seen.append(hasattr(data, "x")))
    t.start()
    t.join()
print(any(seen))
