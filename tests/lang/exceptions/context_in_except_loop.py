errors = []
for i in range(3):
    try: [][i]
    except IndexError as e: errors.append(e)
print([repr(e) for e in errors], [e.__context__ for e in errors])
def deep(n):
    if n == 0: raise ValueError("bottom")
    try: deep(n - 1)
    finally: trace.append(n)
trace = []
try: deep(5)
except ValueError as e: print(e, trace)
