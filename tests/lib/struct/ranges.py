# Every format with values in and out of range.
import struct


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, type(e).__module__, e)


for pre in '@=<>!':
    for c in 'bBhHiIlLqQnNPefd?':
        for v in (2**64, -2**63-1, 2**200, -1, 'a', 1.5, None, 1e300, -2**200, 300):
            print(pre+c, v, end=' ')
            t(lambda: struct.pack(pre+c, v))
