"""Statistics of a text: words, n-grams, Markov chains, edit distance, Huffman codes, ciphers, string methods."""
import difflib
import heapq
import math
import random
import re
import statistics
import string
from collections import Counter, defaultdict
from functools import lru_cache
from itertools import groupby, pairwise
from operator import itemgetter

TEXT = """It was the hour of the day when the river is the colour of the sky, and the sky has no colour at all. The boats,
which had been out since morning, came in one by one; nobody counted them. "Is that all?" asked the child. "That's all,"
said the old man - who wasn't so old, really, at 63.5 years - and he folded the net. Fifty-one boats! Naïve café owners
had hoped for more... The river, the sky, the boats: it was the hour when the day counts itself, and finds the sum is right."""

WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


def sentences(text):
    return [s.strip() for s in re.split(r"(?<=[.!?])[\"”]?\s+(?=[\"A-Z])", " ".join(text.split()))]


def syllables(word):
    return max(1, len(re.findall(r"[aeiouyïé]+", word.lower())) - word.lower().endswith("e"))


def huffman(text):
    heap = [(n, i, c) for i, (c, n) in enumerate(sorted(Counter(text).items()))]
    heapq.heapify(heap)
    serial = len(heap)
    while len(heap) > 1:
        (n1, _, left), (n2, _, right) = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, (n1 + n2, serial := serial + 1, (left, right)))
    codes = {}

    def walk(node, prefix):
        if isinstance(node, str):
            codes[node] = prefix or "0"
        else:
            walk(node[0], prefix + "0")
            walk(node[1], prefix + "1")

    walk(heap[0][2], "")
    return codes


def decode(bits, codes):
    back, current = {v: k for k, v in codes.items()}, ""
    for bit in bits:
        current += bit
        if current in back:
            yield back[current]
            current = ""
    if current:
        raise ValueError(f"left over bits {current!r}")


def distance(a, b):
    @lru_cache(maxsize=None)
    def d(i, j):
        if not i or not j:
            return i or j
        return min(d(i - 1, j) + 1, d(i, j - 1) + 1, d(i - 1, j - 1) + (a[i - 1] != b[j - 1]))
    return d(len(a), len(b))


def soundex(name):
    table = {c: str(d) for d, letters in enumerate(("bfpv", "cgjkqsxz", "dt", "l", "mn", "r"), 1) for c in letters}
    digits = [table.get(c, "") for c in name.lower() if c not in "hw"]
    digits = [k for k, _ in groupby(digits)]
    return (name[0].upper() + "".join(digits[1:] if digits[0] == table.get(name[0].lower(), "") else digits) + "000")[:4]


class Markov:
    def __init__(self, words, order=2):
        self.order, self.table = order, defaultdict(list)
        for i in range(len(words) - order):
            self.table[tuple(words[i:i + order])].append(words[i + order])

    def generate(self, n, seed):
        rng = random.Random(seed)
        state = rng.choice(sorted(self.table))
        out = list(state)
        while len(out) < n and (options := self.table.get(state)):
            out.append(rng.choice(options))
            state = tuple(out[-self.order:])
        return " ".join(out)


words = [w.lower() for w in WORD.findall(TEXT)]
counts = Counter(words)
print(len(words), len(counts), counts.most_common(4), sum(1 for n in counts.values() if n == 1))
lengths = [len(w) for w in words]
print(f"mean {statistics.fmean(lengths):.4f} mode {statistics.mode(lengths)} multimode {statistics.multimode('aabbc')} variance {statistics.variance(lengths):.6f} quartiles {statistics.quantiles(lengths)}")
print(statistics.median_low([1, 2, 3, 4]), statistics.median_grouped([52, 52, 53, 54]), statistics.harmonic_mean([40, 60]), statistics.geometric_mean([1, 10, 100]), statistics.correlation([1, 2, 3], [1, 5, 7]), statistics.linear_regression([1, 2, 3], [2, 4, 6]))
normal = statistics.NormalDist.from_samples(lengths)
print(f"{normal.mean:.3f} {normal.cdf(4):.5f} {normal.inv_cdf(0.9):.5f} {statistics.NormalDist(1, 2) + statistics.NormalDist(3, 4)}")
for n, group in groupby(sorted(counts.items(), key=lambda kv: (-len(kv[0]), kv[0])), key=lambda kv: len(kv[0])):
    print(f"{n:2} {' '.join(map(itemgetter(0), group))[:70]}")
for s in sentences(TEXT):
    w = WORD.findall(s)
    print(f"{len(w):3} words {sum(map(syllables, w)):3} syllables | {s[:40]!r}")
