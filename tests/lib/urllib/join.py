from urllib.parse import urljoin
base = 'http://a/b/c/d;p?q'
for u in ['g:h', 'g', './g', 'g/', '/g', '//g', '?y', 'g?y', '#s', 'g#s', 'g?y#s', ';x', 'g;x', 'g;x?y#s', '', '.', './', '..', '../', '../g', '../..', '../../', '../../g', '../../../g', '../../../../g', '/./g', '/../g', 'g.', '.g', 'g..', '..g', './../g', './g/.', 'g/./h', 'g/../h', 'g;x=1/./y', 'g;x=1/../y', 'g?y/./x', 'g#s/../x', 'http:g', 'http:', 'a//b', '//', '///x']:
    print(repr(u), urljoin(base, u))
for b, u in [('', 'a'), ('a', ''), ('a/b', 'c'), ('/a/b', '../../c'), ('http://h', 'x'), ('http://h', '/x'), ('http://h/x/', 'y'), ('http://h/x', '?q'), ('http://h/x?y', '#f'), ('mailto:a', 'b'), ('file:///a/b', 'c'), ('file:///a', '//h/x'), ('http://h/a//b/c', '../d'), ('http://h/a/b/', '..'), ('ws://a/b', 'c'), ('svn://h/a/b', '../c'), ('http://a/b#f', 'c'), ('unknown://a/b', 'c'), ('a:b', 'c'), ('http://h/a b', 'é')]:
    print((b, u), urljoin(b, u))
print(urljoin(b'http://a/b', b'c'), urljoin('http://h/a#b', '#c', allow_fragments=False))
