"""A binary protocol: struct, bytes, memoryview, checksums, a stream decoder, bit fields, base64."""
import base64
import binascii
import enum
import io
import struct
from array import array
from dataclasses import dataclass, field
from functools import singledispatchmethod
from typing import ClassVar

MAGIC = b"\xbaTON"
HEADER = struct.Struct("!4sBBHI")


class Kind(enum.IntEnum):
    PING = 1
    DATA = 2
    ERROR = 0x7F


class Flags(enum.IntFlag):
    URGENT = 1
    ZIPPED = 2
    LAST = 128


class ProtocolError(Exception):
    pass


class ShortRead(ProtocolError, EOFError):
    def __init__(self, wanted, got):
        super().__init__(f"wanted {wanted} bytes, got {got}")


@dataclass
class Frame:
    kind: Kind
    payload: bytes = b""
    flags: Flags = Flags(0)
    sequence: int = 0
    counter: ClassVar[int] = 0

    def __bytes__(self):
        body = HEADER.pack(MAGIC, self.kind, self.flags, self.sequence & 0xFFFF, len(self.payload)) + self.payload
        return body + struct.pack("!I", binascii.crc32(body))

    @classmethod
    def read(cls, stream):
        head = exactly(stream, HEADER.size)
        magic, kind, flags, sequence, length = HEADER.unpack(head)
        if magic != MAGIC:
            raise ProtocolError(f"bad magic {magic.hex(' ')}")
        payload = exactly(stream, length)
        (crc,) = struct.unpack("!I", exactly(stream, 4))
        if crc != binascii.crc32(payload, binascii.crc32(head)):
            raise ProtocolError(f"checksum {crc:#010x}")
        try:
            return cls(Kind(kind), payload, Flags(flags), sequence)
        except ValueError as e:
            raise ProtocolError("unknown frame") from e


def exactly(stream, n):
    data = stream.read(n)
    if len(data) < n:
        raise ShortRead(n, len(data))
    return data


class Packer:
    """Tagged values, in the manner of msgpack."""

    def __init__(self):
        self.out = bytearray()

    @singledispatchmethod
    def pack(self, value):
        raise TypeError(f"cannot pack {type(value).__name__}")

    @pack.register
    def _(self, value: None):
        self.out.append(0xC0)

    @pack.register
    def _(self, value: bool):
        self.out.append(0xC2 + value)

    @pack.register
    def _(self, value: int):
        if 0 <= value < 128:
            self.out.append(value)
        elif -32 <= value < 0:
            self.out += struct.pack("b", value)
        else:
            self.out += b"\xd3" + value.to_bytes(8, "big", signed=True)

    @pack.register
    def _(self, value: float):
        self.out += struct.pack(">Bd", 0xCB, value)

    @pack.register
    def _(self, value: str):
        data = value.encode()
        self.out += bytes([0xD9, len(data)]) + data

    @pack.register(bytes)
    @pack.register(bytearray)
    def _(self, value):
        self.out.extend(struct.pack(f"BB{len(value)}s", 0xC4, len(value), bytes(value)))

    @pack.register(list)
    @pack.register(tuple)
    def _(self, value):
        self.out.append(0x90 | len(value))
        for item in value:
            self.pack(item)

    @pack.register
    def _(self, value: dict):
        self.out.append(0x80 | len(value))
        for k, v in value.items():
            self.pack(k)
            self.pack(v)


def unpack(view):
    """The value and what is left."""
    tag, view = view[0], view[1:]
    match tag:
        case n if n < 0x80:
            return n, view
        case n if n >= 0xE0:
            return n - 256, view
        case 0xC0:
            return None, view
        case 0xC2 | 0xC3:
            return bool(tag & 1), view
        case 0xD3:
            return int.from_bytes(view[:8], "big", signed=True), view[8:]
        case 0xCB:
            return struct.unpack_from(">d", view)[0], view[8:]
        case 0xD9 | 0xC4:
            data = bytes(view[1:1 + view[0]])
            return data.decode() if tag == 0xD9 else data, view[1 + view[0]:]
        case n if n & 0xF0 == 0x90:
            items = []
            for _ in range(n & 15):
                item, view = unpack(view)
                items.append(item)
            return items, view
        case n if n & 0xF0 == 0x80:
            pairs = {}
            for _ in range(n & 15):
                key, view = unpack(view)
                pairs[key], view = unpack(view)
            return pairs, view
    raise ProtocolError(f"tag {tag:#x}")


