# Struct objects.
import struct


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


ba = bytearray(10)
s=struct.Struct('<ih')
t(lambda: s.size)
t(lambda: s.format)
t(lambda: s.pack(1,2))
t(lambda: s.unpack(bytes(6)))
t(lambda: s.unpack(bytes(5)))
t(lambda: s.unpack_from(bytes(8),2))
t(lambda: s.pack_into(ba,0,1,2))
t(lambda: list(s.iter_unpack(bytes(12))))
t(lambda: s.pack(1))
t(lambda: struct.Struct('z'))
t(lambda: struct.Struct())
t(lambda: struct.Struct(b'i').format)
t(lambda: struct.Struct(5))
t(lambda: s.pack(1,2,3))
t(lambda: s == struct.Struct('<ih'))
t(lambda: struct.error.__mro__)
t(lambda: struct.pack('?', []))
t(lambda: struct.pack('??', 5, ''))
t(lambda: struct.unpack('?', b'\x05'))
