n = 1234567
for spec in ("", "d", ",", "_", "10d", "<10d", "^10d", "010d", "+d", " d", "x", "X", "#x", "o", "#o", "b", "#b", "e", ".2f", "%", "c", "*>12", "=+12", "_x", "n", "g"):
    try:
        print(repr(spec), format(n if spec != "c" else 65, spec))
    except ValueError as e:
        print(repr(spec), e)
for spec in (".3d", "s", "y", ",x", "10z"):
    try:
        print(format(5, spec))
    except ValueError as e:
        print(e)
