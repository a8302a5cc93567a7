import threading
results = {}
def work(n):
    total = 0
    for i in range(n * 1000): total += i
    results[n] = total
ts = [threading.Thread(target=work, args=(i,), name=f"w{i}") for i in range(5)]
for t in ts: t.start()
for t in ts: t.join()
print(sorted(results.items()), [t.is_alive() for t in ts], ts[0].name, threading.current_thread().name, threading.active_count())
