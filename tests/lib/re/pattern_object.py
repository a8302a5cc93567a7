import re
p = re.compile(r'(?P<a>x)(y)(?P<b>z)', re.I | re.M)
print(p, p.flags, p.groups, dict(p.groupindex), p.pattern, type(p.groupindex).__name__)
print(repr(re.compile('a')), repr(re.compile(b'a')), repr(re.compile('a', re.A)), repr(re.compile('a', re.S | re.X)))
print(repr(re.compile('x' * 300))[:30], len(repr(re.compile('x' * 300))), repr(re.compile(b'a', re.L)), re.compile('(?im)a'))
print(re.compile('a') == re.compile('a'), re.compile('a') == re.compile('a', re.I), re.compile('a') == re.compile(b'a'), re.compile('a') != re.compile('b'), re.compile('a') == 'a')
re.purge()
q = re.compile('a')
re.purge()
r = re.compile('a')
print(q == r, hash(q) == hash(r), len({q, r}), re.compile(q) is q)
try:
    re.compile(q, re.I)
except ValueError as e:
    print(e)
try:
    q < r
except TypeError as e:
    print(e)
print(re.compile('').flags, re.compile(b'').flags, re.compile('', re.A).flags, re.compile('(?x) a # c').flags)
print([m.span() for m in re.compile('a').finditer('aXaa')], re.compile('a').scanner('aab').match())
s = re.compile(r'\w').scanner('ab c')
print(s.match(), s.match(), s.match(), s.match(), s.pattern)
s = re.compile(r'\w|').scanner('a b')
print([s.search() and s for s in []], s.search(), s.search(), s.search(), s.search(), s.search())
try:
    p.flags = 1
except AttributeError:
    print('AttributeError')
try:
    p.groupindex['q'] = 1
except TypeError as e:
    print(e)
it = re.finditer('a', 'aa')
print(iter(it) is it, next(it), list(it), list(it))
try:
    type('P', (re.Pattern,), {})
except TypeError as e:
    print(e)
print(re.Pattern[str], re.Match[bytes])
