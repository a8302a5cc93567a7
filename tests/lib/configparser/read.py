import configparser
text = '''# comment
; another
[DEFAULT]
base = /usr
Debug: yes

[paths]
home = %(base)s/home
lib: %(home)s/lib
multi = one
    two

    three
  # inside
empty =
colon : a = b : c
percent = 100%%
KEY = Value

[numbers]
int = 42
float = 1.5
bool = off
bad = maybe
  [indented]
x = 1
[with space and ] bracket]
y=2
'''
p = configparser.ConfigParser()
p.read_string(text)
print(p.sections(), list(p), len(p), p.defaults())
for s in p:
    print(s, dict(p[s]) if s != 'x' else '', p[s])
print(p.get('paths', 'lib'), p.get('paths', 'lib', raw=True), p['paths']['LIB'], p.getint('numbers', 'int'), p.getfloat('numbers', 'float'), p.getboolean('numbers', 'bool'), p.getboolean('DEFAULT', 'debug'))
print(p.get('paths', 'nope', fallback='fb'), p.get('nope', 'x', fallback=None), p.getint('numbers', 'nope', fallback=7), p['numbers'].getint('int'), p['numbers'].getint('zzz'), p['numbers'].getint('zzz', 5), p['numbers'].getboolean('zzz', fallback=True), p['paths'].get('zzz'), p['paths'].get('zzz', 'd'))
print(p.get('paths', 'home', vars={'base': '/opt', 'X': 1}), p.items('numbers', raw=True), p.items('paths', vars={'base': 'B'})[:3], p.options('numbers'), p.has_option('paths', 'BASE'), p.has_option('nope', 'x'), p.has_option('', 'debug'), p.has_section('DEFAULT'), 'paths' in p, 'DEFAULT' in p, 'debug' in p['paths'])
def error(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e, e.args, repr(e))
error(lambda: p.get('nope', 'x'))
error(lambda: p.get('paths', 'x'))
error(lambda: p['nope'])
error(lambda: p['paths']['nope'])
error(lambda: p.getboolean('numbers', 'bad'))
error(lambda: p.getint('numbers', 'float'))
error(lambda: p.options('nope'))
error(lambda: p.items('nope'))
error(lambda: p.add_section('paths'))
error(lambda: p.add_section('DEFAULT'))
error(lambda: p.add_section(5))
error(lambda: p.set('nope', 'a', 'b'))
error(lambda: p.set('paths', 'a', 5))
error(lambda: p.set('paths', 'a', '5%'))
error(lambda: p.set('paths', 5, '5'))
error(lambda: p.set('paths', 'a'))
error(lambda: p.remove_option('nope', 'a'))
error(lambda: p.__delitem__('DEFAULT'))
error(lambda: p.__delitem__('nope'))
error(lambda: p.read_string('a = 1'))
error(lambda: p.read_string('[a]\nx\ny = 1\n= 5\n z'))
error(lambda: p.read_string('[a]\nx=1\nX=2', source='my source'))
error(lambda: p.read_string('[a]\n[a]'))
error(lambda: p.read_string('[a]\nx = %(y'))
error(lambda: p['a']['x'])
p.remove_section('a')
error(lambda: configparser.ConfigParser(interpolation=5))
error(lambda: configparser.ConfigParser({'a': None}))
p.set('paths', 'new', 'v')
p['paths']['other'] = 'w'
print(p.remove_option('paths', 'new'), p.remove_option('paths', 'new'), p.remove_section('numbers'), p.remove_section('numbers'))
del p['paths']['other']
p['fresh'] = {'a': 1, 'B': 'two'}
p['paths'] = {'only': 'this'}
print({s: dict(p[s]) for s in p}, p['fresh'].name, p['fresh'].parser is p, repr(p['fresh']))
print(p.pop('fresh'), p.popitem()[0], 'fresh' in p)
