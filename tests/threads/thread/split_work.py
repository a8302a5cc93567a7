# A sum split over threads is the sum, with each thread's own locals.
import threading


def part(lo, hi, out, i):
    total = 0
    n = lo
    while n < hi:
        total += n * n % 7
        n += 1
    out[i] = total


N = 40000
for parts in (1, 2, 4, 8):
    out = [None] * parts
    threads = [threading.Thread(target=part, args=(N * i // parts, N * (i + 1) // parts, out, i)) for i in range(parts)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    print(parts, sum(out))
