# Two threads take turns.
import threading

c = threading.Condition()
turn = 0
log = []


def player(me, name):
    global turn
    for _ in range(100):
        with c:
            while turn != me:
                c.wait()
            log.append(name)
            turn = 1 - me
            c.notify()


threads = [threading.Thread(target=player, args=(n, name)) for n, name in enumerate(("ping", "pong"))]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(log), log == ["ping", "pong"] * 100)
