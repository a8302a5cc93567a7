for text in ("1.5", " 1.5 ", "1e10", "-.5", "5.", "inf", "-Infinity", "nan", "1_0.5", "+2e-3"):
    print(text, float(text))
for bad in ("", "abc", "1.5.2", "1e", "1_", "0x10", "1 2"):
    try:
        print(float(bad))
    except ValueError as e:
        print(e)
