"""A small language: tokenizer, compiler to bytecode, stack machine, disassembler."""
import io
import operator
import re
import struct
from collections import ChainMap, namedtuple
from contextlib import redirect_stdout
from enum import IntEnum, unique


@unique
class Op(IntEnum):
    HALT, PUSH, LOAD, STORE, BINARY, JUMP, JUMP_IF_NOT, PRINT, CALL, RETURN, POP = range(11)


class Token(namedtuple("Token", "kind value line column")):
    __slots__ = ()

    def __str__(self):
        return f"{self.kind}:{self.value}"


KEYWORDS = frozenset("let while if else end print fn return".split())
SPEC = [("NUMBER", r"\d+(\.\d*)?"), ("STRING", r'"(?:\\.|[^"\\])*"'), ("ID", r"[A-Za-z_]\w*"), ("OP", r"==|!=|<=|>=|&&|\|\||[-+*/%<>=(),]"),
        ("NEWLINE", r"\n"), ("SKIP", r"[ \t]+|#[^\n]*"), ("MISMATCH", r".")]
SCANNER = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in SPEC))


class LanguageError(Exception):
    def __init__(self, message, line=None):
        super().__init__(message)
        if line is not None:
            self.add_note(f"on line {line}")


def tokenize(code):
    line, start = 1, 0
    for m in SCANNER.finditer(code):
        kind, value, column = m.lastgroup, m.group(), m.start() - start
        match kind:
            case "SKIP":
                continue
            case "NEWLINE":
                line, start = line + 1, m.end()
                continue
            case "MISMATCH":
                raise LanguageError(f"{value!r} unexpected in column {column}", line)
            case "NUMBER":
                value = float(value) if "." in value else int(value)
            case "STRING":
                value = value[1:-1].encode("latin-1", "backslashreplace").decode("unicode_escape")
            case "ID" if value in KEYWORDS:
                kind = value.upper()
        yield Token(kind, value, line, column)
    yield Token("EOF", None, line, 0)


BINARY = [("||", lambda a, b: a or b), ("&&", lambda a, b: a and b), ("==", operator.eq), ("!=", operator.ne), ("<", operator.lt), (">", operator.gt), ("<=", operator.le), (">=", operator.ge),
          ("+", operator.add), ("-", operator.sub), ("*", operator.mul), ("/", operator.truediv), ("%", operator.mod)]
CODES = {text: i for i, (text, _) in enumerate(BINARY)}
POWER = {"||": 1, "&&": 2, **dict.fromkeys(["==", "!="], 3), **dict.fromkeys(["<", ">", "<=", ">="], 4), "+": 5, "-": 5, "*": 6, "/": 6, "%": 6}


class Compiler:
    def __init__(self, source):
        self.tokens = tokenize(source)
        self.token = next(self.tokens)
        self.code, self.constants, self.names, self.functions = bytearray(), [], [], {}

    def advance(self):
        token, self.token = self.token, next(self.tokens, self.token)
        return token

    def expect(self, kind, value=None):
        if self.token.kind != kind or value not in (None, self.token.value):
            raise LanguageError(f"expected {value or kind}, found {self.token}", self.token.line)
        return self.advance()

    def emit(self, op, argument=0):
        self.code += struct.pack("<Bh", op, argument)
        return len(self.code) - 2

    def patch(self, at):
        struct.pack_into("<h", self.code, at, len(self.code))

    @staticmethod
    def index(table, value):
        for i, other in enumerate(table):
            if type(other) is type(value) and other == value:
                return i
        table.append(value)
        return len(table) - 1

    def block(self, *ends):
        while self.token.kind not in ends:
            self.statement()

    def statement(self):
        token = self.advance()
        match token.kind:
            case "LET" | "ID":
                name = self.expect("ID").value if token.kind == "LET" else token.value
                if token.kind == "ID" and self.token.value == "(":
                    self.call(name)
                    self.emit(Op.POP)
                    return
                self.expect("OP", "=")
                self.expression()
                self.emit(Op.STORE, self.index(self.names, name))
            case "PRINT":
                self.expression()
                count = 1
                while self.token.value == ",":
                    self.advance()
                    self.expression()
                    count += 1
                self.emit(Op.PRINT, count)
            case "WHILE":
                top = len(self.code)
                self.expression()
                out = self.emit(Op.JUMP_IF_NOT)
                self.block("END")
                self.expect("END")
                self.emit(Op.JUMP, top)
                self.patch(out)
            case "IF":
                self.expression()
                other = self.emit(Op.JUMP_IF_NOT)
                self.block("ELSE", "END")
                if self.advance().kind == "ELSE":
                    over = self.emit(Op.JUMP)
                    self.patch(other)
                    self.block("END")
                    self.expect("END")
                    other = over
                self.patch(other)
            case "FN":
                name = self.expect("ID").value
                self.expect("OP", "(")
                parameters = []
                while self.token.value != ")":
                    parameters.append(self.expect("ID").value)
                    if self.token.value == ",":
                        self.advance()
                self.advance()
                over = self.emit(Op.JUMP)
                self.functions[name] = len(self.code), parameters
                self.block("END")
                self.expect("END")
                self.emit(Op.PUSH, self.index(self.constants, None))
                self.emit(Op.RETURN)
                self.patch(over)
            case "RETURN":
                self.expression()
                self.emit(Op.RETURN)
            case _:
                raise LanguageError(f"no statement begins with {token}", token.line)

    def call(self, name):
        self.expect("OP", "(")
        count = 0
        while self.token.value != ")":
            self.expression()
            count += 1
            if self.token.value == ",":
                self.advance()
        self.advance()
        self.emit(Op.CALL, self.index(self.names, name) << 4 | count)

    def expression(self, least=1):
        token = self.advance()
        match token:
            case Token(kind="NUMBER" | "STRING", value=value):
                self.emit(Op.PUSH, self.index(self.constants, value))
            case Token("ID", name):
                if self.token.value == "(" and self.token.kind == "OP":
                    self.call(name)
                else:
                    self.emit(Op.LOAD, self.index(self.names, name))
            case Token("OP", "("):
                self.expression()
                self.expect("OP", ")")
            case Token("OP", "-"):
                self.emit(Op.PUSH, self.index(self.constants, 0))
                self.expression(7)
                self.emit(Op.BINARY, CODES["-"])
            case _:
                raise LanguageError(f"no expression begins with {token}", token.line)
        while self.token.kind == "OP" and (power := POWER.get(self.token.value, 0)) >= least:
            op = self.advance().value
            self.expression(power + 1)
            self.emit(Op.BINARY, CODES[op])

    def compile(self):
        self.block("EOF")
        self.emit(Op.HALT)
        return self


