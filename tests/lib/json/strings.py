import json
from json.decoder import scanstring
from json.encoder import encode_basestring, encode_basestring_ascii
print(scanstring('"abc" x', 1), scanstring('"a\\u00e9"', 1), scanstring('"a\tb"', 1, False), scanstring('é"b"', 2))
for args in [('"abc', 1), ('"a\tb"', 1), ('"a', 5), ('"\\x"', 1), ('"\\u1"', 1), ('"\\', 1)]:
    try:
        print(scanstring(*args))
    except Exception as e:
        print(type(e).__name__, e)
s = 'a"\\/\x00\x1f\x7f\x80é\u2028😀'
print(ascii(encode_basestring(s)), encode_basestring_ascii(s), ascii(encode_basestring('\ud800')), encode_basestring_ascii('\ud800\udc00'))
for f in (encode_basestring, encode_basestring_ascii):
    try:
        f(b'x')
    except TypeError as e:
        print(e)
print(json.dumps('\u2028\u2029', ensure_ascii=False) == '"\u2028\u2029"', json.dumps(''.join(map(chr, range(130)))))
