from urllib.parse import *
urls = ['http://user:pass@Host.COM:8080/a/b;p=1?q=2&r=3#frag', 'https://[::1]:80/x', 'http://[fe80::1%eth0]/', '//x/y', '/a/b', 'a/b', '', 'mailto:a@b.c', 'a:b', '1a:b', 'http:g', '  http://x', 'ht tp://x', 'http://x/\ny\tz', 'path:80', 'http://x?q', 'http://x#f', 'http://x?q#f?g#h', 'file:///etc/passwd', 'ftp://h/p;type=a', 'http://h/a;b/c;d', 'tel:+1-800;ext=5', 'HTTP://X/', 'svn+ssh://h/p', 'http://a@b@c/', 'http://:80/', 'http://h:/', 'urn:isbn:123', 'data:,x', '#f', '?q', ';p', 'http://h/%20x?y=%41', 'x://', 'http:///p', 'http://[v1.x]/', 'http://[1:2:3:4:5:6:7:8]/', 'http://[::ffff:1.2.3.4]/', 'éé://x', 'http://é/ü', 'http://u:@h', 'http://@h', '////x', 'http:////x']
for u in urls:
    s, p = urlsplit(u), urlparse(u)
    print(ascii(u), s if u.isascii() else ascii(s), tuple(p) if u.isascii() else '')
    print('   ', ascii((s.username, s.password, s.hostname, s.port)), ascii(s.geturl()), ascii(p.geturl()), ascii(urlunsplit(s)), urldefrag(u) if u.isascii() else '')
for u in ['http://[::1/x', 'http://a]b/', 'http://[zz]/', 'http://[1.2.3.4]/', 'http://[v.x]/', 'http://[v1]/', 'http://[::1::2]/', 'http://[1:2:3]/', 'http://[12345::]/', 'http://[]/']:
    try:
        print(urlsplit(u))
    except ValueError as e:
        print(u, type(e).__name__, e)
for u in ['http://a:b/', 'http://a:99999/', 'http://a:-1/', 'http://a:1_0/', 'http://a:٣/']:
    try:
        print(urlsplit(u).port)
    except ValueError as e:
        print(ascii(u), e)
r = urlparse('http://h/p;x?q#f')
print(r.scheme, r[1], r.path, r.params, r.query, r.fragment, len(r), r._fields, r._asdict(), r._replace(scheme='ftp'), r == ('http', 'h', '/p', 'x', 'q', 'f'), hash(r) == hash(tuple(r)))
a, b, *rest = r
print(a, b, rest, isinstance(r, tuple), r.encode(), r.encode().decode() == r, ParseResult(*r) == r, ParseResult._make(r).geturl())
print(urlsplit(b'http://U@H:80/p?q#f'), urlsplit(b'http://U@H:80').hostname, urlsplit(b'http://U:p@H:80').username, urlsplit(b'//U:p@H:80').port, urlsplit(b'//U:p@H').password, urldefrag(b'a#b'), urlsplit(b'http://x').geturl(), urlparse(b'').geturl())
print(urlsplit('x', 'http'), urlsplit('//h/x', scheme='ftp'), urlsplit('a#b', allow_fragments=False), urlparse('a#b;c', allow_fragments=False), urlsplit('x', ' ht\ntp '))
for f in (lambda: urlsplit('a', b'b'), lambda: urljoin('a', b'b'), lambda: urlunsplit(('a', b'b', '', '', '')), lambda: r._replace(nope=1), lambda: urlsplit(b'\xff')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
match urlsplit('http://h/p'):
    case SplitResult(scheme='http', netloc=n): print('matched', n)
print(urlunparse(['http', 'h', 'p', '', 'q', '']), urlunsplit(('', '', 'p', '', '')), DefragResult('a', 'b').geturl(), DefragResult('a', ''), urlunsplit(('', 'h', '', '', '')), urlunsplit(('foo', '', '//x', '', '')))
