# Values there and back.
import struct


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


class I:
    def __index__(self): return 5
class F:
    def __float__(self): return 2.5
t(lambda: struct.pack('<i', I()))
t(lambda: struct.pack('<d', F()))
t(lambda: struct.pack('<d', I()))
t(lambda: struct.pack('<q', True))
t(lambda: struct.pack('<4i', *range(4)))
t(lambda: struct.unpack('<4i', struct.pack('<4i', *range(4))))
t(lambda: struct.unpack('>bBhHiIlLqQ', struct.pack('>bBhHiIlLqQ', -1,255,-2,65535,-3,2**32-1,-4,2**32-1,-5,2**64-1)))
t(lambda: struct.unpack('@bhilqnN', struct.pack('@bhilqnN', -1,-2,-3,-4,-5,-6,7)))
t(lambda: struct.unpack('<efd', struct.pack('<efd', 1.5, 2.25, -3.125)))
t(lambda: struct.pack('<e', 65504))
t(lambda: struct.pack('<e', 65520))
t(lambda: struct.pack('<e', 1e-8))
t(lambda: struct.pack('<e', 6e-8))
t(lambda: struct.pack('>e', float('nan')))
t(lambda: struct.pack('>f', float('inf')))
t(lambda: struct.unpack('>e', b'\x7c\x00'))
t(lambda: struct.pack('f', 3.5e38))
t(lambda: struct.pack('>e', float('-inf')))
t(lambda: struct.pack('>e', 1.0009765625))
t(lambda: struct.pack('>e', 2049))
t(lambda: struct.pack('>e', 2051))
t(lambda: struct.pack('>e', 0.1))
t(lambda: struct.pack('>e', -0.0))
t(lambda: struct.unpack('>e', b'\x00\x01'))
