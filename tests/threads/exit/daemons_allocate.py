# Daemons that make and drop objects while the interpreter goes.
import threading

started = threading.Semaphore(0)


class Node:
    def __init__(self, next):
        self.next, self.text = next, "x" * 50


def churn():
    started.release()
    while True:
        node = None
        for _ in range(100):
            node = Node(node)


for _ in range(4):
    threading.Thread(target=churn, daemon=True).start()
for _ in range(4):
    started.acquire()
print("main ends")
