import re
print(re.escape('a.b*c[d]'), re.escape(b'a.b'), repr(re.escape('a b\n\t#&~-_é/%!"<>=:;,@`\'')), re.escape(''), re.escape(b'\xe9.'))
s = ''.join(map(chr, range(300)))
print(re.fullmatch(re.escape(s), s, re.S) is not None, re.fullmatch(re.escape(s), s, re.X | re.S) is not None)
try:
    re.escape(5)
except TypeError as e:
    print('TypeError')
print(re.purge(), sorted(set(re.__all__) - {'template'}))
for i in range(1200):
    assert re.match('a%d' % i, 'a%d' % i)
print(re.match('a1', 'a1'))
