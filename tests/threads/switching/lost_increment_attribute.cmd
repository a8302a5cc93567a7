# The same for an attribute, a list's element and check-then-act. The two loops differ in length: two threads in
# lockstep on the same loop may keep out of each other's way for ever.
cat >race.py <<'PY'
import threading
ready = []
def both_run():
    ready.append(1)
    while len(ready) % 2: pass
class Counter: n = 0
c, box, seats, sold = Counter(), [0], [50], []
def attribute(extra):
    both_run()
    for i in range(1000):
        c.n += 1
        if extra: spare = i
def element(extra):
    both_run()
    for i in range(1000):
        box[0] += 1
        if extra: spare = i
def ticket(extra):
    both_run()
    for i in range(50):
        if seats[0] > 0:
            left = seats[0] - 1
            seats[0] = left
            sold.append(left)
        if extra: spare = i
def run(f):
    threads = [threading.Thread(target=f, args=(extra,)) for extra in (False, True)]
    for t in threads: t.start()
    for t in threads: t.join()
for f in (attribute, element, ticket): run(f)
print(c.n < 2000, box[0] < 2000, len(sold) > 50)
PY
for run in 1 2 3; do baton --switch-ticks 1 race.py; done
