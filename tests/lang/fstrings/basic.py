name = "World"
n = 42
pi = 3.14159
print(f"Hello {name}!", f"{n:5d}|{n:<5}|{n:^5}|{n:05}", f"{pi:.2f}", f"{name!r}", f"{name!s:>10}", f"{'é'!a}")
print(f"{{literal}} {n + 1} {n * 2 if n > 40 else 0} {[i for i in range(3)]} {({'a': 1})['a']}")
print(f"{n:x} {n:#b} {n:,} {1e6:,.1f} {0.25:%}", f'{"nested"}', f"{name.upper()}", f"{name[0]}{name[1:3]}", f"")
