import fnmatch
cases = [('abc', 'abc'), ('abc', '?*?'), ('abc', '???*'), ('abc', '*???'), ('abc', '???'), ('abc', '*'), ('abc', 'ab[cd]'), ('abc', 'ab[!de]'), ('abc', 'ab[de]'), ('a', '??'), ('a', 'b'), ('\\', '[\\]'), ('a', '[!\\]'), ('\\', '[!\\]'), ('foo\nbar', 'foo*'), ('foo\nbar\n', 'foo*'), ('\nfoo', 'foo*'), ('\n', '*'), ('a' * 25, '*a' * 25), ('a-b', 'a[-]b'), ('a]b', 'a[]]b'), ('a]b', 'a[!]]b'), ('[', '['), ('[x', '[x'), ('é', '?'), ('file.TXT', '*.txt'), ('', ''), ('', '*'), ('a.b', 'a.b'), ('axb', 'a.b'), ('b', '[a-c]'), ('d', '[a-c]'), ('b', '[c-a]'), ('-', '[a-]'), ('^', '[^x]'), ('x', '[^x]'), ('a', '[&&a]'), ('~', '[~~x]'), ('|', '[||]'), ('!', '[!]'), ('!', '[a!]')]
for name, pattern in cases:
    print(repr(name), repr(pattern), fnmatch.fnmatch(name, pattern), fnmatch.fnmatchcase(name, pattern), fnmatch.translate(pattern))
for pattern in ('[a-c-e]', '[--a]', '[a-b-]', '[c-a-z]', '[!c-a]', '[z-ax-y]', '[a\\-c]', 'a**b', '**', '*a*b*', 'a*', '*a', '[!a-c]?*', '[[]', '[]', '[!]', '[]-a]', 'a b#~'):
    print(pattern, fnmatch.translate(pattern))
print(fnmatch.fnmatch(b'abc\xff', b'*\xff'), fnmatch.fnmatch(b'abc', b'a?[!d]'))
print(fnmatch.filter(['Python', 'Ruby', 'Perl', 'Tcl'], 'P*'), fnmatch.filter([b'a', b'b'], b'[a]'), fnmatch.filter(iter(['x.py', 'y.c']), '*.py'))
for call in (lambda: fnmatch.fnmatch('a', b'a'), lambda: fnmatch.fnmatch(b'a', 'a'), lambda: fnmatch.fnmatchcase('a', b'a')):
    try:
        print(call())
    except TypeError as e:
        print('TypeError', e)
print(sorted(fnmatch.__all__))
