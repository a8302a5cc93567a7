# Random values through arithmetic, text and parsing.
from datetime import *
import time, random
class R:
    def __init__(s,x): s.x=x
    def next(s,n):
        s.x=(s.x*6364136223846793005+1442695040888963407)%2**64
        return (s.x>>16)%n
r=R(5)
def p(f):
    try: return repr(f())
    except Exception as e: return type(e).__name__+' '+str(e)
def td(): return timedelta(days=r.next(2000)-1000, seconds=r.next(200000)-100000, microseconds=r.next(3000000))
def tz():
    k=r.next(4)
    return None if k==0 else timezone.utc if k==1 else timezone(timedelta(minutes=r.next(2800)-1400)) if k==2 else timezone(timedelta(seconds=r.next(160000)-80000), 'Z%d'%r.next(9))
def d(): return date(1+r.next(9999),1+r.next(12),1+r.next(28))
def t(): return time_(r.next(24),r.next(60),r.next(60),r.next(1000000) if r.next(2) else 0,tz(),fold=r.next(2))
from datetime import time as time_
def m(): return datetime.combine(d(),t())
forms=['%Y-%m-%d %H:%M:%S','%y %j %U %W %w %a','%G-W%V-%u','%I:%M %p','%c','%x %X','%d %b %Y %z','%A, %d. %B %f %Z','%s' if 0 else '%%']
for i in range(1200):
    a,b,x,y,c,e=m(),m(),td(),td(),d(),t()
    k=r.next(24)
    f=[lambda:a-b,lambda:a+x,lambda:a-x,lambda:a<b,lambda:a==b,lambda:x+y,lambda:x*(r.next(100)/7),lambda:x/y,lambda:x//y,lambda:x%y,lambda:c+x,lambda:c.isocalendar(),lambda:a.isoformat(),lambda:a.astimezone(timezone(x%timedelta(hours=23))),lambda:a.timestamp() if a.tzinfo else 0,lambda:a.strftime(forms[r.next(len(forms))]),lambda:(str(a),str(e),str(x),str(c)),lambda:a.utctimetuple(),lambda:e.isoformat(['hours','minutes','seconds','milliseconds','microseconds','auto'][r.next(6)]),lambda:e<t(),lambda:datetime.fromisoformat(a.isoformat())==a,lambda:x/(r.next(9)-4),lambda:a.replace(year=1+r.next(9999),day=1+r.next(31)),lambda:datetime.strptime(a.strftime('%Y-%m-%dT%H:%M:%S.%f'),'%Y-%m-%dT%H:%M:%S.%f') if a.year>999 else 0][k]
    print(i,k,p(f))
for i in range(300):
    n=r.next(4*10**9)-10**9+r.next(1000)/1000
    print(n, p(lambda: datetime.fromtimestamp(n, timezone.utc)), p(lambda: datetime.utcfromtimestamp(n)), p(lambda: time.gmtime(n)), p(lambda: date.fromordinal(1+r.next(3652059)).isocalendar()))
chars='0123456789-:.TWZ+ '
for i in range(500):
    s=m().isoformat(['T',' ','x'][r.next(3)]) if r.next(2) else c.isoformat()
    s=list(s)
    for _ in range(r.next(4)):
        if s: 
            j=r.next(len(s)); q=r.next(3)
            if q==0: s[j]=chars[r.next(len(chars))]
            elif q==1: del s[j]
            else: s.insert(j,chars[r.next(len(chars))])
    s=''.join(s)
    print(repr(s), p(lambda: datetime.fromisoformat(s)), p(lambda: date.fromisoformat(s[:10])), p(lambda: time_.fromisoformat(s[11:])))
dirs='YmdHMSfjyIpaAbBUWwGVuzZ%'
texts=['2024','5','12','Feb','monday','PM','+0130','UTC','9','Thu','31','60']
for i in range(500):
    fm=' '.join('%'+dirs[r.next(len(dirs))] for _ in range(1+r.next(4)))
    if len(set(fm.split()))<len(fm.split()): continue
    s=' '.join(texts[r.next(len(texts))] for _ in fm.split()) if r.next(4) else m().strftime(fm)
    print(repr(fm),repr(s),p(lambda: datetime.strptime(s,fm)),p(lambda: time.strptime(s,fm)))
