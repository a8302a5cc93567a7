# SystemExit of the main thread counts, after the other threads have ended.
import sys
import threading
import time


def work():
    time.sleep(0.03)
    print("thread done", flush=True)


threading.Thread(target=work).start()
print("main exits", flush=True)
sys.exit(3)
