# Every policy and setting runs the same program to the same result.
cat >program.py <<'PY'
import threading, time
lock, total, log = threading.Lock(), 0, []
event = threading.Event()
def cpu(n):
    global total
    s = 0
    for i in range(3000): s += i * n
    with lock: total += s
def io(n):
    for _ in range(3): time.sleep(0.001)
    with lock: log.append(n)
    event.wait()
threads = [threading.Thread(target=f, args=(n,)) for n in range(3) for f in (cpu, io)]
for t in threads: t.start()
while len(log) < 3: time.sleep(0.001)
event.set()
for t in threads: t.join()
print(total, sorted(log))
PY
for options in "--gil-policy classic" "--gil-policy ticks" "--gil-policy=default" "--switch-interval 100us" "--switch-interval 1s" \
  "--slice off" "--switch-ticks 1" "--switch-ticks 100" "--gil-policy classic --switch-interval 100us" "--gil-policy classic --slice off"; do
  # shellcheck disable=SC2086 -- options and their values
  timeout 30 "$BATON" $options program.py || echo "$options: status $?"
done
