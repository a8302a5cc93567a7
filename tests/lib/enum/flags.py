# Flag and IntFlag: operators, iteration, boundaries, reprs.
from enum import *


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RWX = R | W | X
    RW = 3
    NONE = 0


print(list(Perm), [p.value for p in Perm], len(Perm), Perm.__members__)
for p in (Perm.R, Perm.R | Perm.X, Perm.RW, Perm.RWX, Perm.NONE, Perm.R & Perm.W, ~Perm.R, Perm.R ^ Perm.RW, Perm(5)):
    print(repr(p), str(p), p.name, p.value, bool(p), len(p), list(p), hash(p) == hash(p.name), f"{p}")
print(Perm.R in Perm.RW, Perm.X in Perm.RW, Perm.R in Perm, (Perm.R | Perm.X) is (Perm.X | Perm.R))
print(~Perm.NONE, ~~Perm.R, Perm(-1), Perm(-2), Perm["RW"])


class Num(IntFlag):
    A = 1
    B = 2
    D = 8


for n in (Num.A | Num.B, Num.A | 4, Num.A + Num.B, Num(0), Num(15), ~Num.A, Num.A & 3, 4 | Num.D, Num.A ^ 1, Num(-1), Num(-3)):
    print(repr(n), str(n), type(n).__name__)
print(Num.A == 1, Num.A < Num.B, 1 in [Num.A], f"{Num.D:04b}", list(Num(11)), list(Num(4)), Num.A in Num(3))


class Strict(Flag, boundary=STRICT):
    A = 1
    C = 4


class Conform(Flag, boundary=CONFORM):
    A = 1
    C = 4


class Eject(IntFlag, boundary=EJECT):
    A = 1
    C = 4


class Keep(Flag, boundary=KEEP):
    A = 1
    C = 4


for cls in (Strict, Conform, Eject, Keep):
    for v in (5, 2, 8, 15, -1, -2, 0):
        try:
            print(cls.__name__, v, repr(cls(v)), str(cls(v)))
        except Exception as e:
            print(type(e).__name__, e)
    print(~cls.A, cls._boundary_)


class Late(Flag):
    C = 4
    A = 1
    B = 2


print(list(Late), list(Late(7)), Late(7), [m.name for m in Late(6)])


class Gap(Flag):
    LOW = 1
    MANY = 12


print(list(Gap), Gap.MANY, repr(Gap.MANY | Gap.LOW), list(Gap.MANY), Gap(13))


class WithMethods(Flag):
    A = auto()
    B = auto()

    @property
    def both(self):
        return self | WithMethods.B

    def __str__(self):
        return f"<{self.value}>"


print(WithMethods.A.both, repr(WithMethods.A.both), f"{WithMethods.B}")


class StrValue(Flag):
    A = "x" and 1
    B = auto()


print(list(StrValue), StrValue.B)
m = Perm.R
m |= Perm.X
print(m, {Perm.R: 1}[Perm(1)], sorted([Perm.X, Perm.R], key=lambda p: p.value))
