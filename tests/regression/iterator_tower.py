# An iterator over an iterator, 200000 deep, asks for its next value: RecursionError, not a crash.
# (CPython 3.11 itself overflows its stack here, so the expectation is stated, not recorded.)
it = iter([1])
for i in range(200000):
    it = map(lambda x: x, it)
try:
    next(it)
except RecursionError as e:
    print("RecursionError:", e)
del it
print("alive")
