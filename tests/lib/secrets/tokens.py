# Tokens and numbers.
import secrets


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


t(lambda: len(secrets.token_bytes()))
t(lambda: len(secrets.token_hex(8)))
t(lambda: len(secrets.token_urlsafe(8)))
t(lambda: secrets.randbelow(0))
t(lambda: secrets.randbelow(5) in range(5))
t(lambda: secrets.choice([]))
t(lambda: secrets.choice('aaa'))
t(lambda: secrets.randbits(10)<1024)
t(lambda: secrets.compare_digest('a','a'))
t(lambda: secrets.token_bytes(0))
t(lambda: secrets.randbits(0))
