"""Threads that write to and read from one file at once: nothing is torn or lost."""
import threading, os
name = "threads_test.tmp"
with open(name, "w") as f:
    def work(k):
        for i in range(300):
            f.write(f"{k}:{i}:" + "x" * (i % 50) + "\n")
            if i % 70 == 0: f.flush()
    ts = [threading.Thread(target=work, args=(k,)) for k in range(4)]
    for t in ts: t.start()
    for t in ts: t.join()
with open(name) as f:
    lines = f.read().splitlines()
print(len(lines), all(l == f"{l.split(':')[0]}:{l.split(':')[1]}:" + "x" * (int(l.split(':')[1]) % 50) for l in lines))
print([sum(l.startswith(f"{k}:") for l in lines) for k in range(4)])
got = []
with open(name, "rb") as f:
    def read():
        while line := f.readline():
            got.append(line)
    ts = [threading.Thread(target=read) for _ in range(3)]
    for t in ts: t.start()
    for t in ts: t.join()
print(len(got), sorted(x.decode().rstrip("\n") for x in got) == sorted(lines))
os.remove(name)
