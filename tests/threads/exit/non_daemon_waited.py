# The interpreter waits for threads that are no daemons, also for those they start.
import threading
import time


def grandchild():
    time.sleep(0.02)
    print("grandchild done", flush=True)


def child():
    time.sleep(0.02)
    print("child starts another", flush=True)
    threading.Thread(target=grandchild).start()


threading.Thread(target=child).start()
print("main done", flush=True)
