"""A bank in decimals: transactions as context managers, rollback, audit, statements."""
import contextlib
import decimal
from collections import defaultdict, namedtuple
from contextlib import ExitStack, contextmanager, suppress
from datetime import date, timedelta
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, localcontext

CENT = Decimal("0.01")
Entry = namedtuple("Entry", "day text amount", defaults=["", Decimal(0)])


class BankError(Exception):
    """Base of the bank's errors."""


class Overdrawn(BankError):
    def __init__(self, account, wanted):
        super().__init__(account.owner, wanted)
        self.account, self.wanted = account, wanted

    def __str__(self):
        return f"{self.account.owner} has {self.account.balance}, not {self.wanted}"


class Account:
    def __init__(self, owner, opening="0"):
        self.owner = owner
        self.entries = [Entry(date(2024, 1, 1), "opening", Decimal(opening))]

    @property
    def balance(self):
        return sum((e.amount for e in self.entries), Decimal())

    def post(self, day, text, amount):
        amount = Decimal(amount).quantize(CENT, ROUND_HALF_UP)
        if self.balance + amount < 0:
            raise Overdrawn(self, -amount)
        self.entries.append(Entry(day, text, amount))
        return self

    def __repr__(self):
        return f"{type(self).__name__}({self.owner!r}, {self.balance!s})"


class Savings(Account):
    rate = Decimal("0.0375")

    def interest(self, first, last):
        with localcontext() as context:
            context.prec = 12
            days = (last - first).days
            return self.balance * self.rate * days / 365


class Transaction:
    def __init__(self, *accounts):
        self.accounts = accounts

    def __enter__(self):
        self.saved = [list(a.entries) for a in self.accounts]
        return self

    def __exit__(self, kind, error, traceback):
        if kind is not None:
            for account, entries in zip(self.accounts, self.saved):
                account.entries[:] = entries
            print(f"  rolled back: {kind.__name__}: {error}")
        return kind is not None and issubclass(kind, BankError)


@contextmanager
def audited(*accounts):
    before = sum(a.balance for a in accounts)
    try:
        yield before
    except ArithmeticError as e:
        raise BankError("audit interrupted") from e
    else:
        after = sum(a.balance for a in accounts)
        print(f"  audit {before} -> {after}: {'ok' if before == after else 'DIFFERS by ' + str(after - before)}")
    finally:
        print("  audit closed")


def transfer(day, source, target, amount):
    source.post(day, f"to {target.owner}", -Decimal(amount))
    target.post(day, f"from {source.owner}", amount)


def statement(account):
    total = Decimal()
    print(f"{account.owner:=^44}")
    for day, text, amount in account.entries:
        total += amount
        print(f"{day:%d %b %Y} {text:<12.12} {amount:>+9,.2f} {total:>9,.2f}")


ann, bob, cleo = Account("Ann", "1000.00"), Account("Bob"), Savings("Cleo", "2500.50")
day = date(2024, 2, 27)
with Transaction(ann, bob), audited(ann, bob, cleo) as total:
    transfer(day, ann, bob, "250.255")
    transfer(day + timedelta(days=1), ann, cleo, "99.995")
with Transaction(ann, bob):
    transfer(day + timedelta(2), bob, ann, "200")
    transfer(day + timedelta(2), bob, ann, "200")
try:
    with audited(ann):
        Decimal(1) / Decimal(0)
except BankError as e:
    print(e, "<-", type(e.__cause__).__name__, e.__cause__)
try:
    with Transaction(bob):
        bob.post(day, "bad", "12,5")
except decimal.InvalidOperation as e:
    print(type(e).__mro__[1].__name__, e)
cleo.post(date(2024, 12, 31), "interest", cleo.interest(date(2024, 1, 1), date(2024, 12, 31)))
print(cleo.interest(date(2024, 1, 1), date(2025, 1, 1)))
for account in (ann, bob, cleo):
    statement(account)
print([ann, bob, cleo], Entry(day), Entry._field_defaults)

with ExitStack() as stack:
    names = [stack.enter_context(contextlib.nullcontext(n)) for n in "xyz"]
    stack.callback(print, "unwound", *names, sep="-")
    stack.push(lambda *details: print("pushed saw", details[0] and details[0].__name__) or True)
    stack.enter_context(suppress(KeyError))
    raise LookupError("outer")
with suppress(KeyError, IndexError):
    print([][1])

print(Decimal("0.1") + Decimal("0.2"), Decimal(0.1), Decimal("1E+3"), Decimal("1E+3").quantize(Decimal(1)), -Decimal("0.00"))
for rounding in (ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, decimal.ROUND_CEILING, decimal.ROUND_05UP):
    print(rounding, [str(Decimal(t).quantize(CENT, rounding)) for t in ("2.675", "2.665", "-2.675", "2.671", "2.601")])
with localcontext(prec=30) as context:
    print(Decimal(2).sqrt(), Decimal(1).exp(), Decimal(10).ln(), Decimal(2) ** Decimal("0.5"))
    print(Decimal(1) / 3, context.flags[decimal.Inexact])
print(Decimal("123.4500").normalize(), Decimal("1.23E+5").to_eng_string(), Decimal("-12.30").as_tuple(), Decimal("7") // 2, Decimal(-7) % 3, divmod(Decimal(7), 2))
print(f"{Decimal('1234567.891'):,.1f} {Decimal('0.00001234')} {Decimal('0.00000001234'):.3e} {Decimal('0.256'):.1%} {Decimal(5):08.2f}")
print(sorted([Decimal("1.10"), 1, Decimal("1.1"), 0.5]), Decimal("1.1") == 1.1, hash(Decimal(3)) == hash(3), Decimal("NaN") == Decimal("NaN"), max(Decimal("-Infinity"), Decimal(1)))
print(int(Decimal("-3.99")), round(Decimal("2.5")), round(Decimal("2.345"), 2), Decimal("3.7").to_integral_value(), Decimal(3).compare(Decimal(4)), Decimal("1.5").as_integer_ratio())
for bad in ("Decimal('abc')", "Decimal(1) + 1.5", "Decimal(0) / 0", "Decimal(1) // 0", "Decimal('NaN') < 1", "int(Decimal('inf'))", "Decimal(-1).sqrt()",
            "Decimal('1e30').quantize(CENT)", "Decimal([1])", "Decimal((0, (1, 2), -1))", "round(Decimal('nan'))", "Decimal(10) ** 10 ** 10"):
    try:
        print(eval(bad))
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
