if (n := len("hello")) > 3: print(n)
data = [1, 2, 3, 4]
print([y for x in data if (y := x * 2) > 4], y, (a := 5, b := a + 1), b)
it = iter([3, 2, 0, 9])
while (v := next(it)): print(v)
def f(): return [last := i for i in range(3)], last
print(f(), any((hit := w).startswith("b") for w in ("abc", "bcd", "bde")), hit)
