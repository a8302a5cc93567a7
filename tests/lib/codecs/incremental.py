"""codecs: incremental coders, streams, open()."""
import codecs, io, os

text = "aé€😀\r\nz\u2028x\n"
for enc in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "unicode_escape"):
    e = codecs.getincrementalencoder(enc)()
    pieces = [e.encode(c) for c in text] + [e.encode("", True)]
    data = b"".join(pieces)
    print(enc, data == text.encode(enc), pieces[:3], e.getstate())
    e.reset(); print(e.encode("x"))
    d = codecs.getincrementaldecoder(enc)()
    out = [d.decode(data[i:i + 1]) for i in range(len(data))]
    out.append(d.decode(b"", True))
    print("".join(out) == text, [ascii(o) for o in out[:12]], d.getstate())
    d.reset(); d.decode(data[:3]); state = d.getstate(); print(state); rest = d.decode(data[3:]); d.reset(); d.setstate(state); print(d.decode(data[3:]) == rest)
    try:
        d.reset(); print(ascii(d.decode(data[:5], True)))
    except UnicodeDecodeError as x:
        print(x)
print(b"".join(codecs.iterencode(["a", "é", "€"], "utf-16")), list(codecs.iterdecode([b"\xc3", b"\xa9", b"x\xe2\x82", b"\xac"], "utf-8")))
d = codecs.getincrementaldecoder("utf-8")("replace"); print(ascii(d.decode(b"a\xff\xc3")), ascii(d.decode(b"", True)))
r = codecs.getreader("utf-8")(io.BytesIO("one\ntwö\r\nthree".encode())); print(r.readline(), r.read(2), r.readlines()); r.seek(0); print(list(r)); r.seek(0); print(repr(r.read()))
b = io.BytesIO(); w = codecs.getwriter("utf-16")(b); w.write("a"); w.writelines(["b", "c"]); print(b.getvalue())
name = "codecs_open.tmp"
with codecs.open(name, "w", "utf-8") as f: f.write("héllo\r\nwörld\n"); f.writelines(["x", "y"]); print(f.encoding)
with codecs.open(name, encoding="utf-8") as f: print(f.readline().encode(), f.read())
with codecs.open(name, "r", "ascii", "replace") as f: print(ascii(f.read()))
with codecs.open(name, "rb") as f: print(f.read(3))
with codecs.open(name, encoding="utf-8") as f: print([l for l in f])
os.remove(name)
class Rot(codecs.IncrementalEncoder):
    def encode(self, input, final=False): return input.upper().encode()
print(Rot().encode("x"), Rot("ignore").errors, codecs.IncrementalDecoder().getstate())
