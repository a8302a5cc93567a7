class Dog:
    kind = "canine"
    def __init__(self, name):
        self.name = name
    def speak(self):
        return f"{self.name} says woof"
d = Dog("Rex")
e = Dog("Fido")
print(d.speak(), d.kind, Dog.kind, d.__dict__, Dog.speak(e), Dog.__name__, type(d) is Dog, d.__class__.__name__)
d.kind = "good"
print(d.kind, e.kind, Dog.kind, "kind" in d.__dict__)
del d.kind
print(d.kind)
Dog.kind = "changed"
print(d.kind, e.kind, hasattr(d, "name"), hasattr(d, "x"), getattr(d, "x", "dflt"), getattr(d, "name"))
setattr(d, "age", 3); print(d.age, sorted(vars(d))); delattr(d, "age"); print(hasattr(d, "age"))
for f in (lambda: d.nope, lambda: Dog.nope, lambda: delattr(d, "gone"), lambda: d()):
    try:
        f()
    except (AttributeError, TypeError) as err:
        print(err)
