# Attributes and methods replaced while other threads use them: old or new, nothing else.
import threading


class Thing:
    level = 0

    def method(self):
        return 0


def versions(n):
    def method(self):
        return n
    return method


stop = False
wrong = []


def change():
    n = 0
    while not stop:
        n += 1
        Thing.level = n
        Thing.method = versions(n)
        if n % 7 == 0:
            Thing.extra = n
        elif n % 7 == 3 and hasattr(Thing, "extra"):
            del Thing.extra


def use():
    thing = Thing()
    last_level = last_method = 0
    for i in range(2500):
        level, m = thing.level, thing.method()
        if not isinstance(level, int) or level < last_level or m < last_method:
            wrong.append((level, m))
        last_level, last_method = level, m
        extra = getattr(thing, "extra", 0)
        if extra % 7 != 0:
            wrong.append(extra)
        setattr(thing, "a%d" % (i % 10), i)


changer = threading.Thread(target=change)
users = [threading.Thread(target=use) for _ in range(3)]
for t in [changer] + users:
    t.start()
for t in users:
    t.join()
stop = True
changer.join()
print(wrong[:3])
