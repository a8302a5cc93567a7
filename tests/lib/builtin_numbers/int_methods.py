import sys
def p(label, f):
    try: print(label, repr(f()))
    except BaseException as e: print(label, type(e).__name__, e)
inf=float('inf'); nan=float('nan')
ints=[0,1,-1,7,255,256,-128,-129,2**31,2**63,-2**63,2**64,10**20,-10**25,True]
for n in ints:
    for ln in (0,1,2,4,8,9,-1,20):
        for bo in ('big','little','x'):
            for sg in (False,True):
                p(('tb',n,ln,bo,sg), lambda: n.to_bytes(ln,bo,signed=sg))
    p(('bl',n), lambda: (n.bit_length(), n.bit_count(), n.as_integer_ratio(), n.conjugate(), n.real, n.imag, n.numerator, n.denominator, n.__trunc__(), n.__floor__(), n.__ceil__(), n.__index__(), n.__int__(), n.__float__(), n.__bool__(), n.__hash__(), n.__neg__(), n.__pos__(), n.__invert__(), n.__abs__(), n.__getnewargs__(), n.__sizeof__()>0, n.__str__(), n.__repr__()))
    for nd in (None,0,1,5,-1,-2,-3,-20,-100,10**10,'a',1.0):
        p(('rd',n,nd), lambda: round(n,nd))
    p(('hex',n), lambda: (hex(n),oct(n),bin(n)))
p('tb0', lambda: (5).to_bytes()); p('tb1', lambda: (5).to_bytes(length=2)); p('tb3', lambda: (5).to_bytes('a'));p('tb4', lambda: (5).to_bytes(1,'big',True)); p('tb5', lambda: (300).to_bytes(byteorder='little'))
for v in (b'', b'\x01', b'\xff\x00', b'\x80', bytearray(b'\x01\x02'), [1,2,3], (255,), [256], [-1], ['a'], 'abc', 5, None, range(3), 'x'.encode()):
    for bo in ('big','little','q'):
        for sg in (False,True):
            p(('fb',v,bo,sg), lambda: int.from_bytes(v,bo,signed=sg))
p('fb0', lambda: int.from_bytes(b'\x01\x02')); p('fb1', lambda: int.from_bytes()); p('fb2', lambda: int.from_bytes(bytes=b'\x05', byteorder='little')); p('fb3', lambda: bool.from_bytes(b'\x05','big'))
class MyI(int): pass
p('fb5', lambda: type(MyI.from_bytes(b'\x05','big'))); p('my', lambda: (MyI(5)+1, type(MyI(5)+1), type(+MyI(5)), type(round(MyI(5))), MyI('12'), repr(MyI(3)), MyI(5).real, type(MyI(5).real), type(MyI(3).conjugate()), MyI(5)==5, hash(MyI(5))))
