import re
# A pattern means the same the hundredth time.
for pattern in [r'(?>\w+?)[^a]', r'(?>[^\W]+?)[^a]', r'(?:\w+?)[^a]', r'(?>C{1,}?)b', r'(\A)*+', r'(?:a|b)++c', r'(?>(a|ab))c', r'(?=(\w+?))\1', r'(a+?)*?b', r'\b\w+\b', r'(?<=a)b|(?<!a)c', r'(a)?(?(1)b|c)', r'(?i)straSSe|k', r'[^a-c\s]+', r'(?m)^\w+$', r'(x*)*y', r'(?<=\b(?:^)*)a', r'a(?<!(?:\Z)? )b']:
    p = re.compile(pattern)
    texts = ['CaCi', 'CCb xCb', 'abc', 'aabbc\nab', 'STRASSE K', 'xxxy', 'é aCaé', '']
    first = [[m.regs for m in p.finditer(t)] for t in texts]
    for i in range(30):
        for t in texts:
            p.search(t), p.match(t), p.fullmatch(t)
    again = [[m.regs for m in p.finditer(t)] for t in texts]
    print(pattern, first == again, first)
