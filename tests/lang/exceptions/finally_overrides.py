def ret():
    try: return "try"
    finally: return "finally"
def swallow():
    try: raise ValueError
    finally: return "swallowed"
def loop():
    for i in range(3):
        try: continue
        finally:
            print("f", i)
            if i == 1: break
    return i
def order():
    x = 1
    try: return x
    finally: x = 2
def brk():
    while True:
        try: return "r"
        finally: break
    return "after"
def nested():
    try:
        try: return 1
        finally: print("inner")
    finally: print("outer")
def replace():
    try:
        try: raise ValueError("first")
        finally: raise KeyError("second")
    except KeyError as e: return repr(e), repr(e.__context__)
print(ret(), swallow(), loop(), order(), brk(), nested(), replace())