print(Counter(pairwise(words)).most_common(3), Counter(c for c in TEXT.lower() if c.isalpha()).most_common(5))
entropy = -sum(n / len(TEXT) * math.log2(n / len(TEXT)) for n in Counter(TEXT).values())
codes = huffman(TEXT)
bits = "".join(codes[c] for c in TEXT)
print(f"entropy {entropy:.6f}, {len(bits)} bits, {len(bits) / len(TEXT):.4f} each", sorted(codes.items(), key=lambda kv: (len(kv[1]), kv[0]))[:4], "".join(decode(bits, codes)) == TEXT)
try:
    list(decode(bits[:-1], codes))
except ValueError as e:
    print(e)
print([distance(a, b) for a, b in [("kitten", "sitting"), ("", "abc"), ("flaw", "lawn"), ("café", "cafe")]], list(map(soundex, ["Robert", "Rupert", "Tymczak", "Pfister", "Honeyman"])))
for seed in (1, 2):
    print(Markov(words).generate(14, seed))

shift = 3
table = str.maketrans(string.ascii_letters, "".join(s[shift:] + s[:shift] for s in (string.ascii_lowercase, string.ascii_uppercase)))
secret = TEXT[:44].translate(table)
print(secret, secret.translate({v: k for k, v in table.items()}) == TEXT[:44], "naïve".translate({ord("ï"): "i", "v": None, ord("e"): ""}))
print(difflib.get_close_matches("bots", words, n=2), f"{difflib.SequenceMatcher(None, 'private thought', 'private volatile').ratio():.4f}", *difflib.unified_diff("a\nb\nc".split(), "a\nx\nc".split(), "old", "new", lineterm="", n=1), sep=" / ")
print(difflib.SequenceMatcher(a="qabxcd", b="abycdf").get_opcodes())

s = "  The quick\tbrown ﬁx, straße İstanbul ǆ 42½  "
print(s.split(), s.strip().title(), s.upper(), s.casefold(), s.swapcase(), s.expandtabs(4), sep="|")
print([f"{c} {c.isalpha():d}{c.isdigit():d}{c.isnumeric():d}{c.isdecimal():d}{c.isspace():d}{c.isupper():d}{c.isidentifier():d}{c.isprintable():d}" for c in "aZé5½²٣_ \n中"])
print("a,b,,c".split(","), "a,b,,c".rsplit(",", 1), "a b  c".split(None, 1), "x=y=z".partition("="), "x=y=z".rpartition("="), "l1\nl2\r\nl3\x0bl4".splitlines(), "ab\n".splitlines(True))
print("banana".find("an", 2), "banana".rfind("an"), "banana".count("ana"), "banana".index("n"), "banana".replace("a", "o", 2), "xxabcxx".strip("x"), "prefix-body".removeprefix("prefix-"), "body.txt".removesuffix(".txt"))
print("abc".center(9, "*"), "42".zfill(5), "-42".zfill(5), "abc".ljust(5) + "|", "tab\\n".encode().decode("unicode_escape"), "é".encode(), ascii("é\U0001f600"), repr("it's \"q\"\n\x7f\u200b"), "%s %r" % ("a", "b"))
print("Hello".isalpha(), "".isalpha(), "A1".isalnum(), "Title Case".istitle(), "abc" < "abd" < "b", "a" * 3 + "b", "cba"[::-1], "abcdef"[-4:-1:2], "b" in "abc", max("hello"), sorted("hello", key=str.upper, reverse=True))
print("{0}-{1}-{0}".format("a", "b"), "{x:>{w}}|{y[k]}|{z.real}".format(x=1, w=4, y={"k": 2}, z=3), "{!r:>6}".format("q"), "{:,}".format(1234567), "{{}}".format(), "{a}".format_map(defaultdict(lambda: "?")))
for bad in ["'abc'.index('z')", "'{} {}'.format(1)", "'{x}'.format(y=1)", "'{'.format()", "'{0}{}'.format(1, 2)", "'a' + 1", "'a' * 'b'", "'abc'[10]", "'%d' % 'x'", "'%s %s' % (1,)", "'x'.join([1])", "int('12a')", "float('1,5')", "chr(-1)", "ord('ab')", "'a'.center()", "'a'.split('')", "str.upper(1)", "'é'.encode('latin-2x')", "'%z' % 1", "'a'.foo", "f'{1:z}'", "int('9' * 5000)", "'ab'.replace('a')", "'\\ud800'.encode()", "''.join(3)"]:
    try:
        print(bad, "=", eval(bad))
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
