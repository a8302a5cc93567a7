def show(f):
    try:
        print("ok", f())
    except Exception as e:
        print(type(e).__name__, e, e.args)

s = {1}
show(lambda: s.remove(2))
show(lambda: s.remove(frozenset()))
show(lambda: set().pop())
show(lambda: s.add([]))
show(lambda: s.discard([]))
show(lambda: [] in s)
show(lambda: s | [1])
show(lambda: s - [1])
show(lambda: s & 1)
show(lambda: s < [1])
show(lambda: s.union(1))
show(lambda: s.update(3))
show(lambda: s.intersection(1))
show(lambda: s.isdisjoint(3))
show(lambda: hash(s))
show(lambda: set(5))
show(lambda: frozenset(5))
show(lambda: {1, []})
show(lambda: s.__or__(3))
show(lambda: {frozenset({1})} & {frozenset({1})})
show(lambda: {1} in {frozenset({1})})
show(lambda: {frozenset({1, 2})}.remove({1, 2}))
