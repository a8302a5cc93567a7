# Views that nothing refers to any more do not stop a bytearray from changing its size.
import struct


def fill(buf, data):
    memoryview(buf)[2:2 + len(data)] = data
    buf.extend(b"!")
    buf += b"?"
    del buf[:1]
    buf.append(7)
    buf.pop()
    return bytes(buf)


class Reader:
    def __init__(self):
        self.buffer = bytearray(16)
        self.used = 0

    def feed(self, data):
        while len(self.buffer) - self.used < len(data):
            self.buffer.extend(bytes(16))
        with memoryview(self.buffer) as view:
            view[self.used:self.used + len(data)] = data
        self.used += len(data)

    def take(self):
        if self.used < 4:
            return None
        (size,) = struct.unpack_from(">I", self.buffer)
        if self.used < 4 + size:
            return None
        message = bytes(memoryview(self.buffer)[4:4 + size])
        del self.buffer[:4 + size]
        self.used -= 4 + size
        return message


print(fill(bytearray(10), b"abc"))
r = Reader()
for i in range(20):
    text = b"message %d" % i * i
    packed = struct.pack(">I", len(text)) + text
    for k in range(0, len(packed), 5):
        r.feed(memoryview(packed)[k:k + 5])
    print(r.take())
buf = bytearray()
for i in range(100):
    buf += bytes([i])
    total = sum(memoryview(buf)[::2])
    buf.extend(memoryview(bytes([i])))
    if len(buf) > 10:
        del buf[:5]
print(len(buf), total)
ba = bytearray(b"abc")


def hold():
    m = memoryview(ba)
    try:
        ba.append(1)
    except BufferError as e:
        print(e)
    return m[0]


print(hold())
ba.append(1)
print(ba)
views = [memoryview(ba) for _ in range(5)]
for n in range(5):
    try:
        ba.append(2)
    except BufferError:
        print("refused with", len(views))
    views.pop()
ba.append(2)
print(ba)
m = memoryview(ba)
part = m[1:3]
m.release()
try:
    ba.clear()
except BufferError as e:
    print(e)
part.release()
ba.clear()
print(ba)
