# SyntaxError out of compile(): attributes and how it is printed.
# stderr: full
for text in ["x = (", "if True print(1)", "x = 1 +", "def f(:\n  pass", "'abc", "a b"]:
    try:
        compile(text, "given.py", "exec")
    except SyntaxError as e:
        print(type(e).__name__, e.filename, e.lineno)
compile("first = 1\n  x = 2\n", "given.py", "exec")
