# Long data is hashed without the lock; one object may be fed by several threads.
import hashlib
import threading


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


data=bytes(300000); res=[]
def work(): 
    for _ in range(5): res.append(hashlib.sha256(data).hexdigest())
ts=[threading.Thread(target=work) for _ in range(4)]
[x.start() for x in ts]; [x.join() for x in ts]; print(len(set(res)), len(res))
shared=hashlib.md5()
def upd(): 
    for _ in range(20): shared.update(data)
ts=[threading.Thread(target=upd) for _ in range(3)]
[x.start() for x in ts]; [x.join() for x in ts]; one=hashlib.md5(data*60); print(shared.digest()==one.digest())
