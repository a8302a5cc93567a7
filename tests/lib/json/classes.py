import json
e = json.JSONEncoder()
print(e.encode([1, 'é']), ''.join(e.iterencode({'a': [1, 2]})), e.item_separator, e.key_separator, e.indent, e.ensure_ascii)
print(json.JSONEncoder(indent=2, sort_keys=True).encode({'b': 1, 'a': 2}), json.JSONEncoder(separators=(',', ':')).encode({'a': [1, 2]}))
try:
    e.default(5)
except TypeError as x:
    print(x)
class Upper(json.JSONEncoder):
    item_separator = ' | '
    def encode(self, o): return super().encode(o).upper()
print(Upper().encode({'a': ['b', 1.5e300]}), json.dumps(['x', 'y'], cls=Upper), json.dumps(['x', 'y'], cls=Upper, indent=0))
class Chunks(json.JSONEncoder):
    def iterencode(self, o, _one_shot=False):
        yield 'chunk:'
        yield from super().iterencode(o, _one_shot)
print(json.dumps([1], cls=Chunks), Chunks().encode('s'))
d = json.JSONDecoder()
print(d.decode(' [1] '), d.raw_decode('[1] tail'), d.raw_decode('xx"é" y', 2), d.raw_decode('1 2', 2))
for call in (lambda: d.raw_decode(' 1'), lambda: d.raw_decode('1', 5), lambda: d.decode('1 x'), lambda: d.raw_decode('é x', 2), lambda: d.decode('')):
    try:
        print(call())
    except json.JSONDecodeError as x:
        print(x, x.pos)
class Shout(json.JSONDecoder):
    def decode(self, s): return ['shout', super().decode(s)]
print(json.loads('{"a": 1}', cls=Shout), json.loads('[1.5]', cls=Shout, parse_float=str))
class Hooked(json.JSONDecoder):
    def __init__(self, **kw): super().__init__(object_hook=self.hook, **kw)
    def hook(self, d): return tuple(d)
print(json.loads('[{"a": 1, "b": 2}]', cls=Hooked), json.JSONDecoder(strict=False).decode('"\n"') == '\n')
class S(str): pass
class I(int):
    def __repr__(self): return 'nope'
class F(float):
    def __repr__(self): return 'nope'
class L(list): pass
class D(dict):
    def items(self): return [('over', 'ridden')]
class T(tuple): pass
print(json.dumps([S('s'), I(5), F(1.5), L([1]), T((2,)), D(a=1), I(2**80), {S('k'): 1, I(3): 2, F(2.5): 3}]))
print(json.dumps(D()), json.dumps(D(a=1), sort_keys=True))
