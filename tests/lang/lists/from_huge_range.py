# A range says at once that it is too long.
for n in (2**61 - 1, 2**61, 2**62, 2**63 - 1, 2**63, 2**64, 10**30):
    for make in (list, tuple, sorted):
        try:
            make(range(n))
        except (MemoryError, OverflowError) as e:
            print(n, make.__name__, type(e).__name__, e)
    for step in (1, 7):
        print(list(range(n, n + 20, step))[-1] - n)
