"""Pratt-style expression parser with dataclasses, match, and an optimiser."""
from __future__ import annotations

import math
import operator
import re
from dataclasses import dataclass, field, replace, asdict, fields
from typing import Union

TOKEN = re.compile(r"""
    \s*(?:
        (?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
      | (?P<name>[A-Za-z_]\w*)
      | (?P<op>\*\*|//|[-+*/%(),=])
      | (?P<bad>\S)
    )""", re.VERBOSE)


class ParseError(ValueError):
    def __init__(self, message, position):
        super().__init__(f"{message} at {position}")
        self.position = position


@dataclass(frozen=True)
class Number:
    value: float | int


@dataclass(frozen=True)
class Name:
    id: str


@dataclass(frozen=True)
class Unary:
    op: str
    operand: Node


@dataclass(frozen=True)
class Binary:
    op: str
    left: Node
    right: Node


@dataclass(frozen=True)
class Call:
    function: str
    args: tuple[Node, ...] = ()


Node = Union[Number, Name, Unary, Binary, Call]


@dataclass(order=True)
class Token:
    position: int
    kind: str = field(compare=False)
    text: str = field(compare=False, default="")


def tokenize(source):
    position = 0
    while position < len(source.rstrip()):
        m = TOKEN.match(source, position)
        kind = m.lastgroup
        if kind == "bad":
            raise ParseError(f"unexpected {m[kind]!r}", m.start(kind))
        yield Token(m.start(kind), kind, m.group(kind))
        position = m.end()
    yield Token(len(source), "end")


class Parser:
    LEVELS = [("+", "-"), ("*", "/", "//", "%")]

    def __init__(self, source):
        self.tokens = list(tokenize(source))
        self.index = 0

    @property
    def token(self):
        return self.tokens[self.index]

    def accept(self, *texts):
        if self.token.text in texts and self.token.kind != "end":
            self.index += 1
            return self.tokens[self.index - 1].text
        return None

    def expect(self, text):
        if not self.accept(text):
            raise ParseError(f"expected {text!r}, got {self.token.text or 'end'!r}", self.token.position)

    def parse(self):
        node = self.level(0)
        if self.token.kind != "end":
            raise ParseError(f"trailing {self.token.text!r}", self.token.position)
        return node

    def level(self, n):
        if n == len(self.LEVELS):
            return self.unary()
        node = self.level(n + 1)
        while op := self.accept(*self.LEVELS[n]):
            node = Binary(op, node, self.level(n + 1))
        return node

    def unary(self):
        if op := self.accept("-", "+"):
            return Unary(op, self.unary())
        base = self.atom()
        return Binary("**", base, self.unary()) if self.accept("**") else base

    def atom(self):
        match self.token:
            case Token(kind="number", text=text):
                self.index += 1
                return Number(int(text) if text.isdigit() else float(text))
            case Token(kind="name", text=text):
                self.index += 1
                if not self.accept("("):
                    return Name(text)
                args = []
                while not self.accept(")"):
                    args.append(self.level(0))
                    if self.token.text != ")":
                        self.expect(",")
                return Call(text, tuple(args))
            case Token(text="("):
                self.index += 1
                node = self.level(0)
                self.expect(")")
                return node
            case Token(kind=kind, position=where):
                raise ParseError(f"unexpected {kind}", where)


BINARY = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
          "//": operator.floordiv, "%": operator.mod, "**": operator.pow}
FUNCTIONS = {"sqrt": math.sqrt, "max": max, "abs": abs, "hypot": math.hypot, "log": math.log}


def evaluate(node, env):
    match node:
        case Number(value):
            return value
        case Name(id):
            return env[id]
        case Unary("-", operand):
            return -evaluate(operand, env)
        case Unary(_, operand):
            return +evaluate(operand, env)
        case Binary(op, left, right):
            return BINARY[op](evaluate(left, env), evaluate(right, env))
        case Call(function, args):
            return FUNCTIONS[function](*(evaluate(a, env) for a in args))
        case _:
            raise TypeError(f"no node: {node!r}")


def simplify(node):
    match node:
        case Binary(op, left, right):
            left, right = simplify(left), simplify(right)
            match (op, left, right):
                case (_, Number(a), Number(b)) if not (op in ("/", "//", "%") and b == 0):
                    return Number(BINARY[op](a, b))
                case ("+", Number(0), other) | ("+", other, Number(0)):
                    return other
                case ("*", Number(1), other) | ("*", other, Number(1)):
                    return other
                case ("*", Number(0), _) | ("*", _, Number(0)):
                    return Number(0)
                case ("**", base, Number(1)):
                    return base
            return replace(node, left=left, right=right)
        case Unary("-", Number(value)):
            return Number(-value)
        case Unary("-", Unary("-", inner)):
            return simplify(inner)
        case Unary(op, operand):
            return replace(node, operand=simplify(operand))
        case Call(args=args):
            return replace(node, args=tuple(map(simplify, args)))
    return node


def show(node, parent=0):
    match node:
        case Number(value):
            return f"{value:g}" if isinstance(value, float) else str(value)
        case Name(id=name):
            return name
        case Unary(op, operand):
            return f"{op}{show(operand, 3)}"
        case Binary(op, left, right):
            mine = 1 if op in "+-" else 4 if op == "**" else 2
            text = f"{show(left, mine)} {op} {show(right, mine + 1)}"
            return f"({text})" if mine < parent else text
        case Call(function, args):
            return f"{function}({', '.join(map(show, args))})"


env = {"x": 3, "y": 4.5, "zero": 0}
for source in ["1 + 2 * 3", "(1 + 2) * 3", "2 ** 3 ** 2", "-2 ** 2", "x * x + 2*x + 1", "hypot(x, 4) + max(1, y, 2)",
               "x + 0 * y", "1 * x ** 1", "--x", "7 // 2 - 7 % 4", "1e3 / 4", "x - (y - 1)", "-(3)", "max(1,)",
               "1 / zero", "sqrt(-1)", "unknown + 1", "f(1)", "2 +", "(1", "1 2", "3 $ 4", "", "max(1 2)", "log(x, 10)", "max()"]:
    try:
        tree = Parser(source).parse()
        simple = simplify(tree)
        print(f"{source:28} {show(simple):32} {evaluate(simple, env)!r}")
    except Exception as e:
        print(f"{source:28} {type(e).__name__}: {e}", getattr(e, "position", ""))

tree = Parser("a + f(2) * -3").parse()
print(tree)
print(asdict(tree))
print([f.name for f in fields(Binary)], [f.type for f in fields(Call)])
print(hash(tree) == hash(Parser("a+f(2)*-3").parse()), tree == Parser("a+f(2)*-3").parse())
try:
    tree.op = "-"
except Exception as e:
    print(type(e).__name__, e, isinstance(e, AttributeError))
try:
    evaluate("x", {})
except TypeError as e:
    print(e)
print(sorted([Token(5, "a"), Token(2, "b")]), Token(1, "x") == Token(1, "y"))
try:
    replace(tree, nothing=1)
except TypeError as e:
    print(e)
