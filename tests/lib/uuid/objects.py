# UUID objects.
import uuid


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


u=uuid.UUID('12345678-1234-5678-1234-567812345678')
t(lambda: u)
t(lambda: str(u))
t(lambda: (u.hex,u.int,u.urn,u.bytes,u.bytes_le,u.fields,u.time_low,u.time_mid,u.time_hi_version,u.clock_seq_hi_variant,u.clock_seq_low,u.time,u.clock_seq,u.node,u.variant,u.version))
t(lambda: uuid.UUID('{12345678123456781234567812345678}')==u)
t(lambda: uuid.UUID('urn:uuid:12345678-1234-5678-1234-567812345678')==u)
t(lambda: uuid.UUID(bytes=u.bytes)==u)
t(lambda: uuid.UUID(bytes_le=u.bytes_le)==u)
t(lambda: uuid.UUID(fields=u.fields)==u)
t(lambda: uuid.UUID(int=u.int)==u)
t(lambda: uuid.UUID())
t(lambda: uuid.UUID('abc'))
t(lambda: uuid.UUID('z'*32))
t(lambda: uuid.UUID(bytes=b'a'))
t(lambda: uuid.UUID(bytes_le=b'a'))
t(lambda: uuid.UUID(int=-1))
t(lambda: uuid.UUID(int=1<<128))
t(lambda: uuid.UUID(fields=(1,2)))
t(lambda: uuid.UUID(fields=(1<<32,0,0,0,0,0)))
t(lambda: uuid.UUID(fields=(0,1<<16,0,0,0,0)))
t(lambda: uuid.UUID(fields=(0,0,0,0,256,0)))
t(lambda: uuid.UUID(int=5,version=7))
t(lambda: uuid.UUID(int=5,version=4))
t(lambda: uuid.UUID('a','b'))
t(lambda: u < uuid.UUID(int=5))
t(lambda: u > uuid.UUID(int=5))
t(lambda: u <= u)
t(lambda: u < 5)
t(lambda: u == 5)
t(lambda: hash(u)==hash(u.int))
t(lambda: int(u))
t(lambda: setattr(u,'int',5))
t(lambda: {u:1}[uuid.UUID(int=u.int)])
t(lambda: u.is_safe)
