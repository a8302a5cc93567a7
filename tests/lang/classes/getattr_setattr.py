class G:
    def __init__(self): object.__setattr__(self, "log", [])
    def __getattr__(self, name):
        if name.startswith("x"):
            return name * 2
        raise AttributeError(f"no {name} here")
    def __setattr__(self, name, value):
        self.log.append((name, value))
        super().__setattr__(name, value)
    def __delattr__(self, name):
        self.log.append(("del", name))
        super().__delattr__(name)
g = G()
g.a = 1
print(g.a, g.xy, g.log, hasattr(g, "q"), getattr(g, "q", "default")); del g.a; print(g.log)
try:
    g.zzz
except AttributeError as e:
    print(e)
class A:
    def __getattribute__(self, name):
        if name == "secret":
            return "found"
        return super().__getattribute__(name)
a = A(); a.b = 2
print(a.secret, a.b)
