# A thread may join the main thread: it goes on once that one has ended.
import threading

log = []


def work():
    threading.main_thread().join()
    print("after main", threading.main_thread().is_alive(), flush=True)


threading.Thread(target=work).start()
print("main ends", flush=True)
