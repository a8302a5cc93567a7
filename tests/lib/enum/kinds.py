from enum import *
class C(Enum):
    A=1; B=2; X=1
print(list(C), C.A, repr(C.A), C(1), C['B'], C.X is C.A, C.A.name, C.A.value, C.__members__)
class F(Flag):
    R=auto(); G=auto(); B=auto(); W=7
print(list(F), F.R|F.G, repr(F.R|F.B), F(7), ~F.R, F.R in F.W, F(0), bool(F(0)), len(F.W), list(F.W))
class P(IntFlag):
    R=4;W=2;X=1
print(P.R|P.W, repr(P.R|P.W), repr(P(8)), repr(P(12)), ~P.R, repr(~P.R), P.R+1, f"{P.R}")
class I(IntEnum):
    A=1; B=auto()
print(I.A, repr(I.A), I.A+1, I.A<I.B, f"{I.A:3}", I.A==1)
class S(StrEnum):
    A=auto(); B="x"
print(S.A, repr(S.A), S.A+"q", f"{S.B:>3}")
print(Enum("Q","A B C"), list(Enum("Q","A B C")), IntEnum("Z",{"a":3}).a)
