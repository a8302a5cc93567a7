"""Texts for failure messages: reprs that cannot fail, shortened where they agree; differences."""
__unittest = True

_LONGEST = 80       # of a pair of reprs
_GAP = 12           # room for "[123 chars]"
_KEPT = 5           # what is kept of a shortened end
_DIFFERENT = _LONGEST - 3 * _KEPT - 2 * _GAP


def safe_repr(obj, short=False):
    """repr(obj), or object's own where that fails."""
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    if not short or len(text) < _LONGEST:
        return text
    return text[:_LONGEST] + ' [truncated]...'


def _shorten(s, head, tail):
    left_out = len(s) - head - tail
    if left_out <= _GAP:
        return s
    return f'{s[:head]}[{left_out} chars]{s[len(s) - tail:]}'


def _common_shorten_repr(*args):
    """Reprs of some values, long ones cut where they are the same."""
    texts = tuple(safe_repr(a) for a in args)
    longest = max(len(s) for s in texts)
    if longest <= _LONGEST:
        return texts
    low, high = min(texts), max(texts)
    same = 0
    while same < len(low) and low[same] == high[same]:
        same += 1
    prefix = texts[0][:same]
    room = _LONGEST - (longest - same + _KEPT + _GAP)
    if room > _KEPT:
        prefix = _shorten(prefix, _KEPT, room)
        return tuple(prefix + s[same:] for s in texts)
    prefix = _shorten(prefix, _KEPT, _KEPT)
    return tuple(prefix + _shorten(s[same:], _DIFFERENT, _KEPT) for s in texts)


def strclass(cls):
    """A class's full name."""
    return f'{cls.__module__}.{cls.__qualname__}'


def three_way_cmp(x, y):
    """-1, 0 or 1 as x is less than, equal to or greater than y."""
    return (x > y) - (x < y)


def count_differences(first, second):
    """(count in first, count in second, item) where the counts differ; hashable items or not."""
    first, second = list(first), list(second)
    try:
        counts = {}
        for side, items in enumerate((first, second)):
            for item in items:
                counts.setdefault(item, [0, 0])[side] += 1
        return [(a, b, item) for item, (a, b) in counts.items() if a != b]
    except TypeError:
        pass
    result = []
    done = object()
    for one, two, swapped in ((first, second, False), (second, first, True)):
        for i, item in enumerate(one):
            if item is done:
                continue
            here = there = 0
            for k in range(i, len(one)):
                if one[k] is not done and one[k] == item:
                    here += 1
                    one[k] = done
            for k, other in enumerate(two):
                if other is not done and other == item:
                    there += 1
                    two[k] = done
            if here != there:
                result.append((there, here, item) if swapped else (here, there, item))
    return result
