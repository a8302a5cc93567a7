# Hash objects, names and errors.
import hashlib


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


h=hashlib.sha256()
t(lambda: hashlib.sha256('x'))
t(lambda: hashlib.sha256(5))
t(lambda: hashlib.sha256(string=b'a').hexdigest()[:5])
t(lambda: hashlib.new('foo'))
t(lambda: hashlib.new(5))
t(lambda: hashlib.new('SHA256', b'a').name)
t(lambda: h.update('x'))
t(lambda: h.update(5))
t(lambda: repr(h)[:30])
t(lambda: type(h))
t(lambda: hashlib.shake_128(b'').digest())
t(lambda: hashlib.shake_128(b'').hexdigest(4))
t(lambda: hashlib.shake_128(b'').digest_size)
t(lambda: type(hashlib.shake_128()))
t(lambda: type(hashlib.sha3_256()))
t(lambda: hashlib.blake2b('a'))
t(lambda: hashlib.sha3_256('a'))
t(lambda: hashlib.md5(b'a',usedforsecurity=False).name)
t(lambda: hashlib.new('md5','a'))
t(lambda: h.name)
t(lambda: hashlib.sha3_256().name)
t(lambda: hashlib.blake2b().name)
t(lambda: hashlib.shake_128().name)
t(lambda: type(h)())
t(lambda: h.foo)
t(lambda: sorted(hashlib.algorithms_guaranteed))
t(lambda: hashlib.algorithms_guaranteed <= hashlib.algorithms_available)
t(lambda: [n for n in dir(h) if n[0]!='_'])
