# The digests of every algorithm.
import hashlib


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


for n in sorted(hashlib.algorithms_guaranteed):
    h = hashlib.new(n); 
    for i in range(10): h.update(bytes([i])*i*37)
    h.update(memoryview(bytearray(5000))[::1]); c=h.copy(); c.update(b'x')
    a = (20,) if n.startswith('shake') else ()
    print(n, h.name, h.digest_size, h.block_size, h.hexdigest(*a), c.digest(*a)[:4], getattr(hashlib,n)(b'abc').hexdigest(*a))
for n in ('sha512_256','ripemd160','sm3','md5-sha1','sha512_224'): t(lambda: hashlib.new(n,b'abc').hexdigest())
