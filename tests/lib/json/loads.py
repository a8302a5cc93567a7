import json
for s in ('null', 'true', 'false', '0', '-0', '12', '-12', '1.5', '-1.5e3', '1E5', '1e-2', '1e400', '123456789012345678901234567890', '0.1', '1e5', '2.0', '"a"', '""', '[]', '{}', ' [ 1 , 2 ] ', '{"a": 1, "a": 2}', '\n{ "a" : [ { } , null ] }\t', '"\\u00e9\\n\\"\\/\\b\\f\\r\\t\\\\"', '"\\ud83d\\ude00"', '"\\ud83dx"', '"\\ude00\\ud83d"', '"\\ud83d\\u0041"', '"é😀"', 'NaN', 'Infinity', '-Infinity', '[1.0, 1, "1"]', '"\x7f"'):
    v = json.loads(s)
    print(ascii(s), ascii(v), type(v).__name__)
print(json.loads(b'{"a": "\xc3\xa9"}'), json.loads(bytearray(b'[1]')), json.loads(b'\xef\xbb\xbf[2]'))
bad = ['', ' ', '[', '[1', '[1,', '[1,]', '[1 2]', '[,]', '{', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{a:1}', "{'a':1}", '{"a" 1}', '{"a":1 "b"}', '{1:2}', 'nul', 'True', 'tru', '"abc', '"ab\\', '"\\q"', '"\\u12"', '"\\u12', '"\\uxyzw"', '"a\nb"', '"\x00"', '01', '1.', '.5', '+1', '-', '--1', '1e', '1 2', '[] []', '[1]x', '\n\n [1,\n  x]', '"é" é', '["é", x]', '\ufeff1', '-Inf', '-NaN', '}', ']', '"\\ud83d\\u"', '["a', '[1, "é\\q"]']
for s in bad:
    try:
        print(ascii(s), json.loads(s))
    except json.JSONDecodeError as e:
        print(ascii(s), e, (e.msg, e.pos, e.lineno, e.colno), e.doc == s)
for s in (5, None, [], object()):
    try:
        json.loads(s)
    except TypeError as e:
        print(e)
print(ascii(json.loads('"a\nb\x00"', strict=False)))
try:
    json.loads('[' * 100000)
except RecursionError as e:
    print(e)
try:
    json.loads('{"a":' * 100000)
except RecursionError as e:
    print(e)
try:
    json.loads('1' * 5000)
except ValueError as e:
    print(e)
print(json.JSONDecodeError.__mro__, json.JSONDecodeError('m', 'a\nbc', 3))
print(json.decoder.JSONDecodeError is json.JSONDecodeError, json.loads('{"k": 1}') == {'k': 1})
big = json.loads('[' + ','.join('{"key": %d}' % i for i in range(3000)) + ']')
print(len(big), sum(d['key'] for d in big))
