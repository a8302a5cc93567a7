# threading.excepthook can be replaced; what it gets.
import threading

seen = []


def hook(args):
    seen.append((args.exc_type.__name__, str(args.exc_value), args.exc_traceback is not None, args.thread.name, len(args)))


def fails(e):
    raise e


original = threading.excepthook
threading.excepthook = hook
for e in (ValueError("one"), KeyError("two"), SystemExit(3)):
    t = threading.Thread(target=fails, args=(e,), name=type(e).__name__)
    t.start()
    t.join()
threading.excepthook = original
for s in seen:
    print(s)
