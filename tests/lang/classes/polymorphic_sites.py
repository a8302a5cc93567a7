# One site, many classes: what an attribute means may change under it at any time.
class Base:
    kind = "base"

    def speak(self):
        return "..."


def make(i, names):
    def init(self):
        for k, name in enumerate(names):
            setattr(self, name, (i, k))
    return type("C%d" % i, (Base,), {"__init__": init, "speak": lambda self: "C%d" % i})


classes = [make(i, ["a%d" % k for k in range(i)] + ["x", "y"]) for i in range(9)]
objects = [c() for c in classes]


def look(items):
    out = []
    for o in items:
        out.append((o.x, o.kind, o.speak()))
        o.y = o.x
        o.z = 1
    return out


def rounds():
    for o in objects:
        if hasattr(o, "z"):
            del o.z
    first = look(objects)
    for _ in range(60):
        for o in objects:
            del o.z
        assert look(objects) == first
    return first


print(rounds())
Base.kind = "changed"
print(rounds()[3])
classes[2].speak = lambda self: "new"
print([r[2] for r in rounds()])
classes[4].kind = property(lambda self: "property %d" % len(vars(self)))
print([r[1] for r in rounds()])
objects[5].speak = lambda: "own"
print([r[2] for r in rounds()])
classes[6].x = property(lambda self: "data descriptor")
print([r[0] for r in rounds()])
objects[7].__class__ = classes[8]
print([r[2] for r in rounds()])
del objects[1].x
try:
    look(objects)
except AttributeError as e:
    print(e)
objects[1].x = 5


def setter(self, value):
    print("set", value)


classes[3].y = property(lambda self: "y", setter)
classes[0].__setattr__ = lambda self, name, value: print("hook", name)
try:
    look(objects)
except AttributeError as e:
    print(e)


class Slotted:
    __slots__ = ("x", "kind", "y", "z")

    def speak(self):
        return "slotted"


s = Slotted()
s.x, s.kind = 1, 2
print(look([objects[2], s, objects[4], s, objects[8]]))
classes[2].__getattr__ = lambda self, name: "got " + name
del objects[2].x
print(look([objects[2], s])[0])
