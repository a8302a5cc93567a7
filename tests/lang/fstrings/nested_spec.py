width, precision = 10, 3
x = 2.718281828
print(f"[{x:{width}.{precision}f}]", f"[{x:{'>'}{width}}]", f"[{'a':{'*^'}{width - 3}}]", f"{x:{''}}")
