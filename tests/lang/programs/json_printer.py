# JSON-like text both ways, written by hand.
def dump(v, indent=None, level=0):
    pad = "" if indent is None else "\n" + " " * indent * (level + 1)
    end = "" if indent is None else "\n" + " " * indent * level
    sep = "," + (pad or " ")
    if v is None: return "null"
    if v is True: return "true"
    if v is False: return "false"
    if isinstance(v, (int, float)): return repr(v)
    if isinstance(v, str):
        table = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
        return '"' + "".join(table.get(c) or (c if 32 <= ord(c) < 127 else f"\\u{ord(c):04x}") for c in v) + '"'
    if isinstance(v, dict):
        if not v: return "{}"
        return "{" + pad + sep.join(f"{dump(str(k))}: {dump(x, indent, level + 1)}" for k, x in v.items()) + end + "}"
    if isinstance(v, (list, tuple)):
        if not v: return "[]"
        return "[" + pad + sep.join(dump(x, indent, level + 1) for x in v) + end + "]"
    raise TypeError(f"Object of type {type(v).__name__} is not serializable")

def load(text):
    def skip(i):
        while i < len(text) and text[i] in " \n\t":
            i += 1
        return i
    def value(i):
        i = skip(i)
        if i == len(text): raise ValueError("unexpected end")
        c = text[i]
        if c == "{":
            out, i = {}, skip(i + 1)
            while text[i] != "}":
                k, i = value(i)
                i = skip(i)
                if text[i] != ":": raise ValueError(f"expected ':' at {i}")
                out[k], i = value(i + 1)
                i = skip(i)
                if text[i] == ",": i = skip(i + 1)
            return out, i + 1
        if c == "[":
            out, i = [], skip(i + 1)
            while text[i] != "]":
                v, i = value(i)
                out.append(v)
                i = skip(i)
                if text[i] == ",": i = skip(i + 1)
            return out, i + 1
        if c == '"':
            out, i = [], i + 1
            while text[i] != '"':
                if text[i] == "\\":
                    e = text[i + 1]
                    if e == "u":
                        out.append(chr(int(text[i + 2:i + 6], 16)))
                        i += 6
                        continue
                    out.append({"n": "\n", "t": "\t"}.get(e, e))
                    i += 2
                else:
                    out.append(text[i])
                    i += 1
            return "".join(out), i + 1
        for word, v in (("true", True), ("false", False), ("null", None)):
            if text.startswith(word, i): return v, i + len(word)
        j = i
        while j < len(text) and text[j] in "+-0123456789.eE": j += 1
        if j == i: raise ValueError(f"bad character {c!r} at {i}")
        number = text[i:j]
        return (float(number) if set(number) & set(".eE") else int(number)), j
    v, i = value(0)
    if skip(i) != len(text): raise ValueError(f"extra data at {skip(i)}")
    return v

data = {"name": "Ünï \"q\"\n", "list": [1, 2.5, -3e20, [], {}], "nested": {"a": None, "b": [True, False]}, 5: (1,)}
print(dump(data))
print(dump(data, 2))
back = load(dump(data, 4))
print(back, back["name"] == data["name"], load(dump(back)) == back)
for bad in ("", "[1 2", "{1:2} x", "?", '{"a" 1}'):
    try: print(load(bad))
    except (ValueError, IndexError) as e: print(type(e).__name__, e)
try: dump({"a": {1, 2}})
except TypeError as e: print(e)
