print(eval("1 + 2"), eval("x * 2", {"x": 5}), eval("[i for i in range(3)]"))
ns = {}
exec("a = 1\ndef f(): return a + 1", ns)
print(ns["f"](), ns["a"])
for src in ("1 +", "x =", "(", "def", "a b", "1 = 2"):
    try:
        eval(src)
    except SyntaxError as e:
        print(type(e).__name__, e.msg, e.lineno)
c = compile("y = 10", "<here>", "exec"); g = {}; exec(c, g); print(g["y"])
