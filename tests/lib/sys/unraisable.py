import sys
class C:
    def __del__(self):
        raise ValueError('from del')
def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.exc_traceback is not None, args.err_msg, args.object.__qualname__, type(args).__name__, len(args))
sys.unraisablehook = hook
c = C()
del c
try:
    import gc
    gc.collect()
except ImportError:
    pass
