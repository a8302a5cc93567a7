print((2.0).is_integer(), (2.5).is_integer(), (0.75).as_integer_ratio(), (1.5).hex(), float.fromhex("0x1.8p+0"))
print((1.5).real, (1.5).imag, (1.5).conjugate(), abs(-2.5), divmod(7.5, -2.0), -7.5 // 2, 7.5 // -2)
print(float(), float(True), float("1"), hash(0.5) == hash(0.5), hash(2.0) == 2, int(-0.9), bool(0.0), bool(-0.1))
