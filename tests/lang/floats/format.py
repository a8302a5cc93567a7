x = 1234.56789
for spec in ("", "f", ".2f", ".0f", "e", ".3e", "g", ".3g", ".10g", "%", ".1%", "10.2f", "<10.2f", "^12.2f", "012.2f", "+.1f", " .1f", ",.2f", "_.3f", "E", "G", ".0e", "#.0f", "*^20.3f", "n"):
    print(repr(spec), format(x, spec))
print(format(0.00001234, "g"), format(1e100, "f")[:12], format(float("nan"), "10"), format(float("inf"), "+f"), format(-0.0, ".1f"), format(1e6, "g"), format(123456789.0, "g"))
for spec in ("d", "x", "s", "c"):
    try:
        print(format(x, spec))
    except ValueError as e:
        print(e)
