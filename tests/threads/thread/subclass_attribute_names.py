# A subclass may use any attribute name that CPython's Thread leaves free.
import threading


class Worker(threading.Thread):
    def __init__(self):
        super().__init__()
        self._running = True
        self._state = "busy"
        self._lock = None
        self._done = False

    def run(self):
        self._done = self._running and self._state == "busy"


w = Worker()
w.start()
w.join()
print(w._done, w.is_alive(), w._state)
