import re
m = re.search(r'(?P<first>\w+) (?P<last>\w+)(?P<none>!)?', 'say: Jürgen Müller.', re.I)
print(m, m.group(), m.group(0), m.group(1, 'last'), m[1], m['last'], m['none'])
print(m.groups(), m.groups('?'), m.groupdict(), m.groupdict(0))
print(m.start(), m.end(), m.span(), m.start('last'), m.end(2), m.span(3), m.start(3))
print(m.pos, m.endpos, m.lastindex, m.lastgroup, m.string, m.re.pattern, m.regs)
print(m.expand(r'\2, \g<first> \g<0>|\n|\3'))
for key in (5, -1, 'x', None, 1.0, [], True, 2**70, b'first'):
    for f in (m.group, m.start, m.__getitem__):
        try:
            print(key, f(key))
        except Exception as e:
            print(type(e).__name__, e)
print(m.__copy__() is m, m.__deepcopy__({}) is m, bool(m))
print(repr(re.match('.*', 'x' * 80)), repr(re.match('.*', "it's\n", re.S)), re.match(b'.', b'\xff'))
print(re.match('(a)|(b)', 'b').lastindex, re.match('((a)b)', 'ab').lastindex, re.match('(a)(b)?', 'a').lastindex)
print(re.match('(?:(a)|(b))*', 'ab').lastindex, re.match('(?:(a)|(b))*', 'ba').lastindex, re.match('a', 'a').lastindex)
print(re.match('(?P<a>x)(?P<b>y)?', 'x').lastgroup, re.match('(x)', 'x').lastgroup)
print(re.Match, re.Pattern, type(m).__name__, type(m).__module__, type(m).__qualname__)
p = re.compile('b+')
m = p.match('abbbc', 1, 3)
print(m, m.pos, m.endpos, m.re is p)
for name in ('string', 'pos', 'lastindex'):
    try:
        setattr(m, name, 1)
    except AttributeError as e:
        print('AttributeError')
class I:
    def __index__(self): return 1
print(re.match('(a)', 'a').group(I()))
