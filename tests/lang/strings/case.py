s = "heLLo wORLD"
print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), "Straße".upper(), "ß".casefold(), "ÉCOLE".lower(), "they're bill's".title())
