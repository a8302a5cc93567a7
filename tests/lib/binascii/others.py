# uuencoding, quoted-printable, CRCs.
import binascii


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


data = bytes(range(256))
t(lambda: binascii.b2a_uu(b'hello world'))
t(lambda: binascii.b2a_uu(b'a\0b', backtick=True))
t(lambda: binascii.b2a_uu(data))
t(lambda: binascii.a2b_uu(binascii.b2a_uu(b'hello world')))
t(lambda: binascii.a2b_uu(b'$86)C'))
t(lambda: binascii.a2b_uu(b'!~~~~'))
t(lambda: binascii.a2b_uu(b'#86)C86)C'))
t(lambda: binascii.a2b_uu(b''))
t(lambda: binascii.b2a_uu(b''))
t(lambda: binascii.a2b_uu(b' \n'))
t(lambda: binascii.a2b_uu(b'\xff'))
t(lambda: binascii.crc32(b'hello'))
t(lambda: binascii.crc32(b'lo', binascii.crc32(b'hel')))
t(lambda: binascii.crc32(b'a',-1))
t(lambda: binascii.crc32('a'))
t(lambda: binascii.crc_hqx(b'hello',0))
t(lambda: binascii.crc_hqx(b'hello',0x12345))
t(lambda: binascii.crc32(memoryview(b'hello')))
t(lambda: binascii.b2a_qp(b'hello =world\n\xff'))
t(lambda: binascii.b2a_qp(b'a b\tc ', quotetabs=True))
t(lambda: binascii.b2a_qp(b'a_b c', header=True))
t(lambda: binascii.b2a_qp(b'x'*100))
t(lambda: binascii.b2a_qp(b'a\r\nb \nc', istext=False))
t(lambda: binascii.b2a_qp(b'a \n.\n b'))
t(lambda: binascii.a2b_qp(b'a=3Db=\nc=zz='))
t(lambda: binascii.a2b_qp(b'a_b=20', header=True))
t(lambda: binascii.b2a_qp(b'a \r\nb'))
t(lambda: binascii.b2a_qp(b'\x00\x01'*30))
t(lambda: binascii.Error.__mro__)
