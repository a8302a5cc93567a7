from decimal import *
def pi():
    getcontext().prec += 2
    three = Decimal(3)
    lasts, t, s, n, na, d, da = 0, three, 3, 1, 0, 0, 24
    while s != lasts:
        lasts = s
        n, na = n + na, na + 8
        d, da = d + da, da + 32
        t = (t * n) / d
        s += t
    getcontext().prec -= 2
    return +s
def cos(x):
    getcontext().prec += 2
    i, lasts, s, fact, num, sign = 0, 0, 1, 1, 1, 1
    while s != lasts:
        lasts = s
        i += 2
        fact *= i * (i - 1)
        num *= x * x
        sign *= -1
        s += num / fact * sign
    getcontext().prec -= 2
    return +s
for prec in (28, 50, 100, 300):
    getcontext().prec = prec
    print(pi()); print(Decimal(1).exp()); print(Decimal(2).sqrt()); print(Decimal(2).ln()); print(Decimal(3).log10()); print(cos(Decimal("0.5"))); print(Decimal(2) ** Decimal("0.1")); print((Decimal(5).sqrt() + 1) / 2); print(Decimal("1.0001") ** 10000)
getcontext().prec = 28
price = Decimal("19.99")
total = sum(price * n for n in range(1, 11))
tax = (total * Decimal("0.0825")).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
print(total, tax, total + tax, f"{total + tax:,.2f}")
cents = Decimal("0.01")
for mode in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP):
    print(mode, [str(Decimal(s).quantize(cents, rounding=mode)) for s in ("1.005", "1.015", "-1.005", "1.001", "1.009", "-1.055", "1.000")], Decimal("-2.5").to_integral_value(mode))
balance = Decimal("1000.00")
for year in range(1, 11):
    balance = (balance * Decimal("1.035")).quantize(cents)
print(balance)
shares = [(Decimal(100) / 3).quantize(cents, ROUND_DOWN)] * 3
shares[0] += Decimal(100) - sum(shares)
print(shares, sum(shares))
print(Decimal("0.1") + Decimal("0.2") == Decimal("0.3"), [str(Decimal(x) / 7) for x in range(4)], str(Decimal("3.1400").normalize()), Decimal("1E+2").normalize() + 0)
def moneyfmt(v):
    sign, digits, exp = v.quantize(cents).as_tuple()
    text = "".join(map(str, digits)).rjust(3, "0")
    return ("-" if sign else "") + "$" + text[:-2] + "." + text[-2:]
print(moneyfmt(Decimal("-1234.567")), moneyfmt(Decimal("0.05")))
getcontext().prec = 6
print(sum(Decimal(1) / n for n in range(1, 200)), Decimal(2) ** 100, Decimal(7) / 3 * 3, Decimal("123456789") + 0, Decimal("123456789"), +Decimal("123456789"))
x = Decimal(2)
for _ in range(8):
    x = x - (x * x - 3) / (2 * x)
print(x)
