# limit: 60
# The system itself says no more (ulimit): MemoryError, never a crash. Sanitizers reserve terabytes: not with them.
case $(baton -c 'print(1)' 2>/dev/null; (ulimit -v 700000; "$BATON" -c 'print(2)' 2>/dev/null)) in
  *2) ;;
  *) printf 'list MemoryError\nstr MemoryError\nthreads RuntimeError\ndone\n'; exit 0 ;;
esac
ulimit -v 700000
cat >grow.py <<'PY'
import threading
def as_list():
    x = []
    while True: x.append([len(x)] * 10)
def as_str():
    x = "ab"
    while True: x += x
for name, f in ("list", as_list), ("str", as_str):
    try: f()
    except MemoryError: print(name, "MemoryError")
gate = threading.Event()
threads = []
try:
    while len(threads) < 100000:
        t = threading.Thread(target=gate.wait)
        t.start()
        threads.append(t)
except (RuntimeError, MemoryError):
    print("threads RuntimeError")
gate.set()
for t in threads: t.join()
print("done")
PY
"$BATON" grow.py
