import re
for p in ['[', '[a', '[a-', '[^', '[]', '[z-a]', r'[\w-a]', r'[a-\d]', '*', '+a', '?', '{1}', '|*', '(*)', '^*', r'\b+', 'a**', 'a+*', 'a{2}{3}', 'a???', 'a+++', '(', '((a)', ')', 'a)', '(?', '(?:', '(?=', '(?<', '(?<a', '(?<=a', '(?P', '(?P<', '(?P<a', '(?P<>x)', '(?P<1>x)', '(?P<a b>x)', '(?P<a>x)(?P<a>y)', '(?P=a)', '(?P=', '(?P=)', '(?Px)', '(?P<a>(?P=a))', '(?#', '(?#abc', '(?z)', '(?>', r'\1', r'(a)\2', r'(\1)', r'\8', r'\400', r'[\400]', r'[\8]', r'\x', r'\x1', r'\xg1', r'\u12', r'\U1234567', r'\U00110000', r'\N', r'\N{', r'\N{}', r'\N{no such name}', r'[\x1]', r'\q', r'\Q', r'[\q]', r'\z', 'a\\', '[\\', 'a{3,2}', 'a{99999999999}', 'a{1,99999999999}', '(?(1)a|b)', '(?(0)a)', '(?(x)a)', '(?(1', '(a)(?(1)b|c|d)', '(?(1)a', '(?(-1)a)', '(?()a)', r'(?<=a+)b', r'(?<!a|bc)d', r'(?<=(a))\1(?<=\1)', r'(?<=(a)\1)', 'abc\nd(', '\n\n  [', '(?i)(', '(?(300000)a)']:
    for pattern in (p, p.encode()):
        try:
            print(repr(pattern), re.compile(pattern).groups)
        except re.error as e:
            print(repr(pattern), str(e), (e.msg, e.pos, e.lineno, e.colno), e.pattern == pattern)
        except Exception as e:
            print(repr(pattern), type(e).__name__, e)
e = re.error('msg')
print(e, e.msg, e.pattern, e.pos, e.lineno, e.colno, e.args, type(e), type(e).__mro__)
e = re.error('msg', 'a\nbc', 3)
print(e, e.lineno, e.colno, e.args, repr(e))
