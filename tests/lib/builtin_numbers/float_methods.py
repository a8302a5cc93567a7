import sys
def p(label, f):
    try: print(label, repr(f()))
    except BaseException as e: print(label, type(e).__name__, e)
inf=float('inf'); nan=float('nan')
floats=[0.0,-0.0,1.0,-1.5,0.1,1e300,5e-324,inf,-inf,nan,2.5,3.5,-2.5,1e16,123456.789,2.675,1e22,1e-7,0.5,1.7976931348623157e308,9007199254740993.0, 1e23]
for x in floats:
    p(('fl',x), lambda: (x.hex(), x.is_integer(), str(x), repr(x), x.conjugate(), x.real, x.imag, x.__bool__(), x.__neg__(), x.__abs__(), x.__hash__() if x==x else 0, x.__getnewargs__(), x.__getformat__('double') if 0 else 0))
    p(('air',x), lambda: x.as_integer_ratio())
    for m in ('__int__','__trunc__','__floor__','__ceil__','__float__','__pos__'):
        p((m,x), lambda: getattr(x,m)())
    for nd in (None,0,1,2,5,-1,-2,-300,-400,15,16,17,300,400,10**20,-10**20,'a',1.0):
        p(('rd',x,nd), lambda: round(x,nd))
for h in ('0x1p0','0x1.8p1','-0x1.fp-3','1.8','0xap+5','inf','-inf','nan','infinity','0x','0x1p','0x1p99999','0x1p-99999','',' 0x1p0 ','0x.8p0','0x1.p0','0x1.8','g','0x1.fffffffffffff8p0','0x1.fffffffffffff7p1023','0x1.fffffffffffff8p1023','0x0.0000000000001p-1022','+0x1P+2','1__0','-0x0p0','0x1p1.5','1p3','0x123456789abcdef01234p0'):
    p(('fh',h), lambda: float.fromhex(h))
p('fhs', lambda: type(type('F',(float,),{}).fromhex('0x1p1'))); p('gf', lambda: float.__getformat__('double')); p('gf2', lambda: float.__getformat__('x')); p('hexargs', lambda: (1.5).hex(1))
