# What an uncaught exception shows; the exit status is that of the main thread.
import threading


def fails():
    raise KeyError("key")


t = threading.Thread(target=fails, name="worker")
t.start()
t.join()
print("main goes on")
