def show(f):
    try:
        f()
        print("made")
    except (MemoryError, OverflowError) as e:
        print(type(e).__name__, e)

show(lambda: [0] * 10**12)
show(lambda: [0, 1] * 10**18)
show(lambda: (0,) * 10**13)
show(lambda: [0] * 2**62)
show(lambda: [0] * 2**63)
show(lambda: (1, 2) * -2**70)
show(lambda: (1, 2) * -5)
a = [1, 2]
def grow():
    global a
    a *= 10**17
show(grow)
print(a)
show(lambda: list(range(10**15)))
show(lambda: [1] * 0)
