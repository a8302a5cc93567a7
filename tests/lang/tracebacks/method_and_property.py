# stderr: full
class C:
    @property
    def p(self):
        return self.q()
    def q(self):
        return 1 + [][0]
C().p
