import re
print(re.I, re.IGNORECASE, re.I | re.M, re.NOFLAG, re.A, re.ASCII, re.L, re.U, re.S, re.X)
print(repr(re.I), str(re.I), f'{re.I}', re.I.name, re.I.value, (re.I | re.M).name, re.I | 2, re.I & re.M, re.I ^ re.M, (re.I | re.M) & re.I)
print(re.RegexFlag(2) is re.I, re.RegexFlag['MULTILINE'], re.RegexFlag.S, isinstance(re.I, int), re.I == 2, int(re.I), 2 | re.M, type(2 | re.M).__name__)
print(bool(re.NOFLAG), re.I in (re.I | re.M), re.M in re.I, repr(re.I | 0x400), re.RegexFlag)
print([f.name for f in (re.A, re.I, re.L, re.U, re.M, re.S, re.X)], sorted({re.I, re.M}))
print(re.findall('a', 'aA', re.I), re.findall('^a', 'a\na', re.M), re.findall('a.', 'a\n', re.S), re.findall(' a b # c', 'ab', re.X))
print(re.findall(r'\w', 'aé1_ß'), re.findall(r'\w', 'aé1_ß', re.A), re.findall(r'\d', '1٣'), re.findall(r'\d', '1٣', re.A))
print(re.findall(r'\s', ' \t\x1c\u2003\x85x'), re.findall(r'\s', ' \t\x1c\u2003\x85x', re.A), re.findall(r'\bé', 'é'), re.findall(r'\bé', 'é', re.A))
print(re.findall('[a-z]', 'aKſİıB', re.I), re.findall('[a-z]', 'aKſİıB', re.I | re.A), re.findall('é', 'éÉ', re.I), re.findall('é', 'éÉ', re.I | re.A))
print(re.findall('straße', 'STRASSE straße STRAẞE', re.I), re.findall('σ', 'ΣΟΦΟΣ ς', re.I), re.findall('k', 'K', re.I), re.findall('[^k]', 'K', re.I))
print(re.match('(?i)a', 'A'), re.match('(?i:a)b', 'Ab'), re.match('(?i:a)b', 'AB'), re.match('(?-i:a)b', 'aB', re.I), re.match('(?s-i:a.)b', 'a\nB', re.I))
print(re.findall(r'(?a:\w)\w', 'aéé'), re.match(r'(?u:\w)', 'é', re.A), re.findall(r'(?x: a b )c d', 'abc d'), re.findall('(?m)^a$', 'a\na\n'))
for p, f in [('a', re.L), ('a', re.A | re.U), (b'a', re.U), (b'a', re.A | re.L), ('(?L)a', 0), (b'(?u)a', 0), ('(?au)a', 0), ('a(?i)', 0), ('(?i', 0), ('(?i-', 0), ('(?i-i:a)', 0), ('(?-a:b)', 0), ('(?q)', 0), ('(?iq)', 0), ('(?i.)', 0), ('(?-:a)', 0), ('(?-iq:a)', 0), ('(?i-s', 0), ('(?-s)', 0)]:
    try:
        print(re.compile(p, f))
    except Exception as e:
        print(type(e).__name__, e)
print(re.findall(b'(?L)a', b'aA'), re.findall(b'a', b'aA', re.L | re.I))