def run(program, limit=20000):
    code, stack, frames, at, steps = memoryview(program.code), [], [], 0, 0
    scope = ChainMap({})
    while True:
        if (steps := steps + 1) > limit:
            raise LanguageError(f"more than {limit} steps")
        op, argument = struct.unpack_from("<Bh", code, at)
        at += 3
        match Op(op):
            case Op.PUSH:
                stack.append(program.constants[argument])
            case Op.LOAD:
                try:
                    stack.append(scope[program.names[argument]])
                except KeyError as e:
                    raise LanguageError(f"{e} is not defined") from None
            case Op.STORE:
                scope[program.names[argument]] = stack.pop()
            case Op.BINARY:
                right, left = stack.pop(), stack.pop()
                stack.append(BINARY[argument][1](left, right))
            case Op.JUMP:
                at = argument
            case Op.JUMP_IF_NOT:
                at = at if stack.pop() else argument
            case Op.PRINT:
                values = stack[-argument:]
                del stack[-argument:]
                print(*values)
            case Op.CALL:
                name, count = program.names[argument >> 4], argument & 15
                start, parameters = program.functions[name]
                arguments = [stack.pop() for _ in range(count)][::-1]
                frames.append((at, scope))
                scope = scope.parents.new_child(dict(zip(parameters, arguments, strict=True))) if len(scope.maps) > 1 else scope.new_child(dict(zip(parameters, arguments, strict=True)))
                at = start
            case Op.RETURN:
                at, scope = frames.pop()
            case Op.POP:
                stack.pop()
            case Op.HALT:
                return steps, dict(sorted(scope.items()))


def disassemble(program):
    for offset in range(0, len(program.code), 3):
        op, argument = struct.unpack_from("<Bh", program.code, offset)
        extra = {Op.PUSH: lambda: repr(program.constants[argument]), Op.LOAD: lambda: program.names[argument], Op.BINARY: lambda: BINARY[argument][0]}.get(op, str)()
        yield f"{offset:4} {Op(op).name:<12}{argument:>5}  {extra}".rstrip()


SOURCE = '''
let n = 10   # a comment
let a = 0
let b = 1
while n > 0
    print "fib\\t", a, a % 2 == 0 && n != 5
    let c = a + b
    a = b
    b = c
    n = n - 1
end
fn fact(k) if k < 2 return 1 end return k * fact(k - 1) end
fn gcd(x, y)
    while y let t = x % y x = y y = t end
    return x
end
fn nothing() end
print fact(20), gcd(1071, 462), 7 / 2, -(3 - 5) * 2.5, "a" + "b" * 3, nothing()
if fact(3) == 6 print "yes" else print "no" end
nothing()
'''
print(*list(tokenize("let x = 1.5 + foo(\"a b\", y1) # c"))[:-1])
program = Compiler(SOURCE).compile()
print(*list(disassemble(program))[:22], sep="\n")
print(len(program.code), program.constants, program.names, program.functions)
print(run(program))
for bad in ["let = 3", "print 1 +", "x @ 2", "print undefined", "while 1 end", "fn f(a) return a end print f()", "print 1 / 0", 'print "a" - 1', "f(1)", "print (1", "let a = 1\nend", 'let q = "open']:
    out = io.StringIO()
    try:
        with redirect_stdout(out):
            run(Compiler(bad).compile(), limit=500)
    except Exception as e:
        print(f"{bad!r:40} {type(e).__name__}: {e}", *getattr(e, "__notes__", ()), out.getvalue(), sep=" | ")
