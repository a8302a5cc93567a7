# Thresholds, counts, stats.
import gc

print(gc.get_threshold())
gc.set_threshold(500)
print(gc.get_threshold())
gc.set_threshold(400, 5)
gc.set_threshold(300, 4, 3)
print(gc.get_threshold())
for args in ((), (1, 2, 3, 4), ("x",)):
    try:
        gc.set_threshold(*args)
    except TypeError as e:
        print(e)
print(len(gc.get_count()), all(isinstance(n, int) for n in gc.get_count()))
gc.collect()
stats = gc.get_stats()
print(len(stats), [sorted(s) for s in stats], stats[2]["collections"] > 0, stats[2]["uncollectable"])
