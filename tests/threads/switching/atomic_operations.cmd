# One operation on a container stays whole even so.
cat >whole.py <<'PY'
import threading
items, d, s = [], {}, set()
def work(n):
    for i in range(150):
        items.append((n, i)); d[n, i] = i; s.add((n, i)); d.setdefault(("both", i), n)
threads = [threading.Thread(target=work, args=(n,)) for n in range(3)]
for t in threads: t.start()
for t in threads: t.join()
print(len(items), len(d), len(s), sorted(items) == [(n, i) for n in range(3) for i in range(150)])
PY
baton --switch-ticks 1 whole.py
baton --switch-ticks 3 whole.py
