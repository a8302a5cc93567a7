print(int(3.9), int(-3.9), int(True), int(1e20), int(float(2 ** 70)))
print(bin(10), oct(10), hex(255), bin(-5), hex(-(1 << 70)))
print(float(10), float(2 ** 60), str(10 ** 25), repr(-1), bool(0), bool(5), abs(-3), abs(10 ** 30), -(-3), +4)
for bad in (float("inf"), float("nan")):
    try:
        int(bad)
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
try:
    float(10 ** 400)
except OverflowError as e:
    print(e)
try:
    int([])
except TypeError as e:
    print(e)
