# The constants and capwords.
import string

for name in ("ascii_letters", "ascii_lowercase", "ascii_uppercase", "digits", "hexdigits", "octdigits", "printable", "punctuation", "whitespace"):
    print(name, repr(getattr(string, name)))
print(sorted(string.__all__))
print(string.capwords("  hello  wORLD\tagain "), string.capwords("a-b-cd", "-"), string.capwords("a--b", "-"), repr(string.capwords("")),
      string.capwords("x y", sep=None))
