x = 5
y = "s"
print(f"{x=} {y=} {x + 1=} {x = } {y=!s} {x=:>4} {x!r:>4}")
