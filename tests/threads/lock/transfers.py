# Two locks an operation, taken in a fixed order: money is neither made nor lost.
import random
import threading


class Account:
    def __init__(self, number, balance):
        self.number, self.balance, self.lock = number, balance, threading.Lock()


accounts = [Account(n, 100) for n in range(5)]


def transfer(a, b, amount):
    first, second = sorted((a, b), key=lambda x: x.number)
    with first.lock, second.lock:
        if a.balance >= amount:
            a.balance -= amount
            b.balance += amount


def worker(seed):
    rng = random.Random(seed)
    for _ in range(150):
        i, j = rng.sample(range(5), 2)
        transfer(accounts[i], accounts[j], rng.randint(1, 50))


threads = [threading.Thread(target=worker, args=(seed,)) for seed in range(6)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sum(a.balance for a in accounts), all(a.balance >= 0 for a in accounts), any(a.lock.locked() for a in accounts))
