# Random operands of every kind under every operator.
def p(f):
    try: return repr(f())
    except Exception as e: return type(e).__name__+' '+str(e)
class R:
    def __init__(s,x): s.x=x
    def next(s,n):
        s.x=(s.x*6364136223846793005+1442695040888963407)%2**64
        return (s.x>>16)%n
r=R(3)
def num():
    k=r.next(8)
    if k==0: return r.next(100)-50
    if k==1: return (r.next(2**40)-2**39)**(1+r.next(4))
    if k==2: return (r.next(10**9)-5*10**8)/10**r.next(12)
    if k==3: return [0,0.0,-0.0,1,-1,float('inf'),float('nan'),True,False,10**308,2**1024,1e308,5e-324][r.next(13)]
    if k==4: return complex(r.next(100)-50,r.next(100)/7)
    if k==5: return r.next(7)-3
    if k==6: return r.next(1000)/8
    return complex([0.0,-0.0,1,float('inf'),float('nan'),1e200][r.next(6)],[0.0,-0.0,1,-2.5,float('inf'),1e200][r.next(6)])
ops=dict(add=lambda a,b:a+b,sub=lambda a,b:a-b,mul=lambda a,b:a*b,div=lambda a,b:a/b,fd=lambda a,b:a//b,mod=lambda a,b:a%b,dm=lambda a,b:divmod(a,b),pow=lambda a,b:a**b if not(isinstance(a,int) and isinstance(b,int) and abs(b)>200) else 0,lt=lambda a,b:a<b,eq=lambda a,b:a==b,ge=lambda a,b:a>=b,shl=lambda a,b:a<<(b%200 if isinstance(b,int) else b),shr=lambda a,b:a>>b if not isinstance(b,int) or b<10**6 else 0,an=lambda a,b:a&b,orr=lambda a,b:a|b,xor=lambda a,b:a^b, rnd=lambda a,b:round(a,b%20-10) if isinstance(b,int) else round(a), c=lambda a,b: complex(a,b), h=lambda a,b: hash(a) if a==a else 0, p3=lambda a,b: pow(a,b%50 if isinstance(b,int) else b,97), s=lambda a,b:(str(a),repr(b)), f=lambda a,b: float(a), i=lambda a,b:int(a), ab=lambda a,b:abs(a))
for i in range(700):
    a,b=num(),num(); k=list(ops)[r.next(len(ops))]
    print(i,k,str(a)[:60],str(b)[:60],p(lambda: ops[k](a,b))[:300])
