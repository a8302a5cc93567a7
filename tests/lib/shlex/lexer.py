# The shlex class: modes, punctuation, pushing back, sources, positions.
import shlex


def attempt(fn, *args, **kw):
    try:
        print("ok", repr(fn(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


for text in ("a && b || c; d >'abc'; (def \"ghi\")", "~/a && b-c --color=auto || d *.py?", "x|y", "a,b;c", "foo#bar\nbaz", "a'b'c d\"e\"", "name = 'v' + 1.5",
             "a;;b", ">>out", "'a'b'c'", "x=\"y\"z", "-v 3.14", "a\\b", "()", "&&& x", "a # tail"):
    for posix in (False, True):
        for punctuation in (False, True, "|"):
            try:
                print(repr(text), posix, punctuation, list(shlex.shlex(text, posix=posix, punctuation_chars=punctuation)))
            except ValueError as e:
                print(repr(text), posix, punctuation, e)
    s = shlex.shlex(text, posix=True, punctuation_chars=True)
    s.whitespace_split = True
    print(list(s))
s = shlex.shlex("one two\nthree 'four five'\n")
print(s.get_token(), s.lineno, s.get_token(), s.lineno, s.get_token(), s.lineno, s.get_token(), s.lineno, repr(s.get_token()), s.eof)
s.push_token("back")
print(s.get_token(), repr(s.get_token()))
s = shlex.shlex("a b")
print(s.get_token())
s.push_source("x y")
print(list(s), s.error_leader(), s.error_leader("f", 3), s.infile)
s = shlex.shlex("k v", infile="conf", posix=True)
print(s.infile, s.posix, s.eof, list(s), s.punctuation_chars == "")
s = shlex.shlex("a:b c", posix=True)
s.wordchars += ":"
s.whitespace += "c"
print(list(s))
s = shlex.shlex("%a % b$c", posix=True)
s.commenters = "$"
print(list(s))
s = shlex.shlex("'unclosed")
attempt(s.get_token)


class Sourced(shlex.shlex):
    def sourcehook(self, name):
        print("asked for", name)
        return name, shlex._Text("in1 in2") if False else __import__("shlex").shlex("in1 in2").instream


s = Sourced("a include file b")
s.source = "include"
print(list(s))
s = shlex.shlex("dbg 'x'")
s.debug = 1
print([t for t in s])
try:
    s.punctuation_chars = "x"
except AttributeError:
    print("read-only")
import random
random.seed(2)
for _ in range(200):
    text = "".join(random.choice("ab '\"\\#|;\n.") for _ in range(random.randrange(12)))
    results = []
    for posix in (False, True):
        for punctuation in (False, True):
            try:
                results.append(list(shlex.shlex(text, posix=posix, punctuation_chars=punctuation)))
            except ValueError as e:
                results.append(str(e))
        try:
            results.append(shlex.split(text, posix=posix, comments=random.random() < 0.3))
        except ValueError as e:
            results.append(str(e))
    print(repr(text), results)
