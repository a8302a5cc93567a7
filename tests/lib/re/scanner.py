import re
def s_ident(scanner, token): return token
def s_operator(scanner, token): return "op%s" % token
def s_float(scanner, token): return float(token)
def s_int(scanner, token): return int(token), scanner.match.span()
scanner = re.Scanner([(r"[a-zA-Z_]\w*", s_ident), (r"\d+\.\d*", s_float), (r"\d+", s_int), (r"=|\+|-|\*|/", s_operator), (r"\s+", None)])
print(scanner.scan("sum = 3*foo + 312.50+bar"), scanner.scan("a ?b"), scanner.scan(""))
print(re.Scanner([("a", "A"), ("b", 5)], re.I).scan("aBab!"), re.Scanner([("x*", 1)]).scan("y"))
