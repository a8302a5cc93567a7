# Threads that spin on what others write see it in the end, though nobody blocks.
import threading

value = 0


def runner(me, others):
    global value
    for n in range(10):
        while value % others != me:
            pass
        value += 1


threads = [threading.Thread(target=runner, args=(n, 2)) for n in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(value)
