# A tokenizer with states, and a tiny markup language rendered to text.
class Token(tuple):
    def __new__(cls, kind, text, line): return super().__new__(cls, (kind, text, line))
    kind = property(lambda s: s[0]); text = property(lambda s: s[1]); line = property(lambda s: s[2])
    def __repr__(self): return f"{self.kind}:{self.text!r}@{self.line}"

KEYWORDS = frozenset({"if", "while", "end"})
def scan(src):
    line, i, n = 1, 0, len(src)
    def word(start, ok):
        j = start
        while j < n and ok(src[j]): j += 1
        return src[start:j], j
    while i < n:
        c = src[i]
        match c:
            case "\n":
                line += 1; i += 1
            case " " | "\t":
                i += 1
            case "#":
                _, i = word(i, lambda ch: ch != "\n")
            case '"' | "'":
                j = src.find(c, i + 1)
                if j < 0: raise SyntaxError(f"unterminated string on line {line}")
                yield Token("STR", src[i + 1:j], line); i = j + 1
            case _ if c.isdigit():
                t, i = word(i, lambda ch: ch.isdigit() or ch == "_"); yield Token("INT", int(t), line)
            case _ if c.isidentifier():
                t, i = word(i, lambda ch: ch.isalnum() or ch == "_"); yield Token("KW" if t in KEYWORDS else "ID", t, line)
            case _:
                for op in ("==", "<=", "+=", "=", "<", "+", "(", ")"):
                    if src.startswith(op, i):
                        yield Token("OP", op, line); i += len(op); break
                else:
                    raise SyntaxError(f"bad {c!r} on line {line}")
src = '''if x <= 1_000 # comment
  name += "hi there"
end  naïve == 'q'
'''
toks = list(scan(src)); print(*toks, sep="\n")
count = {}
for t in toks: count[t.kind] = count.get(t.kind, 0) + 1
print(count, [t.text for t in toks if t.kind == "KW"], toks[0].line, len(toks[0]))
for bad in ("a ! b", '"open', "x\n\n@"):
    try: list(scan(bad))
    except SyntaxError as e: print(e)

def render(text):
    out, stack = [], []
    marks = {"*": "bold", "_": "em", "`": "code"}
    i = 0
    while i < len(text):
        c = text[i]
        if c == "\\" and i + 1 < len(text): out.append(text[i + 1]); i += 2; continue
        if c in marks:
            if stack and stack[-1] == c: stack.pop(); out.append(f"</{marks[c]}>")
            elif c in stack: raise ValueError(f"crossed {c} at {i}")
            else: stack.append(c); out.append(f"<{marks[c]}>")
        else: out.append(c)
        i += 1
    if stack: raise ValueError("open: " + "".join(stack))
    return "".join(out)
for t in ("a *b* c", "_x *y* z_", r"\*no\*", "*a _b* c_", "`code", ""):
    try: print(repr(t), "->", render(t))
    except ValueError as e: print(repr(t), "!!", e)
