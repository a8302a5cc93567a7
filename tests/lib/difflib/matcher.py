# SequenceMatcher: blocks, opcodes, ratios, junk, popular items, reuse.
import random
from difflib import Match, SequenceMatcher, get_close_matches


def attempt(fn, *args, **kw):
    try:
        print("ok", fn(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


s = SequenceMatcher(None, "abxcd", "abcd")
print(s.get_matching_blocks(), s.get_opcodes(), round(s.ratio(), 6), s.quick_ratio(), s.real_quick_ratio())
print(s.find_longest_match(), s.find_longest_match(1, 4, 0, 3), s.find_longest_match(0, 5, 0, 4), s.find_longest_match(alo=3))
m = s.find_longest_match()
print(m.a, m.b, m.size, m == (0, 0, 2), Match(1, 2, 3), m._fields, m._asdict(), m._replace(size=5))
s.set_seq1("qabxcd")
print(s.get_opcodes())
s.set_seq2("abycdf")
print(s.get_opcodes(), s.b2j)
s.set_seqs("", "")
print(s.get_matching_blocks(), s.get_opcodes(), s.ratio(), list(s.get_grouped_opcodes()))
s = SequenceMatcher(lambda x: x == " ", " abcd", "abcd abcd")
print(s.find_longest_match(0, 5, 0, 9), s.bjunk, s.bpopular, SequenceMatcher(None, " abcd", "abcd abcd").find_longest_match(0, 5, 0, 9))
print(SequenceMatcher(None, [1, 2, 3], (2, 3, 4)).get_opcodes(), SequenceMatcher(a=[(1,)], b=[(1,), (2,)]).ratio())
print(SequenceMatcher(b="abcd", a="bcde").ratio(), SequenceMatcher()  .ratio())
big = "b" * 150 + "xyz" + "c" * 60
print(SequenceMatcher(None, big, big).ratio(), SequenceMatcher(None, big, "a" + big).ratio(), sorted(SequenceMatcher(None, "", big).bpopular),
      SequenceMatcher(None, big, "a" + big, autojunk=False).ratio())
attempt(SequenceMatcher, None, [[1]], [[1]])
attempt(SequenceMatcher, None, 5, 6)
attempt(SequenceMatcher, foo=1)
a = [str(i) for i in range(1, 40)]
b = a[:]
b[8:8] = "i"
b[20] += "x"
b[23:28] = []
b[30] += "y"
for n in (0, 1, 3, 10):
    print(n, list(SequenceMatcher(None, a, b).get_grouped_opcodes(n)))
random.seed(11)
for _ in range(40):
    x = "".join(random.choice("abc ") for _ in range(random.randrange(14)))
    y = "".join(random.choice("abc ") for _ in range(random.randrange(14)))
    s = SequenceMatcher(random.choice([None, str.isspace]), x, y)
    print(repr(x), repr(y), [tuple(b) for b in s.get_matching_blocks()], round(s.ratio(), 4), round(s.quick_ratio(), 4))
print(get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), get_close_matches("wheel", ["while", "heel", "well", "wheels"], 2),
      get_close_matches("x", ["a", "b"]), get_close_matches("abc", ["abc", "abd", "abe", "abf"], cutoff=0.1), get_close_matches("a", []))
attempt(get_close_matches, "a", [], 0)
attempt(get_close_matches, "a", [], 1, 1.5)
attempt(get_close_matches, "a", [], cutoff=-1)
