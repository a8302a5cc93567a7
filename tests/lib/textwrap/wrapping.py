# wrap, fill and shorten with every option.
import textwrap
from textwrap import TextWrapper, fill, shorten, wrap


def attempt(fn, *args, **kw):
    try:
        print("ok", repr(fn(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


text = ("Hello there, how are you this fine day?  I'm glad to hear it! This is a well-known em-dash--like this---and "
        "a self-contained sub-expression, foo--bar and an-over-long-hyphenated-word; use --long-option or -x, 2-3 and a-b-c, x-y.\n"
        "\tA tabbed line with Supercalifragilisticexpialidocious words. (end.) \"Quoted.\" Next.")
for width in (1, 2, 5, 10, 11, 12, 13, 20, 31, 45, 70, 200):
    print(width, wrap(text, width))
for kw in (dict(break_on_hyphens=False), dict(break_long_words=False), dict(drop_whitespace=False), dict(expand_tabs=False),
           dict(replace_whitespace=False), dict(fix_sentence_endings=True), dict(initial_indent="* ", subsequent_indent="    "),
           dict(max_lines=2), dict(max_lines=1, placeholder="..."), dict(max_lines=3, placeholder=" (more)"), dict(tabsize=4),
           dict(break_long_words=False, break_on_hyphens=False), dict(initial_indent=" " * 18), dict(max_lines=100)):
    print(kw)
    print(fill(text, 20, **kw))
print(wrap(""), wrap("   "), wrap("   ", drop_whitespace=False), wrap("a"), wrap("  lead", 10), repr(fill("a  b   c", 3)))
print(shorten("Hello  world!", width=12), shorten("Hello  world!", width=11), shorten("Hello world", width=10, placeholder="..."),
      shorten("aa bb cc dd", 8, placeholder="--"), repr(shorten("  spaced   out  ", 50)), repr(shorten("unbreakable", 6)))
attempt(wrap, "a", 0)
attempt(wrap, "a", -1)
attempt(shorten, "hello world", 3)
attempt(wrap, "hello world", 6, max_lines=2, placeholder="too long")
attempt(wrap, 5)
attempt(wrap, "a", nothing=1)
w = TextWrapper(width=12)
print(w.wrap("one two three four"), w.width)
w.width = 7
w.initial_indent = ">"
print(w.fill("one two three four"))
print(wrap("this-is-a-useful-feature-for-reformatting posts from tim's word-o-meter", 13))
print(wrap("you're--obviously--not well---read a--b c -- d e--", 6))
print(wrap("naïve café-au-lait übergroß-schreibung 北京-上海 ab-c1 1a-bc", 8))
print(wrap("x" * 30 + "-" + "y" * 30, 20), wrap("-----------", 4), wrap("--a-bc-de", 3))
print(wrap("a\x0bb\x0cc\rd\u00a0e\u2003f", 2))
print(sorted(textwrap.__all__))
import random
random.seed(7)
total = 0
for _ in range(150):
    words = "".join(random.choice("ab-- -.\t1!'_,é") for _ in range(random.randrange(60)))
    for width in (3, 7):
        lines = wrap(words, width, fix_sentence_endings=random.random() < 0.5)
        total += hash(tuple(map(len, lines))) & 0xFFFF
        if _ < 25:
            print(lines)
print(total)
