# HMAC and compare_digest.
import hashlib
import hmac


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


t(lambda: hmac.new(b'k',b'm'))
t(lambda: hmac.new(b'k',b'm','sha256').hexdigest())
t(lambda: hmac.new('k',b'm','sha256'))
t(lambda: hmac.new(b'k','m','sha256'))
t(lambda: hmac.new(b'k',b'm','foo'))
t(lambda: hmac.compare_digest('a','a'))
t(lambda: hmac.compare_digest('é','a'))
t(lambda: hmac.compare_digest('a',b'a'))
t(lambda: hmac.compare_digest(b'a',bytearray(b'b')))
t(lambda: hmac.compare_digest(1,2))
t(lambda: hmac.digest(b'k',b'm','sha256').hex())
x=hmac.new(b'k',b'm','sha256')
t(lambda: (x.name,x.digest_size,x.block_size))
t(lambda: hmac.trans_5C[:3])
t(lambda: hmac.new(b'k',b'm',5))
t(lambda: x.copy().digest()==x.digest())
t(lambda: hmac.digest(b'k',b'm','foo'))
t(lambda: hmac.digest_size)
t(lambda: hmac.new(b'k'*200,b'm',hashlib.md5).hexdigest())
t(lambda: hmac.HMAC(b'k', digestmod='sha1').hexdigest())
