"""Splitting of text as a Unix shell does it.

A shlex reads characters from a stream, one at a time, so that it may be pointed at another source in
the middle of a token stream. split(), join() and quote() are what most programs need.
Behaviour: https://docs.python.org/3.11/library/shlex.html
"""

__all__ = ["shlex", "split", "quote", "join"]

_ASCII_WORD = "abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
_LATIN_WORD = "ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ"


class _Text:
    """The part of a text stream that a shlex reads from, over a string."""

    def __init__(self, text):
        self._text = text
        self._at = 0

    def read(self, n=-1):
        at = self._at
        self._at = len(self._text) if n < 0 else at + n
        return self._text[at:self._at]

    def readline(self):
        end = self._text.find("\n", self._at) + 1
        return self.read(end - self._at if end else -1)

    def close(self):
        pass


class shlex:
    """A lexical analyzer for simple languages in the way of the shell."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        if isinstance(instream, str):
            instream = _Text(instream)
        if instream is None:
            import sys
            self.instream, self.infile = sys.stdin, None
        else:
            self.instream, self.infile = instream, infile
        self.posix = posix
        self.eof = None if posix else ""
        self.commenters = "#"
        self.wordchars = _ASCII_WORD
        if posix:
            self.wordchars += _LATIN_WORD
        self.whitespace = " \t\r\n"
        self.whitespace_split = False
        self.quotes = "'\""
        self.escape = "\\"
        self.escapedquotes = '"'
        self.state = " "        # None: at the end; else a space, a quote, an escape, 'a' or 'c'
        self.pushback = []      # tokens, the next one last
        self.lineno = 1
        self.debug = 0
        self.token = ""
        self.filestack = []     # of (infile, instream, lineno), the one to go back to last
        self.source = None
        self._punctuation_chars = ("();<>|&" if punctuation_chars is True else
                                   punctuation_chars or "")
        if punctuation_chars:
            self._pushback_chars = []
            self.wordchars += "~-./*?="
            self.wordchars = "".join(c for c in self.wordchars
                                     if c not in self._punctuation_chars)

    @property
    def punctuation_chars(self):
        return self._punctuation_chars

    def push_token(self, tok):
        """Put a token back: get_token() gives it next."""
        if self.debug >= 1:
            print("shlex: pushing token " + repr(tok))
        self.pushback.append(tok)

    def push_source(self, newstream, newfile=None):
        """Read from another stream (or string) first."""
        if isinstance(newstream, str):
            newstream = _Text(newstream)
        self.filestack.append((self.infile, self.instream, self.lineno))
        self.infile, self.instream, self.lineno = newfile, newstream, 1
        if self.debug:
            print(f"shlex: pushing to file {self.infile}" if newfile is not None else
                  f"shlex: pushing to stream {self.instream}")

    def pop_source(self):
        """Go back to the stream before."""
        self.instream.close()
        self.infile, self.instream, self.lineno = self.filestack.pop()
        if self.debug:
            print(f"shlex: popping to {self.instream}, line {self.lineno}")
        self.state = " "

    def get_token(self):
        """The next token, or self.eof at the end; follows `source` requests."""
        if self.pushback:
            tok = self.pushback.pop()
            if self.debug >= 1:
                print("shlex: popping token " + repr(tok))
            return tok
        tok = self.read_token()
        if self.source is not None:
            while tok == self.source:
                found = self.sourcehook(self.read_token())
                if found:
                    newfile, newstream = found
                    self.push_source(newstream, newfile)
                tok = self.get_token()
        while tok == self.eof:
            if not self.filestack:
                return self.eof
            self.pop_source()
            tok = self.get_token()
        if self.debug >= 1:
            print("shlex: token=" + repr(tok) if tok != self.eof else "shlex: token=EOF")
        return tok

    def _next_char(self):
        if self._punctuation_chars and self._pushback_chars:
            return self._pushback_chars.pop()
        c = self.instream.read(1)
        if c == "\n":
            self.lineno += 1
        return c

    def _skip_line(self):
        self.instream.readline()
        self.lineno += 1

    def read_token(self):
        """The next token of the stream, whatever was pushed back."""
        posix = self.posix
        quoted = False      # is the token there even if it is empty?
        outer = " "         # the state that an escape goes back to
        while True:
            c = self._next_char()
            state = self.state
            if self.debug >= 3:
                print(f"shlex: in state {state!r} I see character: {c!r}")
            if state is None:
                self.token = ""
                break

            if state == " ":
                if not c:
                    self.state = None
                    break
                if c in self.whitespace:
                    if self.token or posix and quoted:
                        break
                elif c in self.commenters:
                    self._skip_line()
                elif posix and c in self.escape:
                    outer = "a"
                    self.state = c
                elif c in self.wordchars:
                    self.token = c
                    self.state = "a"
                elif c in self._punctuation_chars:
                    self.token = c
                    self.state = "c"
                elif c in self.quotes:
                    if not posix:
                        self.token = c
                    self.state = c
                elif self.whitespace_split:
                    self.token = c
                    self.state = "a"
                else:
                    self.token = c
                    if self.token or posix and quoted:
                        break

            elif state in self.quotes:
                quoted = True
                if not c:
                    raise ValueError("No closing quotation")
                if c == state:
                    if not posix:
                        self.token += c
                        self.state = " "
                        break
                    self.state = "a"
                elif posix and c in self.escape and state in self.escapedquotes:
                    outer = state
                    self.state = c
                else:
                    self.token += c

            elif state in self.escape:
                if not c:
                    raise ValueError("No escaped character")
                # Within quotes only the quote and the escape itself are escaped.
                if outer in self.quotes and c != state and c != outer:
                    self.token += state
                self.token += c
                self.state = outer

            else:       # in a word ('a') or in punctuation ('c')
                if not c:
                    self.state = None
                    break
                if c in self.whitespace:
                    self.state = " "
                    if self.token or posix and quoted:
                        break
                elif c in self.commenters:
                    self._skip_line()
                    if posix:
                        self.state = " "
                        if self.token or quoted:
                            break
                elif state == "c":
                    if c in self._punctuation_chars:
                        self.token += c
                    else:
                        if c not in self.whitespace:
                            self._pushback_chars.append(c)
                        self.state = " "
                        break
                elif posix and c in self.quotes:
                    self.state = c
                elif posix and c in self.escape:
                    outer = "a"
                    self.state = c
                elif (c in self.wordchars or c in self.quotes or
                      self.whitespace_split and c not in self._punctuation_chars):
                    self.token += c
                else:
                    if self._punctuation_chars:
                        self._pushback_chars.append(c)
                    else:
                        self.pushback.append(c)
                    self.state = " "
                    if self.token or posix and quoted:
                        break

        result, self.token = self.token, ""
        if posix and not quoted and result == "":
            result = None
        if self.debug > 1:
            print("shlex: raw token=" + repr(result) if result else "shlex: raw token=EOF")
        return result

    def sourcehook(self, newfile):
        """Open a file that the text asks for: its name and a stream."""
        if newfile[0] == '"':
            newfile = newfile[1:-1]
        import os.path
        if isinstance(self.infile, str) and not os.path.isabs(newfile):
            newfile = os.path.join(os.path.dirname(self.infile), newfile)
        return newfile, open(newfile, "r")

    def error_leader(self, infile=None, lineno=None):
        """The beginning of an error message that an editor can follow."""
        return f'"{infile or self.infile}", line {lineno or self.lineno}: '

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token == self.eof:
            raise StopIteration
        return token


def split(s, comments=False, posix=True):
    """The words of a command line."""
    if s is None:
        import warnings
        warnings.warn("Passing None for 's' to shlex.split() is deprecated.",
                      DeprecationWarning, stacklevel=2)
    lexer = shlex(s, posix=posix)
    lexer.whitespace_split = True
    if not comments:
        lexer.commenters = ""
    return list(lexer)


def join(split_command):
    """A command line out of words, quoted where it is needed."""
    return " ".join(quote(word) for word in split_command)


_SAFE = frozenset(_ASCII_WORD + "@%+=:,./-")


def quote(s):
    """The string as one word of a shell's command line."""
    if not s:
        return "''"
    if not isinstance(s, str):
        raise TypeError(f"expected string or bytes-like object, got {type(s).__name__!r}")
    if _SAFE.issuperset(s):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"
