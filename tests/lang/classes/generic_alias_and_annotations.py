x: int = 5
y: "forward"
class C:
    a: int
    b: str = "x"
def f(p: list[int], q: dict[str, int] = {}) -> int | None: return 1
print(x, C.__annotations__, f.__annotations__, __annotations__, hasattr(C, "a"))
