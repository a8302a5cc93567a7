import re
print(re.sub('a', 'b', 'banana'), re.sub('a', 'b', 'banana', 2), re.sub('a', 'b', 'banana', count=1), re.subn('a', 'b', 'banana'), re.subn('x', 'b', 'banana'))
print(re.sub('x*', '-', 'abxd'), re.sub('x*', '-', 'axxb'), re.sub('', '-', 'abc'), re.sub('$', '!', 'a\n'), re.sub(r'\b', '|', 'two words'), re.sub('b|', '-', 'abc'))
print(re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'), re.sub('(?P<x>a)', r'[\g<x>\g<1>\g<0>]', 'a'), re.sub('(a)|b', r'<\1>', 'ab'))
print(repr(re.sub('a', r'\n\t\\', 'a')), repr(re.sub('a', '\\.\\-', 'a')), repr(re.sub('(a)', r'\1\0\07\101', 'a')))
print(re.sub('a', lambda m: m.group().upper() + str(m.start()), 'banana'), re.sub('(.)', lambda m: None, 'abc') == '', re.sub('a', str, 'a'))
print(re.sub(b'a', b'\\g<0>x', b'aba'), re.sub(b'a', lambda m: b'<' + m[0] + b'>', b'aba'), re.sub(b'a', b'x', bytearray(b'aba')))
print(re.sub('é', 'e', 'éxé'), re.sub('.', r'<\g<0>>', 'aé😀'), re.sub('a', 'é\ud800', 'a') == 'é\ud800')
for repl in [r'\2', r'\g<2>', r'\g<x>', r'\g', r'\g<', r'\g<>', r'\g<a', r'\g<1x>', r'\g<-1>', r'\q', '\\', r'\400', r'\99', 5, None, b'x', b'\\1', ['a']]:
    try:
        print(repl, re.sub('(a)', repl, 'xax'))
    except (re.error, IndexError) as e:
        print(repl, type(e).__name__, e, getattr(e, 'pos', None))
    except TypeError as e:
        print(repl, 'TypeError', e if not isinstance(repl, (int, list, type(None))) else '')
for f in (lambda m: 5, lambda m: b'x', lambda m: 1 / 0):
    try:
        re.sub('a', f, 'xaya')
    except Exception as e:
        print(type(e).__name__, e)
s = 'unchanged'
print(re.sub('z', 'y', s) is s, re.sub('z', '\\n', s))
p = re.compile('(?P<n>.)')
print(p.sub(string='ab', repl=r'\g<n>\g<n>'), p.subn('x', 'abc', 2), p.sub('', 'abc', count=-1))
def nested(m):
    return re.sub('b', 'c', m.group()) + p.sub('.', m.group())
print(re.sub('ab', nested, 'abab'))
print(re.match('(a)(b)?', 'a').expand(r'\1-\2-\g<0>'), re.match(b'a', b'a').expand(b'\\g<0>!'))
