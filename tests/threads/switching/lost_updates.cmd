# With a switch after each instruction the unlocked counter of the tutorials loses updates in every run; a lock saves them.
cat >race.py <<'PY'
import threading
counter = 0
lock, ready = threading.Lock(), []
def both_run():
    ready.append(1)
    while len(ready) % 2: pass
def unlocked():
    global counter
    both_run()
    for _ in range(2000):
        counter += 1
def locked():
    global counter
    both_run()
    for _ in range(500):
        with lock:
            counter += 1
def run(f):
    global counter
    counter = 0
    threads = [threading.Thread(target=f) for _ in range(2)]
    for t in threads: t.start()
    for t in threads: t.join()
    return counter
print("lost" if run(unlocked) < 4000 else "none lost", run(locked))
PY
for run in 1 2 3 4 5; do baton --switch-ticks 1 race.py; done
