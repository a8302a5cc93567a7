"""atexit: last in, first out; arguments, unregistering, after the threads, registering at the end."""
import atexit, threading, time

def show(*args, **kw):
    print("exit", args, kw)

@atexit.register
def first():
    print("first registered, last called")

atexit.register(show, 1, 2, key=3)
atexit.register(show, "gone")
print(atexit.unregister(show))
atexit.register(show, "again")
print(atexit.register(show, "kept") is show)
def late():
    print("late"); atexit.register(print, "registered at exit")
atexit.register(late)
def worker():
    time.sleep(0.05); print("thread done")
threading.Thread(target=worker).start()
for bad in ((), (3,)):
    try:
        atexit.register(*bad)
    except TypeError as e:
        print(e)
class Same:
    def __call__(self): print("Same")
    def __eq__(self, other): return isinstance(other, Same)
atexit.register(Same()); atexit.unregister(Same())
print("end of main")
