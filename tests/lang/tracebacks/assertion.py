# stderr: full
def check(n):
    assert n > 0, f"n is {n}"
check(-1)
