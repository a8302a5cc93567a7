import math
class R:
    def __init__(s,x): s.x=x
    def next(s):
        s.x=(s.x*6364136223846793005+1442695040888963407)%2**64
        return s.x>>11
r=R(7)
def rf(a,b): return a+(b-a)*(r.next()/2**53)
def p(*a):
    f,*args=a
    try: x=getattr(math,f)(*args); print(f,args,repr(x))
    except Exception as e: print(f,args if len(repr(args))<100 else '', type(e).__name__,e)
for f in ['acos','acosh','asin','asinh','atan','atanh','cbrt','cos','cosh','erf','erfc','exp','exp2','expm1','gamma','lgamma','log','log10','log1p','log2','sin','sinh','sqrt','tan','tanh','ulp']:
    for i in range(8):
        p(f, rf(-1,1)); p(f, rf(-10,30)); p(f, rf(-200,200))
for i in range(20):
    p('hypot',rf(-5,5),rf(-5,5)); p('hypot',*[rf(-1e3,1e3) for _ in range(5)]); p('dist',[rf(0,1) for _ in range(3)],[rf(0,1) for _ in range(3)]); p('fsum',[rf(-1,1)*10**(j%7) for j in range(20)])
    p('log',r.next()**3); p('log2',r.next()**5);p('log10',r.next()**4); p('atan2',rf(-2,2),rf(-2,2)); p('remainder',rf(-100,100),rf(-3,3)); p('pow',rf(0,20),rf(-20,20)); p('isqrt',r.next()**(i%9)); p('comb',r.next()%80,r.next()%40); p('perm',r.next()%60,r.next()%40);p('gcd',r.next()%80000*60,r.next()%4000*36);p('lcm',r.next()%800,r.next()%400,i)
p('hypot',1e-320,1e-321); p('hypot',1e308,1e308); p('hypot',5e-324,5e-324);p('fsum',[1e308,1e308]);p('fsum',[float('inf'),float('-inf')]);p('fsum',[float('inf'),1]);p('prod',[1,2,3]);p('prod',[1.5,2]);p('prod',['a',3]);p('comb',10**20,2);p('perm',10**20,2);p('comb',10**20,10**20-1);p('perm',5);p('factorial',20);p('dist',(1,),(1,2));p('dist',1,2); p('isclose',1,1+1e-10); p('hypot'); p('dist',[],[]); p('gcd');p('lcm');
for kw in ({'rel_tol':-1},{'abs_tol':0.5},{'rel_tol':'a'}):
    try: print(math.isclose(1,1.3,**kw))
    except Exception as e: print(type(e).__name__,e)
try: print(math.prod([1,2],start=5), math.prod([], start='x'))
except Exception as e: print(type(e).__name__,e)
print(math.nextafter(1,2),math.pi,math.e,math.tau,math.inf,math.nan)
p('fsum',[float('nan'),1]); p('fsum',[float('nan'),float('inf')]); p('fsum',[float('nan'),float('inf'),float('-inf')])
