# pbkdf2_hmac and scrypt.
import hashlib


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


t(lambda: hashlib.pbkdf2_hmac('sha256', b'p', b's', 1000).hex())
t(lambda: hashlib.pbkdf2_hmac('sha256', 'p', b's', 1000))
t(lambda: hashlib.pbkdf2_hmac('sha256', b'p', b's', 0))
t(lambda: hashlib.pbkdf2_hmac('sha256', b'p', b's', 1, 0))
t(lambda: hashlib.pbkdf2_hmac('sha256', b'p', b's', 1, dklen=5))
t(lambda: hashlib.pbkdf2_hmac('sha256', b'p', b's'))
t(lambda: hashlib.scrypt(b'p', salt=b's', n=16, r=1, p=1, dklen=8))
t(lambda: hashlib.scrypt(b'p'))
t(lambda: hashlib.scrypt(b'p', salt=b's', n=15, r=1, p=1))
t(lambda: hashlib.scrypt(b'p', salt=b's', n=16))
t(lambda: hashlib.scrypt(b'p', salt=b's', n=16,r=1))
t(lambda: hashlib.scrypt(b'p', salt=b's', n='a',r=1,p=1))
t(lambda: hashlib.scrypt('p', salt=b's', n=16,r=1,p=1))
t(lambda: hashlib.scrypt(b'p', salt=b's', n=16,r=1,p=1,dklen=0))
t(lambda: hashlib.scrypt(b'p', salt=b's', n=16,r=1,p=1,maxmem=-1))
t(lambda: hashlib.scrypt(b'p', salt=b's', n=1,r=8,p=1))
