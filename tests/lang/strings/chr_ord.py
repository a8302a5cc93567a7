print(chr(65), chr(233), chr(128512), ord("a"), ord("é"), ord("😀"))
for f in (lambda: chr(-1), lambda: chr(0x110000), lambda: ord("ab"), lambda: ord("")):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
