log = []
class Base:
    def __init__(self, **kw):
        log.append("Base")
class L(Base):
    def __init__(self, l, **kw):
        log.append(f"L{l}")
        super().__init__(**kw)
class R(Base):
    def __init__(self, r, **kw):
        log.append(f"R{r}")
        super().__init__(**kw)
class D(L, R):
    def __init__(self):
        super().__init__(l=1, r=2)
        log.append("D")
D()
print(log)
class M(D):
    def __init__(self):
        super(D, self).__init__(l=5, r=6)
log.clear(); M(); print(log)
