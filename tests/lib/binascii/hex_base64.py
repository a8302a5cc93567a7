# Hexadecimal and base64.
import binascii


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


data = bytes(range(256))
t(lambda: binascii.hexlify(b'abc'))
t(lambda: binascii.b2a_hex(b'abcdef','-',2))
t(lambda: binascii.hexlify(b'abcdef',b':'))
t(lambda: binascii.hexlify(b'abcdef',sep=':',bytes_per_sep=-4))
t(lambda: binascii.hexlify('a'))
t(lambda: binascii.hexlify(b'ab','xx'))
t(lambda: binascii.unhexlify('616'))
t(lambda: binascii.unhexlify('61zz'))
t(lambda: binascii.unhexlify('6162'))
t(lambda: binascii.unhexlify(b'6162'))
t(lambda: binascii.unhexlify('é'))
t(lambda: binascii.unhexlify(5))
t(lambda: binascii.a2b_hex(bytearray(b'FFaa')))
t(lambda: binascii.b2a_base64(data))
t(lambda: binascii.b2a_base64(b'',newline=False))
t(lambda: binascii.b2a_base64(b'a'))
t(lambda: binascii.b2a_base64('a'))
for s in (b'YQ==', b'YQ=', b'YQ', b'Y', b'YWI=', b'YWJj', b'YWJjZA', b'YW Jj', b'YW=Jj', b'=YWJj', b'YWJj====', b'YQ==YQ==', b'', b'=', b'====', b'Y=Q=', b'YQ=a', b'YQ==\n', 'YWJj', 'é', b'YWJjY', b'!!!', b'YWI=!',b'YWJj=', b'YWI==', b'YW\nJj\n'):
    print(s, end=' '); t(lambda: binascii.a2b_base64(s)); t(lambda: binascii.a2b_base64(s, strict_mode=True))
