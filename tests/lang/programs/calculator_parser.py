# A recursive-descent calculator with variables, functions and error positions.
import math

class CalcError(Exception):
    def __init__(self, message, at):
        super().__init__(message)
        self.at = at

def tokens(text):
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isdigit() or c == ".":
            j = i
            while j < len(text) and (text[j].isdigit() or text[j] in ".eE" or (text[j] in "+-" and text[j - 1] in "eE")):
                j += 1
            yield "num", float(text[i:j]), i
            i = j
        elif c.isalpha() or c == "_":
            j = i
            while j < len(text) and (text[j].isalnum() or text[j] == "_"):
                j += 1
            yield "name", text[i:j], i
            i = j
        elif text[i:i + 2] in ("**", "//", "=="):
            yield "op", text[i:i + 2], i
            i += 2
        elif c in "+-*/%(),=":
            yield "op", c, i
            i += 1
        else:
            raise CalcError(f"unexpected {c!r}", i)
    yield "end", None, len(text)

class Parser:
    FUNCS = {"sqrt": math.sqrt, "max": max, "min": min, "abs": abs, "floor": math.floor}
    LEVELS = [("+", "-"), ("*", "/", "//", "%")]

    def __init__(self, text, env):
        self.toks, self.pos, self.env = list(tokens(text)), 0, env

    @property
    def now(self):
        return self.toks[self.pos]

    def take(self, value=None):
        kind, v, at = self.now
        if value is not None and v != value:
            raise CalcError(f"expected {value!r}, got {v!r}", at)
        self.pos += 1
        return v

    def statement(self):
        if self.now[0] == "name" and self.toks[self.pos + 1][1] == "=":
            name = self.take()
            self.take("=")
            self.env[name] = value = self.level(0)
        else:
            value = self.level(0)
        if self.now[0] != "end":
            raise CalcError(f"trailing {self.now[1]!r}", self.now[2])
        return value

    def level(self, n):
        if n == len(self.LEVELS):
            return self.unary()
        left = self.level(n + 1)
        while self.now[1] in self.LEVELS[n]:
            op, at = self.take(), self.now[2]
            right = self.level(n + 1)
            try:
                left = {"+": lambda: left + right, "-": lambda: left - right, "*": lambda: left * right,
                        "/": lambda: left / right, "//": lambda: left // right, "%": lambda: left % right}[op]()
            except ZeroDivisionError as e:
                raise CalcError("division by zero", at) from e
        return left

    def unary(self):
        if self.now[1] == "-":
            self.take()
            return -self.unary()
        base = self.atom()
        if self.now[1] == "**":
            self.take()
            return base ** self.unary()
        return base

    def atom(self):
        kind, v, at = self.now
        if kind == "num":
            return self.take()
        if kind == "name":
            self.take()
            if self.now[1] == "(":
                self.take("(")
                args = []
                while self.now[1] != ")":
                    args.append(self.level(0))
                    if self.now[1] != ")":
                        self.take(",")
                self.take(")")
                if v not in self.FUNCS:
                    raise CalcError(f"no function {v}", at)
                return self.FUNCS[v](*args)
            if v not in self.env:
                raise CalcError(f"no variable {v}", at)
            return self.env[v]
        if v == "(":
            self.take()
            value = self.level(0)
            self.take(")")
            return value
        raise CalcError("expected a value", at)

env = {"pi": math.pi}
for line in ["1 + 2 * 3", "x = (1 + 2) * 3", "x ** 2 - 1", "-2 ** 2", "2 ** 3 ** 2", "sqrt(16) + max(1, x, 4)", "10 / 4 // 1",
             "7 % 4 + 1.5e2", "1 / 0", "y + 1", "3 $ 4", "(1 + 2", "foo(1)", "1 2", "", "floor(pi)"]:
    try:
        print(f"{line:<26} = {Parser(line, env).statement():g}")
    except CalcError as e:
        print(f"{line:<26} ! {e} at {e.at}" + (f" ({type(e.__cause__).__name__})" if e.__cause__ else ""))
print(env)
