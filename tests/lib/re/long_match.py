import re
# Matches that need much room, and many steps.
print(len(re.match(r'(?:a|b)*', 'ab' * 200000).group()), re.match(r'(?:(a)|b)*?c', 'ab' * 100000 + 'c').span())
print(re.match(r'(x+x+)+y', 'x' * 20 + 'z'), re.match(r'(a|aa)+$', 'a' * 24 + 'b'), len(re.sub('a', 'bb', 'a' * 100000)))
print(len(re.findall('x', 'xy' * 50000)), len(re.split(',', 'a,' * 50000)), len(re.findall(r'[^,]*,', 'é,' * 20000)))
p = re.compile(r'(\d+)-(\d+)')
n = 0
for i in range(200):            # often enough for the faster way of matching
    m = p.fullmatch(f'{i}-{i + 1}')
    n += int(m[2]) - int(m[1])
    assert p.match('x') is None and p.search(f'é{i}-2').span() == (1, len(str(i)) + 3)
print(n)
