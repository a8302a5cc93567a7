# _thread.interrupt_main() is Ctrl-C from inside.
cat >main.py <<'PY'
import _thread, threading, time
threading.Timer(0.05, _thread.interrupt_main).start()
try:
    time.sleep(60)
except KeyboardInterrupt as e:
    print("interrupted", repr(e))
PY
baton main.py
