import json
print(json.loads('{"a": {"b": 1}, "c": 2}', object_hook=lambda d: sorted(d.items(), key=str)))
print(json.loads('{"a": {"b": 1}, "c": 2, "c": 3}', object_pairs_hook=lambda p: p))
print(json.loads('{"a": 1}', object_hook=lambda d: 'hook', object_pairs_hook=lambda p: 'pairs'), json.loads('{}', object_pairs_hook=list), json.loads('{}', object_hook=len))
print(json.loads('[1.50, 2, 1e3, -7]', parse_float=lambda s: 'f' + s, parse_int=lambda s: 'i' + s), json.loads('1.5', parse_float=str), json.loads('[NaN, Infinity, -Infinity]', parse_constant=lambda s: '<' + s + '>'))
print(json.loads('5', parse_int=float), json.loads('[1]', parse_int=int))
class Point:
    def __init__(self, x, y): self.x, self.y = x, y
def point(o):
    if isinstance(o, Point): return {'x': o.x, 'y': o.y}
    raise TypeError('no ' + type(o).__name__)
print(json.dumps([Point(1, 2)], default=point), json.dumps(Point(1, Point(2, 3)), default=point, indent=1))
try:
    json.dumps({3, 4}, default=point)
except TypeError as e:
    print(e)
print(json.dumps({1, 2}, default=sorted), json.dumps(Point, default=repr), json.dumps([object()], default=lambda o: None))
try:
    json.dumps(Point(1, 2), default=lambda o: o)
except ValueError as e:
    print(e)
try:
    json.loads('[1]', parse_int=lambda s: 1 / 0)
except ZeroDivisionError as e:
    print(e)
try:
    json.loads('[{"a": 1}]', object_hook=lambda d: d.missing)
except AttributeError as e:
    print(e)
def complex_hook(d):
    return complex(d['re'], d['im']) if 'im' in d else d
class ComplexEncoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex): return {'re': o.real, 'im': o.imag}
        return super().default(o)
text = json.dumps([2 + 1j, 'x'], cls=ComplexEncoder)
print(text, json.loads(text, object_hook=complex_hook))
try:
    json.dumps({1: {2j, 3}}, cls=ComplexEncoder)
except TypeError as e:
    print(e)
