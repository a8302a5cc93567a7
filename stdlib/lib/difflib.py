"""Comparing sequences: what two have in common, and how to print where they differ.

HtmlDiff is not here. SequenceMatcher keeps, for the second sequence, where each item occurs, and so
compares many first sequences to one second at little cost.
Behaviour: https://docs.python.org/3.11/library/difflib.html
"""

from collections import namedtuple

__all__ = ["get_close_matches", "ndiff", "restore", "SequenceMatcher", "Differ",
           "IS_CHARACTER_JUNK", "IS_LINE_JUNK", "context_diff", "unified_diff", "diff_bytes",
           "Match"]


Match = namedtuple("Match", "a b size")


def _ratio(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    """Finds the longest runs of equal items that two sequences of hashable items share."""

    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        self.isjunk = isjunk
        self.a = self.b = None
        self.autojunk = autojunk
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        """Set the two sequences to be compared."""
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        """Set the first sequence; what is known of the second is kept."""
        if a is self.a:
            return
        self.a = a
        self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        """Set the second sequence."""
        if b is self.b:
            return
        self.b = b
        self.matching_blocks = self.opcodes = None
        self.fullbcount = None
        self._index()

    def _index(self):
        """Note where each item of b is; items that are junk, or too popular, are left out."""
        self.b2j = places = {}
        for i, item in enumerate(self.b):
            places.setdefault(item, []).append(i)
        self.bjunk = junk = set()
        if self.isjunk:
            for item in places:
                if self.isjunk(item):
                    junk.add(item)
            for item in junk:
                del places[item]
        self.bpopular = popular = set()
        n = len(self.b)
        if self.autojunk and n >= 200:
            limit = n // 100 + 1
            for item, where in places.items():
                if len(where) > limit:
                    popular.add(item)
            for item in popular:
                del places[item]

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        """The longest matching block within a[alo:ahi] and b[blo:bhi]; of several, the first."""
        a, b, places, is_junk = self.a, self.b, self.b2j, self.bjunk.__contains__
        if ahi is None:
            ahi = len(a)
        if bhi is None:
            bhi = len(b)
        start_a, start_b, size = alo, blo, 0
        before = {}         # j -> length of the match that ends with a[i - 1] and b[j]
        nothing = []
        for i in range(alo, ahi):
            here = {}
            for j in places.get(a[i], nothing):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                k = here[j] = before.get(j - 1, 0) + 1
                if k > size:
                    start_a, start_b, size = i - k + 1, j - k + 1, k
            before = here
        # Popular items were not looked for; junk only counts beside a match of others.
        for wanted in (False, True):
            while (start_a > alo and start_b > blo and is_junk(b[start_b - 1]) is wanted and
                   a[start_a - 1] == b[start_b - 1]):
                start_a, start_b, size = start_a - 1, start_b - 1, size + 1
            while (start_a + size < ahi and start_b + size < bhi and
                   is_junk(b[start_b + size]) is wanted and
                   a[start_a + size] == b[start_b + size]):
                size += 1
        return Match(start_a, start_b, size)

    def get_matching_blocks(self):
        """All matching blocks in order, and one of size 0 at the end."""
        if self.matching_blocks is not None:
            return self.matching_blocks
        blocks = []
        parts = [(0, len(self.a), 0, len(self.b))]
        while parts:
            alo, ahi, blo, bhi = parts.pop()
            i, j, size = block = self.find_longest_match(alo, ahi, blo, bhi)
            if size:
                blocks.append(block)
                if alo < i and blo < j:
                    parts.append((alo, i, blo, j))
                if i + size < ahi and j + size < bhi:
                    parts.append((i + size, ahi, j + size, bhi))
        blocks.sort()
        joined = []
        for i, j, size in blocks:
            if joined and joined[-1][0] + joined[-1][2] == i and joined[-1][1] + joined[-1][2] == j:
                joined[-1][2] += size
            else:
                joined.append([i, j, size])
        joined.append((len(self.a), len(self.b), 0))
        self.matching_blocks = [Match(*block) for block in joined]
        return self.matching_blocks

    def get_opcodes(self):
        """(tag, i1, i2, j1, j2) for each step from a to b: replace, delete, insert, equal."""
        if self.opcodes is not None:
            return self.opcodes
        i = j = 0
        self.opcodes = steps = []
        for a, b, size in self.get_matching_blocks():
            tag = ("replace" if i < a and j < b else "delete" if i < a else
                   "insert" if j < b else "")
            if tag:
                steps.append((tag, i, a, j, b))
            i, j = a + size, b + size
            if size:
                steps.append(("equal", a, i, b, j))
        return steps

    def get_grouped_opcodes(self, n=3):
        """Groups of changes with up to n items of context around them."""
        steps = self.get_opcodes() or [("equal", 0, 1, 0, 1)]
        steps = list(steps)
        if steps[0][0] == "equal":
            tag, i1, i2, j1, j2 = steps[0]
            steps[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        if steps[-1][0] == "equal":
            tag, i1, i2, j1, j2 = steps[-1]
            steps[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in steps:
            if tag == "equal" and i2 - i1 > 2 * n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == "equal"):
            yield group

    def ratio(self):
        """How alike the sequences are: 0 (nothing in common) to 1 (equal)."""
        matches = sum(block[2] for block in self.get_matching_blocks())
        return _ratio(matches, len(self.a) + len(self.b))

    def quick_ratio(self):
        """An upper bound of ratio(): as if the order of the items did not matter."""
        if self.fullbcount is None:
            self.fullbcount = counts = {}
            for item in self.b:
                counts[item] = counts.get(item, 0) + 1
        left = {}
        matches = 0
        for item in self.a:
            n = left[item] if item in left else self.fullbcount.get(item, 0)
            left[item] = n - 1
            if n > 0:
                matches += 1
        return _ratio(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        """An upper bound of ratio() from the lengths alone."""
        a, b = len(self.a), len(self.b)
        return _ratio(min(a, b), a + b)

    __class_getitem__ = classmethod(type(list[int]))


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """The best matches of a word among others, at most n, the most alike first."""
    if not n > 0:
        raise ValueError(f"n must be > 0: {n!r}")
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f"cutoff must be in [0.0, 1.0]: {cutoff!r}")
    found = []
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    for other in possibilities:
        matcher.set_seq1(other)
        if (matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff and
                matcher.ratio() >= cutoff):
            found.append((matcher.ratio(), other))
    found.sort(reverse=True)
    return [other for _, other in found[:n]]


# --- Differ -------------------------------------------------------------------------------------

class Differ:
    """Compares lines, and similar lines character by character, into a text for people."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        """The lines of the comparison: marked '- ', '+ ', '  ', and '? ' for a guide."""
        matcher = SequenceMatcher(self.linejunk, a, b)
        for tag, alo, ahi, blo, bhi in matcher.get_opcodes():
            if tag == "replace":
                yield from self._fancy_replace(a, alo, ahi, b, blo, bhi)
            elif tag == "delete":
                yield from self._dump("-", a, alo, ahi)
            elif tag == "insert":
                yield from self._dump("+", b, blo, bhi)
            else:
                yield from self._dump(" ", a, alo, ahi)

    def _dump(self, mark, lines, low, high):
        for i in range(low, high):
            yield f"{mark} {lines[i]}"

    def _plain_replace(self, a, alo, ahi, b, blo, bhi):
        # The shorter side first.
        if bhi - blo < ahi - alo:
            yield from self._dump("+", b, blo, bhi)
            yield from self._dump("-", a, alo, ahi)
        else:
            yield from self._dump("-", a, alo, ahi)
            yield from self._dump("+", b, blo, bhi)

    def _fancy_replace(self, a, alo, ahi, b, blo, bhi):
        """The most alike pair of lines in the middle, what is before and after it around it."""
        best, threshold = 0.74, 0.75
        matcher = SequenceMatcher(self.charjunk)
        equal = pair = None
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            for i in range(alo, ahi):
                if a[i] == b[j]:
                    if equal is None:
                        equal = i, j
                    continue
                matcher.set_seq1(a[i])
                if (matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and
                        matcher.ratio() > best):
                    best, pair = matcher.ratio(), (i, j)
        alike = best >= threshold
        if not alike:
            if equal is None:
                yield from self._plain_replace(a, alo, ahi, b, blo, bhi)
                return
            pair = equal
        i, j = pair
        yield from self._helper(a, alo, i, b, blo, j)
        if alike:
            marks_a, marks_b = [], []
            matcher.set_seqs(a[i], b[j])
            for tag, a1, a2, b1, b2 in matcher.get_opcodes():
                mark = {"replace": "^^", "delete": "- ", "insert": " +", "equal": "  "}[tag]
                marks_a.append(mark[0] * (a2 - a1))
                marks_b.append(mark[1] * (b2 - b1))
            yield from self._qformat(a[i], b[j], "".join(marks_a), "".join(marks_b))
        else:
            yield "  " + a[i]
        yield from self._helper(a, i + 1, ahi, b, j + 1, bhi)

    def _helper(self, a, alo, ahi, b, blo, bhi):
        if alo < ahi and blo < bhi:
            yield from self._fancy_replace(a, alo, ahi, b, blo, bhi)
        elif alo < ahi:
            yield from self._dump("-", a, alo, ahi)
        elif blo < bhi:
            yield from self._dump("+", b, blo, bhi)

    def _qformat(self, line_a, line_b, marks_a, marks_b):
        yield "- " + line_a
        guide = _keep_tabs(line_a, marks_a)
        if guide:
            yield f"? {guide}\n"
        yield "+ " + line_b
        guide = _keep_tabs(line_b, marks_b)
        if guide:
            yield f"? {guide}\n"


def _keep_tabs(line, marks):
    """The marks with the line's own whitespace where there is none, so that they stay below it."""
    return "".join(c if m == " " and c.isspace() else m for c, m in zip(line, marks)).rstrip()


def IS_LINE_JUNK(line, pat=None):
    """Is the line blank but for one '#'?"""
    if pat is not None:
        return pat(line) is not None
    line = line.rstrip("\n") if line.endswith("\n") else line
    return line.strip() in ("", "#")


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    """Is the character a space or a tab?"""
    return ch in ws


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    """The comparison of two lists of lines by a Differ."""
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """The lines of the first (1) or second (2) text, out of a comparison by ndiff()."""
    try:
        mark = {1: "- ", 2: "+ "}[int(which)]
    except KeyError:
        raise ValueError(f"unknown delta choice (must be 1 or 2): {which!r}") from None
    for line in delta:
        if line[:2] in ("  ", mark):
            yield line[2:]


# --- unified and context diffs ------------------------------------------------------------------

def _check_types(a, b, *args):
    if a and not isinstance(a[0], str):
        raise TypeError(f"lines to compare must be str, not {type(a[0]).__name__} ({a[0]!r})")
    if b and not isinstance(b[0], str):
        raise TypeError(f"lines to compare must be str, not {type(b[0]).__name__} ({b[0]!r})")
    for arg in args:
        if not isinstance(arg, str):
            raise TypeError(f"all arguments must be str, not: {arg!r}")


def _file_lines(marks, names, dates, lineterm):
    for mark, name, date in zip(marks, names, dates):
        date = f"\t{date}" if date else ""
        yield f"{mark} {name}{date}{lineterm}"


def _unified_range(start, stop):
    length = stop - start
    if length == 1:
        return f"{start + 1}"
    return f"{start + 1 if length else start},{length}"


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """The lines of a unified diff of two lists of lines."""
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield from _file_lines(("---", "+++"), (fromfile, tofile), (fromfiledate, tofiledate),
                                   lineterm)
        first, last = group[0], group[-1]
        yield (f"@@ -{_unified_range(first[1], last[2])} "
               f"+{_unified_range(first[3], last[4])} @@{lineterm}")
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                for line in a[i1:i2]:
                    yield " " + line
                continue
            if tag != "insert":
                for line in a[i1:i2]:
                    yield "-" + line
            if tag != "delete":
                for line in b[j1:j2]:
                    yield "+" + line


def _context_range(start, stop):
    length = stop - start
    first = start + 1 if length else start
    return f"{first}" if length <= 1 else f"{first},{first + length - 1}"


def context_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """The lines of a context diff of two lists of lines."""
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    marks = {"insert": "+ ", "delete": "- ", "replace": "! ", "equal": "  "}
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield from _file_lines(("***", "---"), (fromfile, tofile), (fromfiledate, tofiledate),
                                   lineterm)
        first, last = group[0], group[-1]
        yield "***************" + lineterm
        tags = {step[0] for step in group}
        yield f"*** {_context_range(first[1], last[2])} ****{lineterm}"
        if tags & {"replace", "delete"}:
            for tag, i1, i2, _, _ in group:
                if tag != "insert":
                    for line in a[i1:i2]:
                        yield marks[tag] + line
        yield f"--- {_context_range(first[3], last[4])} ----{lineterm}"
        if tags & {"replace", "insert"}:
            for tag, _, _, j1, j2 in group:
                if tag != "delete":
                    for line in b[j1:j2]:
                        yield marks[tag] + line


def diff_bytes(dfunc, a, b, fromfile=b"", tofile=b"", fromfiledate=b"", tofiledate=b"", n=3,
               lineterm=b"\n"):
    """A diff of lines of bytes in any encoding, by a diff function for str."""
    def decode(s):
        try:
            return s.decode("ascii", "surrogateescape")
        except AttributeError as error:
            raise TypeError(f"all arguments must be bytes, not {type(s).__name__} ({s!r})") \
                from error

    lines = dfunc([decode(s) for s in a], [decode(s) for s in b], decode(fromfile), decode(tofile),
                  decode(fromfiledate), decode(tofiledate), n, decode(lineterm))
    for line in lines:
        yield line.encode("ascii", "surrogateescape")
