# An exception ends the main thread; its traceback comes, then the threads are waited for.
import threading

gate = threading.Event()


def work():
    gate.wait(0.05)
    print("thread done", flush=True)


threading.Thread(target=work).start()
print("main fails", flush=True)
raise LookupError("main")
