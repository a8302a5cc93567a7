# sys.setswitchinterval: values, errors; programs are right at any interval.
import sys
import threading


def attempt(what, *args):
    try:
        print("ok:", what(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


print(sys.getswitchinterval())
for value in (0, -1, 0.0, "x", None):
    attempt(sys.setswitchinterval, value)
print(sys.getswitchinterval())


def work(out):
    total = 0
    for i in range(5000):
        total += i % 3
    out.append(total)


for value in (1, 0.01, 0.0001, 1e-6):
    attempt(sys.setswitchinterval, value)
    out = []
    threads = [threading.Thread(target=work, args=(out,)) for _ in range(4)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    print(abs(sys.getswitchinterval() - value) < 1e-9, out)
