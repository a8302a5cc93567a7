# What a warning looks like when it is printed; the compiler's warnings.
import sys
import warnings


class Out:
    def write(self, text):
        sys.stdout.write(text.replace(__file__, "FILE"))

    def flush(self):
        pass


sys.stderr = Out()
warnings.warn("plain")
warnings.warn("deprecated", DeprecationWarning)
warnings.warn("hidden", PendingDeprecationWarning)


def old():
    warnings.warn("use new()", FutureWarning, stacklevel=2)


old()
x = 5
for source in ("x is 5", "x is not 'a'", "5 is x", "x is ()", "x is -1", "x is None", "x is True is x", "x is ...",
               "1()", "'a'()", "[]()", "{}()", "(1, 2)()", "[i for i in x]()", "f'{x}'()", "(lambda: 1)()", "{1}()",
               "None[0]", "1[0]", "{1}[0]", "(i for i in x)[0]", "(lambda: 1)[0]", "{}['a']", "{}[0]",
               "[1]['a']", "(1,)[1.5]", "'a'[(1, 2)]", "b'a'['b']", "[1][x]", "[1][0]", "[1][True]", "'a'[1:2]",
               "assert (x, 'm')", "assert ()", "assert x, 'm'", "x = 'a\\\nb' is x", "def f():\n  return x is 5",
               "if x is 5: pass\nelif x is 6: pass", "'\\d'", "b'\\d'", "r'\\d'", "'\\8'", "'\\400'", "f'\\d{x}'"):
    try:
        compile(source, "made.py", "exec")
    except SyntaxError as e:
        print(e)
with warnings.catch_warnings():
    warnings.simplefilter("always")
    for source in ("'\\d'", "b'\\d \\q'", "r'\\d'", "'\\8'", "'\\400'", "b'\\777'", "f'\\d{x}'", "'''a\n\\d'''",
                   "'\\ '", "'\\\u00e9'", "'\\d' '\\d'"):
        compile(source, "made.py", "exec")
with warnings.catch_warnings():
    warnings.simplefilter("error")
    for source in ("z is 5", "'\\d'", "1()"):
        try:
            compile(source, "made.py", "exec")
        except SyntaxError as e:
            print(type(e).__name__, e.msg, e.lineno, e.filename)
exec("y = 1\nif y is not 'a': print('exec')")
print(eval("x is 5"))
