from decimal import *
import threading
c = getcontext()
print(c, c.prec, c.rounding, c.Emin, c.Emax, c.capitals, c.clamp, c.Etiny(), c.Etop())
print(DefaultContext, BasicContext, ExtendedContext)
print(c.flags, c.traps, c.flags[Inexact], c.traps[InvalidOperation], len(c.flags))
Decimal(1) / 3
print(c.flags[Inexact], c.flags[Rounded], c); c.clear_flags(); print(c)
c.traps[Inexact] = True
try: Decimal(1) / 3
except Inexact as e: print(type(e), e)
c.traps[Inexact] = False
with localcontext() as ctx:
    ctx.prec = 5
    print(Decimal(1) / 7, getcontext().prec)
    with localcontext(prec=3, rounding=ROUND_UP) as inner: print(Decimal(1) / 7, inner)
print(Decimal(1) / 7)
with localcontext(Context(prec=4, traps=[])): print(Decimal(1) / 0, Decimal(0) / 0, Decimal("x"), getcontext())
k = Context(prec=6, rounding=ROUND_FLOOR, Emin=-99, Emax=99, capitals=0, clamp=1, flags=[Inexact], traps=[Overflow])
print(k, k.copy(), k.copy() is k)
def show(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
names = "abs add canonical compare compare_signal compare_total compare_total_mag copy_abs copy_negate copy_sign divide divide_int divmod exp fma is_canonical is_finite is_infinite is_nan is_normal is_qnan is_signed is_snan is_subnormal is_zero ln log10 logb logical_and logical_invert logical_or logical_xor max max_mag min min_mag minus multiply next_minus next_plus next_toward normalize number_class plus power quantize radix remainder remainder_near rotate same_quantum scaleb shift sqrt subtract to_eng_string to_integral to_integral_exact to_integral_value to_sci_string create_decimal create_decimal_from_float".split()
for n in names:
    for args in ((), (5,), (Decimal("-1.25"),), (11, 3), (Decimal("7.5"), Decimal("2")), (2, 3, 4), ("1",)):
        try: print(n, args, repr(getattr(k, n)(*args)))
        except TypeError as e:
            if "argument" not in str(e): print(n, args, e)
        except Exception as e: print(n, args, type(e).__name__, e)
for a, v in (("prec", 0), ("prec", "5"), ("prec", 10**18), ("rounding", "x"), ("rounding", 5), ("Emin", 1), ("Emax", -1), ("capitals", 2), ("clamp", -1), ("foo", 1), ("prec", 1.5)):
    show(lambda: setattr(k, a, v))
for f in (lambda: Context(prec=0), lambda: Context(rounding="up"), lambda: Context(traps=[5]), lambda: k.flags["x"], lambda: k.flags.__setitem__(5, 1), lambda: localcontext(5), lambda: setcontext(5), lambda: localcontext(foo=1), lambda: k.create_decimal(" 1"), lambda: k.create_decimal("1_0"), lambda: k.create_decimal("1.23456789"), lambda: k.create_decimal_from_float(0.1), lambda: k.create_decimal((0, (1, 2), -1)), lambda: k.create_decimal(123456789), lambda: k.power(2, 5, modulo=7), lambda: k.power(a=2, b=5), lambda: k.__reduce__(), lambda: k.foo):
    show(f)
print(k.flags[Inexact], k)
results = []
def work():
    results.append(getcontext().prec)
    getcontext().prec = 7
    results.append(str(Decimal(1) / 3))
getcontext().prec = 11
t = threading.Thread(target=work); t.start(); t.join()
print(results, getcontext().prec)
setcontext(Context(prec=9)); print(getcontext().prec)
print([e.__name__ for e in (DecimalException, Clamped, InvalidOperation, DivisionByZero, Inexact, Rounded, Subnormal, Overflow, Underflow, FloatOperation, DivisionImpossible, InvalidContext, ConversionSyntax, DivisionUndefined)])
print([b.__name__ for b in DivisionByZero.__mro__], [b.__name__ for b in Underflow.__mro__], InvalidOperation, issubclass(DivisionUndefined, ZeroDivisionError), issubclass(FloatOperation, TypeError))
with localcontext() as c:
    c.traps[FloatOperation] = True
    for f in (lambda: Decimal(1.5), lambda: Decimal(1) < 1.5, lambda: Decimal(1) == 1.0, lambda: Decimal.from_float(1.5), lambda: c.create_decimal(1.5)):
        show(f)
print(MAX_PREC, MAX_EMAX, MIN_EMIN, MIN_ETINY, HAVE_THREADS)
try:
    Decimal("bad")
except InvalidOperation as e:
    print(e.args, repr(e))
