from decimal import *
values = [Decimal(s) for s in ("0", "-0", "1", "-1.5", "1234567.891", "0.000001234", "1E+10", "-1.2345E-20", "9.995", "1E-7", "0E+5", "0.00", "nan", "-inf", "snan", "123456789012345678901234567890", "5E+2", "0E-10")]
specs = ["", "f", ".2f", ".0f", "e", ".3e", "E", ".0e", "g", "G", ".3g", ".10g", ".0g", "%", ".1%", ",", ",.2f", "10", "<12.2f", ">12", "^12", "=+15.1f", "+", " ", "-", "010", "015,.2f", "*^20.3e", "z.1f", "z", "n", ".4n", "020,", "+08.1f", "06", "x<8", ".3", ".20f", "08,", "012,", "013,.1f"]
for s in specs:
    for v in values:
        try: print(repr(s), v, "|" + format(v, s) + "|")
        except Exception as e: print(repr(s), v, type(e).__name__, e)
for s in ("x", "d", "s", "_", ",_", "10.", "<<", "#f", ".f", "f5", "010<", "0<10", ",n", "\u00e9^7", "=10", "1000000000000000000000"):
    try: print(repr(s), format(Decimal("1.5"), s))
    except Exception as e: print(repr(s), type(e).__name__, e)
try: Decimal(1).__format__(5)
except Exception as e: print(type(e).__name__, e)
getcontext().rounding = ROUND_UP
print(f"{Decimal('1.21'):.1f} {Decimal('1.25'):.1e} {Decimal('1.21'):.2g}", "%.1f" % Decimal("1.25"), f"{Decimal('1E+3')} {Decimal('1E+3'):f}")
