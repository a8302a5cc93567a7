from urllib.parse import *
print(quote('a b/c?d=é&~_.-'), quote('a b/c', safe=''), quote('/a:b', ':'), quote('é', encoding='latin-1'), quote('x y+z'), quote_plus('x y+z/é'), quote_plus('a b', safe=' '), quote('€😀'), quote(''), quote(b'\x00\xff a'), quote_plus(b'a b'), quote_from_bytes(b'a/ b'), quote_from_bytes(b''), quote('a/b', safe=b'x'), quote('é', 'é'))
print(repr(unquote('a%20b%2Fc')), unquote('%C3%A9'), unquote('%e9', 'latin-1'), repr(unquote('%ff')), unquote('%zz%4'), unquote('%'), unquote('é%C3%A9ü'), unquote('a+b'), unquote_plus('a+b%2B'), unquote(''), unquote(b'%41\xc3\xa9'), unquote_to_bytes('é%41%ff'), unquote_to_bytes(b'a%2'), unquote_to_bytes(''), unquote('%E2%82%AC%41'), unquote('%f0%9f%98%80'))
print(quote(''.join(map(chr, range(128)))), unquote(quote('tëst ✓')) == 'tëst ✓')
print(urlencode({'a': 1, 'b': 'x y', 'é': '&='}), urlencode([('a', 1), ('a', 2)]), urlencode({'a': [1, 2], 'b': 'xy', 'c': (), 'd': 5}, doseq=True), urlencode({'a': [1, 2]}), urlencode({'a': b'\xff', b'k': None}), urlencode({'a': 'x/y z'}, safe='/', quote_via=quote), urlencode({}), urlencode([]), urlencode(''), urlencode({'é': 'é'}, encoding='latin-1'), urlencode({'a': {'x': 1}}, True))
print(parse_qs('a=1&b=2&a=3'), parse_qsl('a=1&b=&c&d=x+y%20z&=5&&e=f=g'), parse_qsl('a=1&b=&c', keep_blank_values=True), parse_qs('é=%C3%A9'), parse_qs(b'a=1&a=2'), parse_qsl('a=1;b=2'), parse_qsl('a=1;b=2', separator=';'), parse_qsl(''), parse_qs('a=%e9', encoding='latin-1'), parse_qsl('a=1&b=2', max_num_fields=2), parse_qsl(b'a=%41', separator=b'&'))
for f in (lambda: quote(5), lambda: quote(None), lambda: quote(b'x', encoding='utf-8'), lambda: quote(b'x', errors='strict'), lambda: quote('\ud800'), lambda: quote_from_bytes('x'), lambda: unquote(5), lambda: unquote(None), lambda: unquote_to_bytes(5), lambda: urlencode('ab'), lambda: urlencode(5), lambda: urlencode([1]), lambda: urlencode([(1, 2, 3)]), lambda: parse_qsl('a', strict_parsing=True), lambda: parse_qsl('a=1&&b=2', strict_parsing=True), lambda: parse_qsl('a=1&b=2', max_num_fields=1), lambda: parse_qsl('a=1', separator=''), lambda: parse_qsl('a=1', separator=5), lambda: quote_plus('é', encoding='ascii'), lambda: parse_qs(5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
import urllib.parse, urllib
print(urllib.parse.quote is quote, urllib.parse.__name__, 'http' in urllib.parse.uses_netloc, sorted(urllib.parse.uses_netloc), sorted(urllib.parse.uses_relative), sorted(urllib.parse.uses_params))
