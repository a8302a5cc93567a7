print(0x_ff, 0b1010, 0o777, 1_000_000, 0XAB, 0B11, 0O7, 00)
print(123456789012345678901234567890, 0xffffffffffffffffffff, 1e3, 1_0.0_1, .5, 5., 1e-3, 1E5)
