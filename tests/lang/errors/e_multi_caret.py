# Carets of subscripts and operators, nested and parenthesised.
# stderr: full
def show(f):
    try:
        f()
    except Exception as e:
        saved.append(e)
saved = []
d = {"a": {"b": None}}
show(lambda: d["a"]["b"]["c"])
x, y = 1, "s"
show(lambda: (x) + (y))
show(lambda: x * 2 + y ** 2)
show(lambda: -y)
show(lambda: d [ "z" ])
show(lambda: x.foo.bar)
raise ExceptionGroup("all", saved)
