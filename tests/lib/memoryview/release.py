# A released view.
def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


m = memoryview(b"abc")
ba = bytearray(b"hello world")
v = memoryview(ba)
x=memoryview(b'abc')
x.release()
t(lambda: x[0])
t(lambda: x.tobytes())
t(lambda: len(x))
t(lambda: x.format)
t(lambda: x==x)
t(lambda: x==b'abc')
t(lambda: x.release())
t(lambda: hash(x))
t(lambda: bytes(x))
t(lambda: memoryview(x))
t(lambda: x.__enter__())
t(lambda: x.obj)
t(lambda: x.nbytes)
