# Making UUIDs.
import uuid


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


t(lambda: uuid.uuid3(uuid.NAMESPACE_DNS,'python.org'))
t(lambda: uuid.uuid5(uuid.NAMESPACE_DNS,'python.org'))
t(lambda: uuid.uuid5(uuid.NAMESPACE_URL,'é'))
x=uuid.uuid4()
t(lambda: (x.version,x.variant))
y=uuid.uuid1()
t(lambda: (y.version,y.variant, uuid.uuid1()>y or True, uuid.uuid1().time>y.time))
t(lambda: uuid.uuid1(node=5,clock_seq=7).node)
t(lambda: uuid.uuid1(node=5,clock_seq=7).clock_seq)
t(lambda: uuid.uuid4()!=uuid.uuid4())
t(lambda: (uuid.NAMESPACE_OID,uuid.NAMESPACE_X500))
t(lambda: uuid.getnode()==uuid.getnode())
t(lambda: sorted([uuid.UUID(int=3),uuid.UUID(int=1)]))
t(lambda: [uuid.UUID(int=k<<61).variant for k in range(8)])
t(lambda: uuid.UUID(int=1<<76).version)
