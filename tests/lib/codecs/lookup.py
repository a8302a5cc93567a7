"""codecs: names, CodecInfo, functions, constants, errors."""
import codecs

def show(f, *args, **kw):
    try:
        print(ascii(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

for n in "utf8 UTF-8 utf_8_sig latin1 L1 iso-8859-1 ASCII us-ascii utf16 UTF-16LE utf_32_be windows-1252 cp1252 CP437 koi8-r unicode_escape raw-unicode-escape rot13 hex nope".split():
    show(lambda: codecs.lookup(n).name)
i = codecs.lookup("utf-8"); print(type(i).__name__, len(i), isinstance(i, tuple), i.encode("é"), i.decode(b"\xc3\xa9"), i[0]("a"), i.streamreader.__name__, repr(i)[:48])
show(codecs.encode, "é", "latin-1"); show(codecs.decode, b"\xe9", "latin-1"); show(codecs.encode, "Hello", "rot13"); show(codecs.decode, "Uryyb", "rot_13"); show(codecs.encode, b"\x01\xff", "hex"); show(codecs.decode, b"01ff", "hex")
show(codecs.encode, "é"); show(codecs.encode, "é", "ascii", "xmlcharrefreplace"); show(codecs.encode, "é", "ascii"); show(codecs.decode, b"\xff"); show(codecs.encode, "a", "nope"); show(codecs.lookup, 3)
show(codecs.getencoder("utf-16-le"), "ab"); show(codecs.getdecoder("utf-16-be"), b"\0a\0b"); show(codecs.getencoder("utf-8"), 3)
print(codecs.BOM_UTF8, codecs.BOM_UTF16, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM)
for n in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape"):
    h = codecs.lookup_error(n)
    show(h, UnicodeEncodeError("ascii", "aé€z", 1, 3, "why")); show(h, UnicodeDecodeError("ascii", b"a\xe9\x80z", 1, 3, "why")); show(h, ValueError("x"))
show(codecs.lookup_error, "nope")
def twice(e):
    print(type(e).__name__, e.encoding, ascii(e.object), e.start, e.end, e.reason)
    return ("<%s>" % ascii(e.object[e.start:e.end]), e.end)
codecs.register_error("test.twice", twice)
show("aé€b".encode, "ascii", "test.twice"); show(b"a\xff\xfeb".decode, "ascii", "test.twice"); show(b"a\xffb\xc3".decode, "utf-8", "test.twice"); show("a\udc80".encode, "utf-16-le", "test.twice"); show(codecs.lookup_error("test.twice").__name__.__str__)
codecs.register_error("test.bytes", lambda e: (b"\0\1", e.end)); show("aéb".encode, "latin-1", "test.bytes"); show("a€b".encode, "latin-1", "test.bytes"); show(b"\xff".decode, "ascii", "test.bytes")
codecs.register_error("test.skip", lambda e: ("!", e.end + 1)); show("€abc".encode, "ascii", "test.skip"); show(b"\xffabc".decode, "utf-8", "test.skip")
codecs.register_error("test.far", lambda e: ("!", 99)); show("€abc".encode, "ascii", "test.far"); show(b"\xffabc".decode, "ascii", "test.far")
codecs.register_error("test.neg", lambda e: ("!", -1)); show("€abc".encode, "ascii", "test.neg"); show(b"\xffabc".decode, "ascii", "test.neg")
codecs.register_error("test.bad", lambda e: 3); show("€".encode, "ascii", "test.bad"); show(b"\xff".decode, "ascii", "test.bad"); show(codecs.register_error, "x", 3)
def search(name):
    print("search", name)
    if name == "my_test":
        return codecs.CodecInfo(lambda s, e="strict": (b"[" + s.encode() + b"]", len(s)), lambda b, e="strict": (bytes(b)[1:-1].decode(), len(b)), name="my_test")
codecs.register(search)
show("abc".encode, "My-Test"); show(b"[x]".decode, "my test"); show(codecs.encode, "q", "my-test"); codecs.unregister(search); show(codecs.register, 3)
