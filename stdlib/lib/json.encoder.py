"""JSONEncoder.

Behaviour: https://docs.python.org/3.11/library/json.html#json.JSONEncoder
"""
from _json import encode as _encode, encode_basestring, encode_basestring_ascii

INFINITY = float("inf")


class JSONEncoder:
    """Makes JSON text of data; a subclass's default() tells what stands for other objects."""

    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
                 sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        """Something that can be written in place of o; TypeError if a subclass doesn't know."""
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        """The JSON text of o."""
        if isinstance(o, str):
            return (encode_basestring_ascii if self.ensure_ascii else encode_basestring)(o)
        chunks = self.iterencode(o, _one_shot=True)
        return chunks[0] if type(chunks) is tuple else "".join(chunks)

    def iterencode(self, o, _one_shot=False):
        """The JSON text of o in parts."""
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = " " * indent
        chunks = (_encode(o, self.default, self.ensure_ascii, self.check_circular, self.allow_nan,
                          self.sort_keys, self.skipkeys, indent, self.item_separator,
                          self.key_separator),)
        return chunks if _one_shot else iter(chunks)
