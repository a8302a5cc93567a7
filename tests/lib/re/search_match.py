import re
print(re.match(r'\d+', 'abc'), re.match(r'[a-c]+', 'abcd'), re.search(r'\d', 'ab3'), re.fullmatch('a|ab', 'ab'))
p = re.compile('b')
print(p.search('abcb', 2), p.match('abc', 1), p.match('abc'), p.fullmatch('abc', 1, 2), p.search('abc', 2), p.search('abc', 0, 1))
print(p.search('abc', -5, 100).span(), p.search('aéb').span(), p.search('éb', 1).span())
print(re.compile('^b').search('ab', 1), re.compile('(?<=a)b').search('ab', 1), re.compile('b$').search('abc', 0, 2))
print(re.match(string='x', pattern='x'), p.search(string='b', endpos=1, pos=0))
for f in (re.match, re.search, re.fullmatch):
    print(f('(a)(b)?', 'a'), f('x*', ''))
for args in [(r'\d', b'1'), (b'\\d', '1'), ('a', 5), ('a', None), (5, 'a'), ([], 'a'), (None, '')]:
    try:
        print(re.search(*args))
    except TypeError as e:
        print(type(e).__name__, e)
for call in (lambda: p.match(), lambda: re.Pattern(), lambda: re.Match(), lambda: re.match('a')):
    try:
        call()
    except TypeError as e:
        print('TypeError')
print(re.compile(b'[\x80-\xff]+').search(b'a\xe9\xff').group(), re.search(b'a.c', bytearray(b'xabc')).group())
print([type(x).__name__ for x in re.findall(b'.', bytearray(b'ab'))])
class S(str): pass
m = re.match('.*', S('abc'))
print(type(m.group()).__name__, type(m.string).__name__)
print(bool(re.match('', '')), re.compile('a') is re.compile('a'))
