# An exception ends its thread, is told on stderr, and concerns nobody else.
import sys
import threading


class Text:
    def __init__(self):
        self.text = ""

    def write(self, s):
        self.text += s
        return len(s)

    def flush(self):
        pass


def fails():
    raise ValueError("in a thread")


def divides():
    return 1 / 0


def leaves():
    sys.exit("quietly")


sys.stderr = Text()
results = []


def works(n):
    results.append(sum(range(n)))


threads = [threading.Thread(target=f, name=n, args=a) for f, n, a in
           [(fails, "A", ()), (works, "B", (100,)), (divides, "C", ()), (leaves, "D", ()), (works, "E", (10,)), (works, "F", ())]]
for t in threads:
    t.start()
    t.join()
text, sys.stderr = sys.stderr.text, sys.__stderr__
lines = [line for line in text.split("\n") if line and not line.startswith(" ")]
for line in lines:
    print(line)
print("fails" in text, "    raise ValueError" in text, "    return 1 / 0" in text, "quietly" in text)
print(sorted(results), [t.is_alive() for t in threads], threading.active_count())
