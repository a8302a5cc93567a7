# encode and decode between files.
import base64


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


data = bytes(range(256))
class IO:
    def __init__(self,b=b''): self.b=b; self.i=0
    def read(self,n): r=self.b[self.i:self.i+n]; self.i+=n; return r
    def readline(self):
        k=self.b.find(b'\n',self.i); k=len(self.b) if k<0 else k+1; r=self.b[self.i:k]; self.i=k; return r
    def write(self,x): self.b+=x
o=IO(); base64.encode(IO(data),o); t(lambda: o.b); o2=IO(); base64.decode(IO(o.b),o2); t(lambda: o2.b==data)
