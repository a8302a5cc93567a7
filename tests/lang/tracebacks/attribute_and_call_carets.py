# stderr: full
class C:
    def __init__(self):
        self.a = None
def g(o):
    return [o.a, len(str(o.a.b.c)), 3]
g(C())
