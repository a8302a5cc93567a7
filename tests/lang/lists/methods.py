a = [3, 1, 2]
a.append(5); a.extend([7, 8]); a.insert(0, 9); a.insert(-1, 6); a.insert(100, 0)
print(a, a.pop(), a.pop(0), a.pop(-2), a, a.index(5), a.count(1), a.copy() == a)
a.remove(1); a.reverse(); print(a); a.sort(); print(a); a.sort(reverse=True); print(a); a.clear(); print(a, len(a), bool(a))
for f in (lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1, 2].index(1, 1)):
    try:
        f()
    except (IndexError, ValueError) as e:
        print(type(e).__name__, e)
