import configparser, os
class Out:
    def __init__(self): self.text = ''
    def write(self, s): self.text += s
def text(p, **kw):
    o = Out()
    p.write(o, **kw)
    return o.text
p = configparser.ConfigParser(allow_no_value=True)
p['DEFAULT'] = {'d': 'e'}
p['one'] = {'a': '1', 'multi': 'x\ny\nz', 'none': None, 'empty': '', 'p': '50%%'}
p['two words'] = {}
print(text(p))
print(text(p, space_around_delimiters=False))
q = configparser.ConfigParser(allow_no_value=True)
q.read_string(text(p))
print(p == q, text(q) == text(p), text(configparser.ConfigParser(delimiters=(':', '='), defaults={'x': 'y'})))
path = 'configparser_test.ini'
with open(path, 'w') as f:
    p.write(f)
r = configparser.RawConfigParser(allow_no_value=True)
print(r.read(path) == [path], r.read([path + '.nope', path.encode()]) == [path.encode()], r.read(path, encoding='utf-8') == [path], r.sections())
with open(path) as f:
    s = configparser.ConfigParser(allow_no_value=True)
    s.read_file(f)
print(s == p, s['one'].items() == p['one'].items(), list(s['one'].keys()))
s.read_file(['[three]\n', 'x = 1\n'])
try:
    s.read_file(iter(['nonsense']))
except configparser.Error as e:
    print(e)
try:
    s.read_file(['nonsense'], source='src')
except configparser.MissingSectionHeaderError as e:
    print(e, e.args, e.source, e.lineno, e.line)
os.remove(path)
s.clear()
print(s.sections(), dict(s.defaults()), issubclass(configparser.ConfigParser, configparser.RawConfigParser))
