"""heapq: priority queues in lists. The heap operations are native (_heapq); merging and selecting are built on them.

Where items compare equal, whichever came first goes first: a counter beside the key decides, never the item."""

from _heapq import (_heapify_max, _heappop_max, _heapreplace_max, heapify, heappop, heappush, heappushpop,
                    heapreplace)

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"]


def merge(*iterables, key=None, reverse=False):
    """An iterator over the items of sorted iterables, in order."""
    heap = []
    sign = 1
    build, pop, replace = heapify, heappop, heapreplace
    if reverse:
        build, pop, replace = _heapify_max, _heappop_max, _heapreplace_max
        sign = -1
    for number, it in enumerate(map(iter, iterables)):
        for value in it:
            heap.append([value if key is None else key(value), number * sign, value, it])
            break
    build(heap)
    while len(heap) > 1:
        entry = heap[0]
        yield entry[2]
        for value in entry[3]:
            entry[2] = value
            entry[0] = value if key is None else key(value)
            replace(heap, entry)
            break
        else:
            pop(heap)
    if heap:
        entry = heap[0]
        yield entry[2]
        yield from entry[3]


def _select(n, iterable, key, largest):
    # The n best in a heap whose top is the worst of them, with what was seen earlier before what came later.
    if largest:
        build, replace, step = heapify, heapreplace, -1
    else:
        build, replace, step = _heapify_max, _heapreplace_max, 1
    it = iter(iterable)
    order = 0
    heap = []
    for item in it:
        heap.append((item if key is None else key(item), order, item))
        order += step
        if len(heap) == n:
            break
    if not heap:
        return []
    build(heap)
    top = heap[0][0]
    for item in it:
        k = item if key is None else key(item)
        if (top < k) if largest else (k < top):
            replace(heap, (k, order, item))
            top = heap[0][0]
            order += step
    heap.sort(reverse=largest)
    return [item for k, order, item in heap]


def nsmallest(n, iterable, key=None):
    """The n smallest items, as sorted(iterable, key=key)[:n] gives them."""
    if n == 1:
        return _best(min, iterable, key)
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key)[:n]
    return _select(n, iterable, key, False) if n > 0 else []


def nlargest(n, iterable, key=None):
    """The n largest items, as sorted(iterable, key=key, reverse=True)[:n] gives them."""
    if n == 1:
        return _best(max, iterable, key)
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=True)[:n]
    return _select(n, iterable, key, True) if n > 0 else []


def _best(choose, iterable, key):
    nothing = object()
    best = choose(iter(iterable), default=nothing, key=key)
    return [] if best is nothing else [best]
