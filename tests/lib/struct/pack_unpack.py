# pack and unpack: texts, sizes, errors.
import struct


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


t(lambda: struct.calcsize(5))
t(lambda: struct.calcsize(b'i'))
t(lambda: struct.calcsize(bytearray(b'i')))
t(lambda: struct.pack())
t(lambda: struct.unpack('i'))
t(lambda: struct.unpack('i', b'abc'))
t(lambda: struct.unpack('i', 'abcd'))
t(lambda: struct.unpack('i', 5))
t(lambda: struct.unpack(5, b'abcd'))
t(lambda: struct.pack('i'))
t(lambda: struct.pack('i',1,2))
t(lambda: struct.pack('3s','abc'))
t(lambda: struct.pack('3s',b'abcdef'))
t(lambda: struct.pack('5s',bytearray(b'ab')))
t(lambda: struct.pack('c','a'))
t(lambda: struct.pack('c',b'ab'))
t(lambda: struct.pack('c',b'a'))
t(lambda: struct.pack('5p',b'abcdefgh'))
t(lambda: struct.pack('0p',b'abc'))
t(lambda: struct.pack('1p',b'abc'))
t(lambda: struct.pack('p','abc'))
t(lambda: struct.pack('300p',b'a'*299)[:3])
t(lambda: struct.unpack('5p', b'\x03abcd'))
t(lambda: struct.unpack('5p', b'\xffabcd'))
t(lambda: struct.pack('3s', memoryview(b'a')))
t(lambda: struct.unpack_from('i', b'abc'))
t(lambda: struct.unpack_from('i', b'abcdefgh', 2))
t(lambda: struct.unpack_from('i', b'abcdefgh', 5))
t(lambda: struct.unpack_from('i', b'abcdefgh', -4))
t(lambda: struct.unpack_from('i', b'abcdefgh', -2))
t(lambda: struct.unpack_from('i', b'abcdefgh', -20))
t(lambda: struct.unpack_from('i', buffer=b'abcdefgh', offset=4))
t(lambda: struct.unpack_from('i', b'abcdefgh', 2**70))
t(lambda: struct.unpack_from('i'))
