# split, quote and join.
import shlex


def attempt(fn, *args, **kw):
    try:
        print("ok", repr(fn(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


cases = ["", " ", "a", "a b", "  a\tb\nc  ", "'a b' c", '"a b" c', 'a"b c"d', "a'b'c", r"a\ b", r"a\\b", r'"a\"b"', r'"a\nb"', r"'a\b'", r'"a\$b"',
         "''", '""', "a '' b", "'' ''", "a#b", "# c", "a # c\nb", "x;y|z", "é ü", "a=b --c='d e'", r"\'", "a\\\nb", "$(x) `y`", "~/x", "a\"'b'\"c", r"foo \x bar",
         "ls -l 'my file.txt' > out", "日本 語", "a\rb"]
for s in cases:
    print(repr(s), end=" ")
    attempt(shlex.split, s)
    attempt(shlex.split, s, comments=True)
    attempt(shlex.split, s, posix=False)
for s in ("'", '"a', "a\\", "'a' \"", "a'b", '"a\\'):
    attempt(shlex.split, s)
    attempt(shlex.split, s, posix=False)
for s in ("", "a", "a b", "it's", "$x", "é", "a/b-c.d@e%f+g=h:i,j", "a\nb", "''", "\"", "#", "~", "a_1"):
    print(shlex.quote(s), end=" ")
    assert shlex.split(shlex.quote(s)) == [s]
print()
print(shlex.join(["echo", "-n", "Multiple words", "it's", ""]), repr(shlex.join([])))
attempt(shlex.quote, 5)
attempt(shlex.join, [1])
attempt(shlex.split)
