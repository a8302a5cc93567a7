# The same for an attribute, a list's element and check-then-act.
cat >race.py <<'PY'
import threading
class Counter: n = 0
c, box, seats, sold = Counter(), [0], [10], []
def attribute():
    for _ in range(1000): c.n += 1
def element():
    for _ in range(1000): box[0] += 1
def ticket():
    for _ in range(10):
        if seats[0] > 0:
            left = seats[0] - 1
            seats[0] = left
            sold.append(left)
def run(f):
    threads = [threading.Thread(target=f) for _ in range(2)]
    for t in threads: t.start()
    for t in threads: t.join()
for f in (attribute, element, ticket): run(f)
print(c.n < 2000, box[0] < 2000, len(sold) > 10)
PY
for run in 1 2 3; do baton --switch-ticks 1 race.py; done
