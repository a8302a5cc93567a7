a = [1, 2, 3]
def attempt(f):
    try:
        print(f())
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)
def assign(i):
    a[i] = 0
def delete(i):
    del a[i]
attempt(lambda: a[3]); attempt(lambda: a[-4]); attempt(lambda: a["x"]); attempt(lambda: a[1.0]); attempt(lambda: a[None])
attempt(lambda: assign(5)); attempt(lambda: delete(5)); attempt(lambda: assign("k")); attempt(lambda: a[10 ** 30])
print(a[True], a[-1], a)