frames = [Frame(Kind.PING), Frame(Kind.DATA, b"hello \x00\xff", Flags.URGENT | Flags.LAST, 70000), Frame(Kind.ERROR, "naïve".encode(), Flags.ZIPPED, 3)]
wire = b"".join(map(bytes, frames))
print(len(wire), wire[:20], bytes(frames[1]).hex("-", 4), HEADER.size, HEADER.format)
stream = io.BytesIO(wire)
while stream.tell() < len(wire):
    print(Frame.read(stream))
broken = bytearray(wire)
broken[20] ^= 0x80
bad_kind = HEADER.pack(MAGIC, 9, 0, 0, 0)
for data in (wire[:5], wire[:18], b"XXXX" + wire[4:], bytes(broken[16:]), bad_kind + struct.pack("!I", binascii.crc32(bad_kind)), b""):
    try:
        print(Frame.read(io.BytesIO(data)))
    except ProtocolError as e:
        print(type(e).__name__, e, isinstance(e, EOFError), repr(e.__cause__))

packer = Packer()
document = {"name": "Zoë", "list": [1, -1, 127, 128, -33, 2 ** 40, True, None, 2.5], "raw": b"\x00\x01", "nested": {"t": ("a", [])}}
packer.pack(document)
print(len(packer.out), packer.out[:24].hex(" "), bytes(packer.out[-12:]))
value, rest = unpack(memoryview(packer.out))
print(value, len(rest), type(rest).__name__)
for call in (lambda: Packer().pack({1}), lambda: Packer().pack(2 ** 70), lambda: unpack(b""), lambda: unpack(b"\xc1"), lambda: unpack(b"\xd9\x02\xff\xfe"), lambda: struct.pack("B", 256), lambda: struct.pack("<h", 40000),
             lambda: struct.unpack("I", b"abc"), lambda: struct.pack("2i", 1), lambda: struct.pack("i", "x"), lambda: struct.calcsize("z"), lambda: struct.unpack_from(">I", b"abcdef", 4), lambda: bytes([256]), lambda: bytes("x"),
             lambda: bytes.fromhex("0g"), lambda: b"abc"[5], lambda: (300).to_bytes(1, "big"), lambda: (-1).to_bytes(2, "little"), lambda: b"a" + "b", lambda: bytearray(b"x").append("y"), lambda: base64.b64decode("abc"),
             lambda: binascii.unhexlify("abc"), lambda: memoryview(b"abc").__setitem__(0, 1), lambda: memoryview(3), lambda: b"\xff".decode(), lambda: "é".encode("ascii"), lambda: array("B", [300]), lambda: array("q").pop()):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)

view = memoryview(bytearray(range(12)))
view[2:4] = b"\xaa\xbb"
print(view[::3].tolist(), view.cast("H").tolist(), view[1:5].hex(), view.cast("B", (3, 4)).shape, view.readonly, view.nbytes, view == view.obj, view[-1])
print(struct.pack("<bhiqfd?c", -1, -2, -3, -4, 0.5, -0.25, True, b"x").hex(), struct.unpack("<3sxH", b"abc\x00\x01\x02"), list(struct.iter_unpack(">H", bytes(range(6)))), struct.calcsize("@bi"), struct.pack("5p", b"abc"))
a = array("h", [1, -2, 300])
a.extend(range(2))
a.byteswap()
print(a, a.tobytes(), a.itemsize, a.index(-257), array("d", [0.5]).tolist(), array("u", "hé").tounicode())
print(base64.b64encode(wire[:10]), base64.urlsafe_b64encode(b"\xff\xfe\xfd"), base64.b32encode(b"abc"), base64.b16decode("FF00"), base64.b85encode(b"hello"), base64.b64decode(b"aGVsbG8="), binascii.hexlify(b"ab", ":"))
text = b"Key: value; other=\t42\r\n"
print(text.partition(b":"), text.split(), text.strip().title(), text.translate(bytes.maketrans(b"aeiou", b"AEIOU"), b"\r\n"), text.find(b"42"), text.replace(b"=", b" is "), text.startswith((b"x", b"K")), text.count(b"e"), b"%s-%05d-%x" % (b"q", 42, 255))
bits = 0b1011_0110
print([bits >> i & 1 for i in range(8)], bits.bit_count(), bits.bit_length(), f"{bits:#b} {bits:o}", ~bits & 0xFF, int.from_bytes(b"\x01\x02", "little"), (1 << 40).to_bytes(6, "big"), float.fromhex("0x1.8p3"), (0.1).hex(), Flags(131), repr(Flags(131)), Flags.LAST in Flags(129), ~Flags.URGENT)
