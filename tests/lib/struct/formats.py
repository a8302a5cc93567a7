# calcsize of formats good and bad.
import struct


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


for f in ('z','5','5 i','xi','i5','<n','','2','-1i','i\0','99999999999999999999i','9999999999999999999s', '1000000000000000000i', '@ci','=ci','@c0q','bhilqd','@bPb','3s5p','0s','0p','1p', ' i i ','\ti', '2x', 'ix', 'xi', '@0', 'é', '<P', '>N', 'iq', 'qi', '2h3s', '<2h3s'):
    print(repr(f), end=' '); t(lambda: struct.calcsize(f))
