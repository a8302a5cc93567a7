import sys
def p(label, f):
    try: print(label, repr(f()))
    except BaseException as e: print(label, type(e).__name__, e)
inf=float('inf'); nan=float('nan')
cs=[0j,1+2j,-1.5j,complex(-0.0,-0.0),complex(inf,nan),complex(nan,-inf),1e300+1e-300j,complex(0.1,1e20), 3+0j]
for c in cs:
    p(('c',c), lambda: (str(c),repr(c),c.real,c.imag,c.conjugate(),-c,+c,bool(c),c.__getnewargs__(), c.__complex__()))
    p(('cabs',c), lambda: abs(c)); p(('chash',c), lambda: hash(c) if c==c else 0)
    for f in (int,float,round,lambda z: z//1, lambda z: z%2, lambda z: divmod(z,1), lambda z: z<1j, lambda z: z**2, lambda z: z**-1, lambda z: z**0.5, lambda z: z/0, lambda z: pow(z,2,3), lambda z: z==3, lambda z: z!=c, lambda z: ~z, lambda z: z+'a', lambda z: z*2, lambda z: 2-z, lambda z: z/(1+1j), lambda z: 2**z, lambda z: z**0, lambda z: 0**z):
        p(('cf',c), lambda: f(c))
for t in ['1+2j','(1+2j)','j','-j','+j','1j','1e5-2.5e-3j','nan+infj','1+2',' 1+2j ','( 1+2j )','1 + 2j','(1+2j','1+2j)','1+j','1+-2j','1jj','','()','1_0+2_0j','inf','infj','1e+5j','.5j','1.j','++1j','１j']:
    p(('cs',t), lambda: complex(t))
