def f(x):
    match x:
        case 0: return "zero"
        case 1 | 2: return "one or two"
        case -1.5: return "minus"
        case "a" | b"b": return "text"
        case None: return "none"
        case True: return "true"
        case [] | (): return "empty"
        case [y]: return f"one {y}"
        case [a, b]: return f"two {a} {b}"
        case [first, *rest]: return f"many {first} {rest}"
        case {"k": v, **rest}: return f"map {v} {rest}"
        case {}: return "any map"
        case int(n) if n > 100: return f"big {n}"
        case int() | float(): return "number"
        case str() as s: return f"str {s}"
        case _: return "other"
for x in (0, 2, -1.5, "a", b"b", None, True, [], (), [5], (1, 2), [1, 2, 3], {"k": 1, "z": 2}, {}, {"q": 1}, 500, 50, 2.5, "hello", {1}, range(2), False): print(repr(x), f(x))
