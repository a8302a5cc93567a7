# A readers-writer lock of conditions: writers are alone, readers see whole states.
import threading


class RwLock:
    def __init__(self):
        self.c, self.readers, self.writing = threading.Condition(), 0, False

    def read(self, f):
        with self.c:
            while self.writing:
                self.c.wait()
            self.readers += 1
        try:
            return f()
        finally:
            with self.c:
                self.readers -= 1
                self.c.notify_all()

    def write(self, f):
        with self.c:
            while self.writing or self.readers:
                self.c.wait()
            self.writing = True
        try:
            f()
        finally:
            with self.c:
                self.writing = False
                self.c.notify_all()


lock = RwLock()
pair = [0, 0]
torn = []


def bump():
    pair[0] += 1
    threading.Event().wait(0.0005)
    pair[1] += 1


def look():
    a, b = pair
    if a != b:
        torn.append((a, b))


def writer():
    for _ in range(15):
        lock.write(bump)


def reader():
    for _ in range(60):
        lock.read(look)


threads = [threading.Thread(target=f) for f in (writer, writer, reader, reader, reader)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(pair, torn)
