import sys
def p(label, f):
    try: print(label, repr(f()))
    except BaseException as e: print(label, type(e).__name__, e)
inf=float('inf'); nan=float('nan')
for txt in ['', ' ', '1', ' 12 ', '-5', '+7', '--1', '1_000', '_1', '1_', '1__0', '0x1f', '0b101', '0o17', '0x', '1.5', '1e5', 'abc', '١٢', '12\n', '1 2', '\x00', '1\x00', 'z', 'inf', '0_0', '007', '-0', '9'*30, "é", '0b2', '0x_f', '٣_٤','𝟙']:
    p(('int',txt), lambda: int(txt))
    for b in (0,2,8,10,16,36,3):
        p(('int',txt,b), lambda: int(txt,b))
    p(('float',txt), lambda: float(txt)); p(('complex',txt), lambda: complex(txt))
for v in (b'12', bytearray(b'13'), b'', b'x', b'\xff', None, [], 1.9, -1.9, inf, nan, 1j, True, 10**30, 1e30, int, 3):
    p(('int',v), lambda: int(v)); p(('float',v), lambda: float(v)); p(('complex',v), lambda: complex(v)); p(('bool',v), lambda: bool(v)); p(('int10',v), lambda: int(v,10))
for args in ((), (1,2,3), ('1',1), ('1',37), ('1',-1), ('1','a'), ('1',2.0), ('1',10**30), ('5',None)):
    p(args, lambda: int(*args))
p('intkw', lambda: int(x=1)); p('intbase', lambda: int(base=10)); p('intbase2', lambda: int('11',base=2)); p('floatkw', lambda: float(x=1)); p('float2', lambda: float(1,2)); p('complexkw', lambda: complex(real=1,imag=2)); p('c3', lambda: complex(1,2,3)); p('cs', lambda: complex('1',2)); p('cs2', lambda: complex(1,'2')); p('boolkw', lambda: bool(x=1)); p('bool2', lambda: bool(1,2))
class I:
    def __init__(s,v): s.v=v
    def __int__(s): return s.v
class X:
    def __init__(s,v): s.v=v
    def __index__(s): return s.v
class TR:
    def __trunc__(s): return 5
class FL:
    def __init__(s,v): s.v=v
    def __float__(s): return s.v
class CO:
    def __init__(s,v): s.v=v
    def __complex__(s): return s.v
for o in (I(5), I('a'), X(7), X('a'), X(1.5), FL(1.5), FL('a'), FL(1), CO(1j), CO(5), CO('a')):
    n=type(o).__name__+repr(getattr(o,'v',None))
    p(n+' int', lambda: int(o)); p(n+' float', lambda: float(o)); p(n+' complex', lambda: complex(o)); p(n+' hex', lambda: hex(o)); p(n+' round', lambda: round(o)); p(n+' idx', lambda: [1]*20 and [10,20,30,40,50,60,70,80][o]); p(n+' c2', lambda: complex(1,o)); p(n+' abs', lambda: abs(o)); p(n+' range', lambda: range(o))
