# Random operands through every operation in contexts of every kind.
from decimal import *
import decimal
class R:
    def __init__(s,x): s.x=x
    def next(s,n):
        s.x=(s.x*6364136223846793005+1442695040888963407)%2**64
        return (s.x>>16)%n
r = R(11)
N = 1200
def num():
    k=r.next(20)
    if k==0: return ['NaN','sNaN','Infinity','-Infinity','NaN123','-sNaN7','0','-0','0E+5','-0E-7','1','-1','10','1.00','1E+3','0E-999990','1E+999999','1E-999999','9.99E+999999','1E-1000020'][r.next(20)]
    n=r.next(10**(1+r.next(12)))
    if r.next(4)==0: n=n*10**r.next(20)+r.next(10**r.next(8)+1)
    e=r.next(21)-10
    if r.next(15)==0: e*=10**r.next(3)
    return ('-' if r.next(2) else '')+str(n)+'E'+str(e)
rounds=[ROUND_UP,ROUND_DOWN,ROUND_CEILING,ROUND_FLOOR,ROUND_HALF_UP,ROUND_HALF_DOWN,ROUND_HALF_EVEN,ROUND_05UP]
un=['exp','ln','log10','logb','sqrt','next_minus','next_plus','normalize','is_normal','is_subnormal','number_class','to_integral_exact','to_integral_value','copy_abs','copy_negate','adjusted','__neg__','__pos__','__abs__','__int__','__float__','__hash__','as_tuple','__str__','to_eng_string','__round__','__floor__','__ceil__','__bool__','as_integer_ratio','__repr__','__complex__','logical_invert']
bi=['__add__','__sub__','__mul__','__truediv__','__floordiv__','__mod__','__divmod__','__pow__','compare','compare_signal','compare_total','compare_total_mag','max','min','max_mag','min_mag','quantize','remainder_near','next_toward','same_quantum','copy_sign','rotate','shift','scaleb','__eq__','__lt__','__le__','__gt__','__ge__','__radd__','logical_and','logical_or','logical_xor']
def show(x):
    return str(x)
for i in range(N):
    c=Context(prec=[1,2,3,5,9,16,28,40][r.next(8)],rounding=rounds[r.next(8)],Emin=[-999999,-10,-5,0,-383][r.next(5)],Emax=[999999,10,5,0,384][r.next(5)],clamp=int(r.next(4)==0),capitals=r.next(2),traps=[] if r.next(4) else [InvalidOperation,DivisionByZero,Overflow])
    setcontext(c)
    a=Decimal(num()); b=Decimal(num()); d=Decimal(num())
    k=r.next(7)
    if k<2: op=un[r.next(len(un))]; f=lambda: getattr(a,op)()
    elif k<6:
        op=bi[r.next(len(bi))]
        if op in('rotate','shift','scaleb'): b=Decimal(r.next(21)-10)
        if op=='__pow__' and r.next(2): b=Decimal(r.next(41)-20)
        if op.startswith('logical'): a=Decimal(bin(r.next(64))[2:]); b=Decimal(bin(r.next(300))[2:])
        f=lambda: getattr(a,op)(b)
    else: op='fma'; f=lambda: a.fma(b,d)
    if op=='__hash__' and a.is_nan(): continue
    if op in('__int__','__round__','__floor__','__ceil__','as_integer_ratio','__hash__','__float__','__complex__') and a.is_finite() and abs(a.as_tuple().exponent) > 5000: continue
    if op in('__int__','__round__','__floor__','__ceil__','as_integer_ratio') and a.is_finite() and abs(a.adjusted())>3000: continue
    try: res=show(f())
    except Exception as e: res=type(e).__name__+' '+str(e)
    fl=[s.__name__ for s,v in c.flags.items() if v]
    print(i,op,a,b if k>=2 else '',d if k==6 else '',c.prec,c.rounding,c.Emin,c.Emax,c.clamp,'->',res,fl)
