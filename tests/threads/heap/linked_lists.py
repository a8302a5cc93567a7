# Threads that allocate heavily, each checking its own structures: nothing is collected too early.
import threading


class Node:
    __slots__ = ("value", "next")

    def __init__(self, value, next):
        self.value, self.next = value, next


def work(n):
    good = 0
    for round in range(6):
        head = None
        for i in range(1500):
            head = Node([i, str(i)], head)
        expected = 1499
        node = head
        while node:
            assert node.value == [expected, str(expected)], (n, round, node.value)
            expected -= 1
            node = node.next
        good += expected == -1
    results[n] = good


results = {}
threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(results.items()))
