import re
log = '''127.0.0.1 - - [10/Oct/2000:13:55:36 -0700] "GET /index.html HTTP/1.0" 200 2326
10.0.0.7 - bob [11/Oct/2000:01:02:03 -0700] "POST /api/v1?x=1 HTTP/1.1" 404 17
garbage line
'''
line = re.compile(r'''
    (?P<ip>\d{1,3}(?:\.\d{1,3}){3}) \s \S+ \s (?P<user>\S+) \s
    \[(?P<when>[^\]]+)\] \s
    "(?P<verb>[A-Z]+)\ (?P<path>\S+)\ HTTP/[\d.]+" \s
    (?P<status>\d{3}) \s (?P<size>\d+|-)
''', re.VERBOSE)
for text in log.splitlines():
    m = line.match(text)
    print(m.groupdict() if m else 'no match: ' + text)

token = re.compile(r'(?P<number>\d+(?:\.\d*)?)|(?P<name>[A-Za-z_]\w*)|(?P<op>[-+*/()=])|(?P<skip>[ \t]+)|(?P<bad>.)')
def tokens(source):
    for m in token.finditer(source):
        if m.lastgroup == 'skip': continue
        if m.lastgroup == 'bad': raise SyntaxError(f'{m.group()!r} at {m.start()}')
        yield m.lastgroup, m.group()
print(list(tokens('x1 = 3.14 * (y + 2)')))
try:
    list(tokens('a $ b'))
except SyntaxError as e:
    print(e)

def camel(s): return re.sub(r'_([a-z])', lambda m: m[1].upper(), s)
def snake(s): return re.sub(r'(?<=[a-z0-9])(?=[A-Z])', '_', s).lower()
print(camel('some_long_name'), snake('someLongName2Go'))
def commas(n):
    return re.sub(r'(?<=\d)(?=(?:\d{3})+$)', ',', str(n))
print(commas(1234567), commas(12), commas(100000))
text = 'The rain in Spain; the PLAIN.'
print(sorted({w.lower() for w in re.findall(r"[A-Za-z]+", text)}), re.findall(r'\b\w*ain\b', text, re.I))
print(re.sub(r'<(\w+)[^>]*>(.*?)</\1>', r'[\1:\2]', '<b>x</b> <i class="y">z</i> <a>q</b>'))
print(bool(re.fullmatch(r'[\w.+-]+@[\w-]+(\.[\w-]+)+', 'foo.bar+x@mail.example.com')), re.split(r'\s*[;,]\s*', 'a ; b,c ,d'))
print(re.sub(r'(?m)^\s*#.*\n?', '', 'a\n# c\n  #d\nb\n'), re.findall(r'(\w+)=(?:"([^"]*)"|(\S+))', 'a=1 b="x y" c=z'))
