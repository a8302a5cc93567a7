# pack_into, unpack_from, iter_unpack.
import struct


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


ba=bytearray(10)
t(lambda: struct.pack_into('i', ba, 2, 7))
t(lambda: ba)
t(lambda: struct.pack_into('i', ba, 8, 7))
t(lambda: struct.pack_into('i', ba, -4, 7))
t(lambda: struct.pack_into('i', ba, -2, 7))
t(lambda: struct.pack_into('i', ba, -20, 7))
t(lambda: struct.pack_into('i', b'abcd', 0, 7))
t(lambda: struct.pack_into('i', ba))
t(lambda: struct.pack_into('i', ba, 0))
t(lambda: struct.pack_into('i', ba, 'a', 1))
t(lambda: struct.pack_into('i', ba, 0, 1, 2))
t(lambda: struct.pack_into('i'))
t(lambda: struct.pack_into('i', memoryview(ba)[2:], 0, 5))
t(lambda: ba)
t(lambda: list(struct.iter_unpack('hh', bytes(8))))
t(lambda: struct.iter_unpack('hh', bytes(9)))
t(lambda: struct.iter_unpack('', b''))
t(lambda: struct.iter_unpack('hh', bytes(8)).__length_hint__())
t(lambda: type(struct.iter_unpack('h',bytes(2))))
t(lambda: next(struct.iter_unpack('h',b'')))
