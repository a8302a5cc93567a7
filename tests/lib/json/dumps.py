import json
for o in (None, True, False, 0, -1, 10**30, 1.0, 1.5, 1e100, -0.0, 1e-7, 123456789.123, float('inf'), -float('inf'), float('nan'), '', 'a"b\\c/\b\f\n\r\t\x00\x1f\x7f', 'é€😀\ud800', [], (), {}, [1, [2, (3,)]], {'a': {'b': [1]}}, {1: 2, 1.5: 3, None: 4, True: 5, 'x': 6}, {float('nan'): 1}, {2**70: 1}):
    print(json.dumps(o), json.dumps(o, ensure_ascii=False).encode('utf-8', 'surrogatepass') if isinstance(o, str) else json.dumps(o, indent=1))
data = {'b': [1, 2, {'x': None}], 'a': [], 'c': {}, 'd': 'é'}
for kw in ({'indent': 2}, {'indent': 0}, {'indent': '\t'}, {'indent': '--'}, {'indent': -1}, {'separators': (',', ':')}, {'separators': (' ; ', ' = '), 'indent': 1}, {'sort_keys': True}, {'ensure_ascii': False}, {'sort_keys': True, 'indent': 4, 'separators': (',', ': ')}, {'check_circular': False}, {'indent': True}):
    print(kw, json.dumps(data, **kw))
print(json.dumps({(1, 2): 3, 'a': 1, b'x': 2}, skipkeys=True), json.dumps({b'x': 2}, skipkeys=True, indent=2))
def error(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
error(lambda: json.dumps({(1, 2): 3}))
error(lambda: json.dumps({b'a': 3}))
error(lambda: json.dumps({1, 2}))
error(lambda: json.dumps(object))
error(lambda: json.dumps(1j))
error(lambda: json.dumps(b'x'))
error(lambda: json.dumps(float('nan'), allow_nan=False))
error(lambda: json.dumps({float('inf'): 1}, allow_nan=False))
error(lambda: json.dumps({1: 1, 'a': 2}, sort_keys=True))
error(lambda: json.dumps(1, 2))
error(lambda: json.dumps(1, nonsense=2))
error(lambda: json.dumps(1, indent=1.5))
error(lambda: json.dumps([1], indent=1.5))
error(lambda: json.dumps([1], separators=(',',)))
l = []
l.append(l)
error(lambda: json.dumps(l))
d = {}
d['a'] = [d]
error(lambda: json.dumps(d, indent=1))
deep = []
for i in range(5000):
    deep = [deep]
error(lambda: json.dumps(deep))
error(lambda: json.dumps(l, check_circular=False))
print(json.dumps([l2 := [], l2, l2]))
