"""Wrapping, filling and indenting of text.

A text is cut into chunks: runs of whitespace, words, and the parts of hyphenated words; lines are
then filled with chunks. Only ASCII whitespace counts.
Behaviour: https://docs.python.org/3.11/library/textwrap.html
"""

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_whitespace = "\t\n\x0b\x0c\r "
_to_spaces = {ord(c): " " for c in _whitespace}


def _is_word(c):
    return c.isalnum() or c == "_"


def _is_letter(c):
    return _is_word(c) and not c.isdecimal()


def _before_dash(c):
    return _is_word(c) or c in "!\"'&.,?"


def _dash_ends(word, i):
    """Where the dash of two or more hyphens at word[i] ends, if a word follows it; else 0."""
    if not word.startswith("--", i):
        return 0
    end = i + 2
    while word.startswith("-", end):
        end += 1
    return end if end < len(word) and _is_word(word[end]) else 0


def _hyphen_breaks(word, i):
    """May a line be broken after the hyphen at word[i]? Letters must stand around it."""
    before = word[max(i - 3, 0):i]
    if not (len(before) >= 2 and _is_letter(before[-1]) and _is_letter(before[-2]) or
            len(before) == 3 and _is_letter(before[0]) and before[1] == "-"
            and _is_letter(before[2])):
        return False
    after = word[i + 1:i + 4]
    return (len(after) >= 2 and _is_letter(after[0]) and
            (_is_letter(after[1]) or
             after[1] == "-" and len(after) == 3 and _is_letter(after[2])))


def _split_word(word, chunks):
    """Append the parts of a word with hyphens."""
    start, end = 0, len(word)
    while start < end:
        if start > 0 and _before_dash(word[start - 1]):
            stop = _dash_ends(word, start)
            if stop:
                chunks.append(word[start:stop])
                start = stop
                continue
        i = word.find("-", start + 1)
        while i > 0:
            if _hyphen_breaks(word, i):
                i += 1
                break
            if _before_dash(word[i - 1]) and _dash_ends(word, i):
                break
            i = word.find("-", i + 1)
        if i < 0:
            i = end
        chunks.append(word[start:i])
        start = i


def _ends_sentence(chunk):
    if chunk[-1:] in ("'", '"') and chunk[-1:]:
        if chunk[-2:-1] in (".", "!", "?") and "a" <= chunk[-3:-2] <= "z":
            return True
    return chunk[-1:] in (".", "!", "?") and "a" <= chunk[-2:-1] <= "z"


class TextWrapper:
    """Settings for wrapping, and the methods wrap() and fill()."""

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True,
                 replace_whitespace=True, fix_sentence_endings=False, break_long_words=True,
                 drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None,
                 placeholder=" [...]"):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate(_to_spaces)
        return text

    def _split(self, text):
        plain = text.translate(_to_spaces)
        chunks = []
        i, end = 0, len(text)
        while i < end:
            if plain[i] == " ":
                j = i + 1
                while j < end and plain[j] == " ":
                    j += 1
                chunks.append(text[i:j])
            else:
                j = plain.find(" ", i)
                if j < 0:
                    j = end
                word = text[i:j]
                if self.break_on_hyphens is True and "-" in word:
                    _split_word(word, chunks)
                else:
                    chunks.append(word)
            i = j
        return chunks

    def _fix_sentence_endings(self, chunks):
        for i in range(1, len(chunks)):
            if chunks[i] == " " and i + 1 < len(chunks) and _ends_sentence(chunks[i - 1]):
                chunks[i] = "  "

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def _handle_long_word(self, reversed_chunks, cur_line, cur_len, width):
        space = 1 if width < 1 else width - cur_len
        if self.break_long_words:
            word = reversed_chunks[-1]
            end = space
            if self.break_on_hyphens and len(word) > space:
                hyphen = word.rfind("-", 0, space)
                if hyphen > 0 and word[:hyphen].strip("-"):
                    end = hyphen + 1
            cur_line.append(word[:end])
            reversed_chunks[-1] = word[end:]
        elif not cur_line:
            cur_line.append(reversed_chunks.pop())

    def _wrap_chunks(self, chunks):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        chunks.reverse()        # the next chunk is the last: taken off cheaply
        while chunks:
            line, length = [], 0
            indent = self.subsequent_indent if lines else self.initial_indent
            room = self.width - len(indent)
            if self.drop_whitespace and lines and chunks[-1].strip() == "":
                chunks.pop()
            while chunks and length + len(chunks[-1]) <= room:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > room:
                self._handle_long_word(chunks, line, length, room)
                length = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == "":
                length -= len(line.pop())
            if not line:
                continue
            if (self.max_lines is None or len(lines) + 1 < self.max_lines or
                    length <= room and (not chunks or self.drop_whitespace and
                                        len(chunks) == 1 and not chunks[0].strip())):
                lines.append(indent + "".join(line))
                continue
            # The last line allowed, and more to come: the placeholder goes where it fits.
            while line:
                if line[-1].strip() and length + len(self.placeholder) <= room:
                    line.append(self.placeholder)
                    lines.append(indent + "".join(line))
                    break
                length -= len(line.pop())
            else:
                if lines:
                    last = lines[-1].rstrip()
                    if len(last) + len(self.placeholder) <= self.width:
                        lines[-1] = last + self.placeholder
                        break
                lines.append(indent + self.placeholder.lstrip())
            break
        return lines

    def wrap(self, text):
        """A list of lines of at most `width` characters, without line ends."""
        chunks = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        """The lines of wrap() joined to one string."""
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    """The lines of a paragraph wrapped to a width."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """A paragraph wrapped to a width, as one string."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """The text in one line, its end replaced by a placeholder if it is too long."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    """Remove the whitespace that all lines begin with; lines of whitespace alone become empty."""
    lines = text.split("\n")
    margin = None
    for i, line in enumerate(lines):
        stripped = line.lstrip(" \t")
        if not stripped:
            lines[i] = ""
            continue
        lead = line[:len(line) - len(stripped)]
        if margin is None:
            margin = lead
        else:
            same = 0
            for a, b in zip(margin, lead):
                if a != b:
                    break
                same += 1
            margin = margin[:same]
    if margin:
        lines = [line[len(margin):] for line in lines]
    return "\n".join(lines)


def indent(text, prefix, predicate=None):
    """Put a prefix before each line that is not just whitespace, or that the predicate chooses."""
    if predicate is None:
        predicate = str.strip
    return "".join(prefix + line if predicate(line) else line for line in text.splitlines(True))
