# list.append, dict and set operations of one bytecode are whole: no lock needed, nothing lost.
import threading

shared_list, shared_dict, shared_set = [], {}, set()
N = 1500


def work(n):
    for i in range(N):
        shared_list.append((n, i))
        shared_dict[n, i] = i
        shared_set.add((n, i))


threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(shared_list), len(shared_dict), len(shared_set))
print(sorted(shared_list) == [(n, i) for n in range(4) for i in range(N)], shared_set == set(shared_dict))
for n in range(4):
    mine = [i for m, i in shared_list if m == n]
    assert mine == list(range(N))

popped = [[] for _ in range(4)]


def pop(n):
    while True:
        try:
            popped[n].append(shared_list.pop())
        except IndexError:
            return


threads = [threading.Thread(target=pop, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sum(map(len, popped)), len({x for p in popped for x in p}), shared_list)
