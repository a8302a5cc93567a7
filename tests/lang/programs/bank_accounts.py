class InsufficientFunds(Exception):
    def __init__(self, account, needed):
        self.account, self.needed = account, needed
        super().__init__(f"{account.owner} needs {needed:.2f} more")

class Account:
    _next = 1000
    interest = 0.01

    def __init__(self, owner, balance=0.0):
        self.owner, self._balance = owner, balance
        self.number = Account._next
        Account._next += 1
        self.log = []

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, value):
        if value < 0:
            raise InsufficientFunds(self, -value)
        self.log.append((round(self._balance, 2), round(value, 2)))
        self._balance = value

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("deposit must be positive")
        self.balance += amount
        return self

    def withdraw(self, amount):
        self.balance -= amount
        return self

    def __repr__(self):
        return f"{type(self).__name__}({self.owner!r}, {self.balance:.2f})"

    def __lt__(self, other):
        return self.balance < other.balance

class Savings(Account):
    interest = 0.05
    def year(self):
        self.balance *= 1 + self.interest

class Checking(Account):
    def __init__(self, owner, balance=0.0, *, overdraft=100):
        super().__init__(owner, balance)
        self.overdraft = overdraft

    @Account.balance.setter
    def balance(self, value):
        if value < -self.overdraft:
            raise InsufficientFunds(self, -value - self.overdraft)
        self._balance = value

class Bank:
    def __init__(self): self.accounts = {}
    def open(self, kind, *args, **kw):
        a = kind(*args, **kw)
        self.accounts[a.number] = a
        return a
    def transfer(self, frm, to, amount):
        frm.withdraw(amount)
        try:
            to.deposit(amount)
        except ValueError:
            frm.deposit(amount) if amount > 0 else frm.withdraw(amount)
            raise
    def __iter__(self): return iter(self.accounts.values())
    def __len__(self): return len(self.accounts)
    def __getitem__(self, n): return self.accounts[n]

bank = Bank()
a = bank.open(Savings, "ann", 1000)
b = bank.open(Checking, "bob", overdraft=50)
c = bank.open(Account, "cid", 10.5)
bank.transfer(a, b, 250.25)
for f in (lambda: b.withdraw(400), lambda: c.withdraw(11), lambda: c.deposit(-5), lambda: bank[99], lambda: b.withdraw(300).withdraw(0.25), lambda: setattr(c, "balance", -1)):
    try: print("ok", f())
    except InsufficientFunds as e: print("refused:", e, e.account.number, f"{e.needed:.1f}")
    except (ValueError, KeyError) as e: print(type(e).__name__, e)
a.year()
print(list(bank), len(bank), sorted(bank), max(bank).owner, sum(x.balance for x in bank))
print(a.log, b.log, c.log, Savings.interest, Checking.interest, Account._next)
