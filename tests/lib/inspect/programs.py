# Debugging helpers as people write them: frames, stacks, signatures, tracebacks.
import inspect
import sys
import threading
import traceback

def whoami(): return inspect.currentframe().f_back.f_code.co_name
def caller_line(): return inspect.stack()[1].lineno, inspect.stack()[1].function
def test(): return whoami(), caller_line()
print(test())
def trace_args(f):
    sig=inspect.signature(f)
    def w(*a,**k):
        b=sig.bind(*a,**k); b.apply_defaults(); print(f.__name__, dict(b.arguments)); return f(*a,**k)
    return w
@trace_args
def add(a,b=2,*c,d=4): return a+b
add(1); add(1,3,5,d=6)
def debug_vars():
    fr=sys._getframe(1)
    return {k:v for k,v in fr.f_locals.items() if not k.startswith("_")}
def work():
    x=1; y=[x]; z=lambda: x
    for i in range(3): pass
    del y
    return debug_vars()
r=work(); print(sorted(r), r['x'], r['i'])
class Svc:
    def __init__(self,a:int,b:str="x"): ...
def inject(cls): return {n:p.annotation.__name__ for n,p in inspect.signature(cls).parameters.items()}
print(inject(Svc))
def dump(exc):
    for fs in traceback.extract_tb(exc.__traceback__): print(fs.name, fs.line)
def a(): b()
def b(): raise RuntimeError("x") from ValueError("y")
try: a()
except RuntimeError as e: dump(e); print(traceback.format_exception_only(e), e.__cause__)
def thread_stack():
    ev=threading.Event(); go=threading.Event()
    def deep(n):
        if n: return deep(n-1)
        ev.set(); go.wait()
    th=threading.Thread(target=deep,args=(3,)); th.start(); ev.wait()
    fr=sys._current_frames()[th.ident]
    names=[f.f_code.co_name for f,_ in traceback.walk_stack(fr)]
    go.set(); th.join()
    return names.count("deep")
print(thread_stack())
locals_in_comp=[sorted(locals()) for q in (1,)]
class Rec:
    def __getattr__(self,n): return sys._getframe().f_back.f_lineno
print(Rec().foo)
def g():
    try:
        yield 1
    finally:
        print("line", sys._getframe().f_lineno, sys.exc_info()[0])
list(g())
def outer():
    v=10
    def inner():
        nonlocal v
        v+=1
        return sys._getframe().f_locals, sys._getframe(1).f_locals.get('v')
    return inner()
print(outer())
e=None
try:
    exec(compile("def q():\n  1/0\nq()","<dyn>","exec"))
except ZeroDivisionError as e: print(traceback.format_exc().replace(__file__,"F"))
print(inspect.getmembers(Svc, inspect.isfunction)[0][0])
print(inspect.getsource(work).splitlines()[0])
def f(x): return f(x+1)
try: f(0)
except RecursionError as e:
    s=traceback.format_exc().replace(__file__,"F"); print("repeated" in s, s.count("\n")<30)
