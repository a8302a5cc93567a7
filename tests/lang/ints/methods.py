print((255).bit_length(), (0).bit_length(), (-256).bit_length(), (1 << 100).bit_length())
print((5).numerator, (5).denominator, (5).real, (5).imag, (7).conjugate())
print((255).bit_count(), int.from_bytes(b"\x01\x00", "big"), (1024).to_bytes(2, "big"), (1024).to_bytes(4, "little"))
print(round(1234, -2), round(1250, -2), round(1350, -2), round(-15, -1), round(25, -1), round(5))
