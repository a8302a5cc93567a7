# Every encoding there and back.
import base64


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


data = bytes(range(256))
for n in (0,1,2,3,4,5,6,7,8,9,10,57,58,256):
    d=data[:n]
    for e,dd in ((base64.b64encode,base64.b64decode),(base64.urlsafe_b64encode,base64.urlsafe_b64decode),(base64.standard_b64encode,base64.standard_b64decode),(base64.b32encode,base64.b32decode),(base64.b32hexencode,base64.b32hexdecode),(base64.b16encode,base64.b16decode),(base64.b85encode,base64.b85decode),(base64.a85encode,base64.a85decode),(base64.encodebytes,base64.decodebytes)):
        x=e(d); print(e.__name__, n, x[-20:], dd(x)==d)
