# Sources that are long or deep: results where they are merely long, SyntaxError, MemoryError or RecursionError where too deep.
def attempt(name, source, f=eval):
    try:
        value = f(source)
        print(name, value if not isinstance(value, (str, list)) else len(value))
    except (SyntaxError, MemoryError, RecursionError) as e:
        print(name, "refused")


attempt("sum", "+".join(["1"] * 2000))
attempt("string parts", "'ab' " * 20000)
attempt("list", "[" + "1," * 100000 + "]")
attempt("comparison", "<".join(map(str, range(1000))))
attempt("and", " and ".join(["1"] * 3000))
attempt("or", " or ".join(["0"] * 3000))
attempt("dict", "len({" + ",".join(f"{i}:{i}" for i in range(20000)) + "})")
attempt("arguments", "max(" + ",".join(map(str, range(5000))) + ")")
attempt("brackets", "(" * 10000 + "1" + ")" * 10000)
attempt("open brackets", "[" * 10000)
attempt("closed brackets", "]" * 10000)
attempt("brackets 90", "(" * 90 + "1" + ")" * 90)
attempt("lists", "[" * 10000 + "]" * 10000)
attempt("calls", "f(" * 10000 + ")" * 10000)
namespace = {}


def run(source):
    exec(source, namespace)
    return namespace.get("x")


attempt("lines", "x = 0\n" + "x += 1\n" * 20000, run)
attempt("functions", "".join(f"def f{i}(): return {i}\n" for i in range(3000)) + "x = f2999()\n", run)
attempt("elif", "y = 500\nif y == 0: x = 0\n" + "".join(f"elif y == {i}: x = {i}\n" for i in range(1, 700)), run)
attempt("locals", "def f():\n" + "".join(f"  a{i} = {i}\n" for i in range(3000)) + "  return a2999\nx = f()\n", run)
attempt("constants", "x = sum((" + ",".join(f"{i}.5" for i in range(5000)) + "))", run)
attempt("targets", " = ".join(f"t{i}" for i in range(300)) + " = x = 5", run)
attempt("semicolons", ";".join(["x = 1"] * 20000), run)
attempt("parameters", "def f(" + ",".join(f"p{i}" for i in range(1000)) + "): return p999\nx = f(" + ",".join(["7"] * 1000) + ")", run)
attempt("f-string", "len(f'" + "{1}" * 3000 + "')")
attempt("string", "len('" + "x" * 5000000 + "')")
attempt("comment", "1 #" + "x" * 5000000)
attempt("blank lines", "\n" * 100000 + "1", lambda s: run(s + "\nx = 3"))
