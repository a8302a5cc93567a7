import configparser
def show(text, cls=configparser.ConfigParser, **kw):
    p = cls(**kw)
    try:
        p.read_string(text)
        print({s: dict(p.items(s)) for s in p})
    except Exception as e:
        print(type(e).__name__, e)
    return p
show('[a]\nkey\nx = 1\ny =\nz:', allow_no_value=True)
show('[a]\nkey\nx = 1')
show('[a]\nx 1', delimiters=(' ',))
show('[a]\nx -> 1 = 2\ny = 3', delimiters=('->', '='))
show('[a]\nx = 1 # c\ny = 2 ; d\nz = a#b;c', inline_comment_prefixes=('#', ';'))
show('[a]\nx = 1 # c\n// no\n', comment_prefixes=('//',))
show('[a]\nx = 1\nx = 2\n[a]\ny = 3', strict=False)
show('[a]\nx = 1\n\n  two\ny = 2', empty_lines_in_values=False)
show('[a]\nx = 1\n\n  two\n\n\ny = 2')
show('[common]\nx = 1\n[a]\ny = %(x)s', default_section='common')
show('[a]\nx = %(y)s %%', interpolation=None)
show('[a]\nx = %(y)s', cls=configparser.RawConfigParser)
show('[a]\nx = 1\n[b]\ny = ${a:x} ${z} $$\nz = ${a:x}2\n', interpolation=configparser.ExtendedInterpolation())
for v in ('${a:b:c}', '${', '$x', '${nope}', '${q:x}', '${a:nope}', '${x}'):
    show('[a]\nx = ' + v, interpolation=configparser.ExtendedInterpolation())
for v in ('%(nope)s', '%x', '%(a', '%(x)s', '%', '%(a)d', '%()s'):
    show('[a]\nx = ' + v)
show('[a]\na = %(b)s\nb = %(c)s\nc = %(a)s')
show('[DEFAULT]\nx=1\n[DEFAULT]\ny=2\n[a]\n')
show('[]\nx=1')
show('x\n')
show('[a]\n  x = 1\n    y = 2\n  z = 3')
show('[a]\nkey\n  more', allow_no_value=True)
show('\ufeff[a]')
show('[a\nx=1')
show('[a] trailing\nx = 1')
p = show('[a]\nx = 0x10\nl = 1,2', converters={'hex': lambda s: int(s, 16), 'list': lambda s: s.split(',')})
print(p.gethex('a', 'x'), p['a'].gethex('x'), p['a'].getlist('l'), p.getlist('a', 'zz', fallback=0), sorted(p.converters), p['a'].getlist('q', 3))
p.converters['len'] = len
print(p.getlen('a', 'x'), p['a'].getlen('x'), 'len' in p.converters)
del p.converters['len']
print(hasattr(p, 'getlen'), hasattr(p['a'], 'getlen'))
for f in (lambda: p.converters.__setitem__('', len), lambda: p.converters.__setitem__(5, len), lambda: p.converters.__delitem__('nope')):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
class Case(configparser.ConfigParser):
    optionxform = staticmethod(str)
show('[a]\nKey = 1\nkey = 2', cls=Case)
p = configparser.ConfigParser({'a': 1, 'B': 'x'})
print(p.defaults(), configparser.RawConfigParser({'a': 1, 'B': None}).defaults())
p.read_dict({'s': {'x': 1, 'y': 'z'}, 5: {6: 7}})
print({s: dict(p[s]) for s in p})
try:
    p.read_dict({'t': {'x': 1, 'X': 2}})
except configparser.DuplicateOptionError as e:
    print(e)
p.BOOLEAN_STATES = {'sure': True}
p['s']['b'] = 'Sure'
print(p.getboolean('s', 'b'), p == p, p['s'] == dict(p['s']), p['s'] != {})
