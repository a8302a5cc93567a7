# limit: 60
# Ten gigabytes come and go within 200 MB, and what is deep or long dies without recursion.
cat >churn.py <<'PY'
total = 0
while total < 8 * 10**9:
    x = [0] * 125000
    total += 10**6
while total < 10 * 10**9:
    x = bytearray(100000)
    total += 10**5
print(total)
PY
baton --memory-limit 200000000 churn.py
cat >deep.py <<'PY'
import gc
def nested():
    x = None
    for i in range(10**6): x = [x]
    gc.collect()
    y, n = x, 0
    while y is not None: y, n = y[0], n + 1
    return n
print(nested())
print(gc.collect() >= 10**6)
class Cycle:
    pass
for i in range(100000):
    a, b = Cycle(), Cycle()
    a.b, b.a = b, a
class D:
    __slots__ = ("next",)
    deleted = 0
    def __del__(self): D.deleted += 1
def chain():
    x = None
    for i in range(10**6):
        d = D()
        d.next = x
        x = d
    gc.collect()
    return D.deleted
print(chain())
gc.collect()
print(D.deleted)
PY
baton --memory-limit 400000000 deep.py
