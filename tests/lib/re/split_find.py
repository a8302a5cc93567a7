import re
print(re.split(',', 'a,b,,c'), re.split('(,)', 'a,b'), re.split('x', ''), re.split(',', 'a,b,c', 1), re.split(',', 'a,b,c', maxsplit=2))
print(re.split(r'\b', 'two words'), re.split('', 'abc'), re.split('x*', 'axbc'), re.split('(x)|(y)', 'axbyc'), re.split(r'(\W*)', 'a b'), re.split('(-)?', 'a-b'))
print(re.split(b',', b'a,b'), re.split('é', 'aébéc'), re.compile(',').split('a,b,c', 1), re.split('[,;]', 'a;b,c', flags=re.I))
print(re.findall('a', 'banana'), re.findall('(a)', 'banana'), re.findall('(a)(n)?', 'banana'), re.findall('', 'ab'), re.findall('x*', 'axb'), re.findall(r'\w*', 'a b'))
print(re.findall(r'(\w)(\d)?', 'a1b'), re.findall(b'.', b'\xff\x00'), re.findall('é.', 'éaéb'), re.findall('a|ab', 'abab'), re.findall('(?=(aa))', 'aaaa'))
p = re.compile('a.')
print(p.findall('abacad', 2), p.findall('abacad', 1, 5), p.findall('xx'), [m.span() for m in p.finditer('abacad', 1)])
print([(m.group(), m.start()) for m in re.finditer(r'\d*', '12 3')], [m.group() for m in re.finditer('^|b', 'ab')])
print([m.span() for m in re.finditer('a|(?=b)', 'aabb')], [m.span() for m in re.finditer(r'(?m)^', 'a\n\nb\n')])
print(re.findall(r'(?i)\b(the|a)\b', 'The cat and a dog saw the A'), re.split('(?:)(a)?', 'xay'))
for bad in (None, 3, ['a']):
    for f in (re.findall, re.split, re.finditer):
        try:
            f('a', bad)
        except TypeError as e:
            print(e)
print(len(re.findall('.', 'é' * 5000)), re.findall('.', 'é' * 100, re.S)[99], [m.start() for m in re.finditer('x', ('é' * 99 + 'x') * 3)])
