print(round(2.5), round(3.5), round(-2.5), round(0.5), round(1.5), round(2.675, 2), round(1234.5678, -2), round(1e20), round(2.5, 0))
print(round(1.15, 1), round(1.25, 1), round(-1.55, 1), round(5.0), type(round(5.0)).__name__, type(round(5.0, 1)).__name__)
for bad in (float("nan"), float("inf")):
    try:
        round(bad)
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
