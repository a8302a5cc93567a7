import math
print(sorted(n for n in dir(math) if not n.startswith('_')))
class R:
    def __init__(s,x): s.x=x
    def next(s):
        s.x=(s.x*6364136223846793005+1442695040888963407)%2**64
        return s.x>>11
r=R(7)
def rf(a,b): return a+(b-a)*(r.next()/2**53)
one=['acos','acosh','asin','asinh','atan','atanh','cbrt','ceil','cos','cosh','degrees','erf','erfc','exp','exp2','expm1','fabs','floor','frexp','gamma','isfinite','isinf','isnan','lgamma','log','log10','log1p','log2','modf','radians','sin','sinh','sqrt','tan','tanh','trunc','ulp','factorial','isqrt','comb','perm','gcd','lcm','fsum','prod','dist','hypot','ldexp','pow','fmod','copysign','nextafter','remainder','isclose','atan2']
vals=[0.0,-0.0,1.0,-1.0,0.5,-0.5,2.0,3,10,-7,1e-320,1e308,-1e308,1e-10,1e20,float('inf'),float('-inf'),float('nan'),True,10**30,-10**30,10**400,'a',None,(1,2),[3.5,4],171,171.7,-170.5,0.1,24,23.0,1e-21,2.5,1j]
def p(*a):
    f,*args=a
    try: x=getattr(math,f)(*args); print(f,args,repr(x))
    except Exception as e: print(f,args if len(repr(args))<100 else '', type(e).__name__,e)
for f in one:
    if f not in ('log','prod'): p(f)
    for v in vals:
        if f in('exp2',) : pass
        if f in ('factorial','perm') and isinstance(v,int) and v>1000 : continue
        p(f,v)
    if f in ('comb','perm','gcd','lcm','dist','hypot','ldexp','pow','fmod','copysign','nextafter','remainder','isclose','atan2','log'):
        few=[0.0,1,-2.5,float('inf'),float('nan'),10**30,'a',7]
        for v in few:
            for w in few:
                if f in ('comb','perm') and isinstance(w,int) and w>1000: continue
                if f=='ldexp' and isinstance(w,int) and w>10**20: continue
                p(f,v,w)
