def parser(text):
    pos = 0
    def peek(): return text[pos] if pos < len(text) else ""
    def take():
        nonlocal pos
        pos += 1
        return text[pos - 1]
    def number():
        n = 0
        while peek().isdigit(): n = n * 10 + int(take())
        return n
    def atom():
        if peek() == "(":
            take(); v = expr(); take()
            return v
        if peek() == "-":
            take(); return -atom()
        return number()
    def term():
        v = atom()
        while peek() and peek() in "*/":
            v = v * atom() if take() == "*" else v // atom()
        return v
    def expr():
        v = term()
        while peek() and peek() in "+-":
            v = v + term() if take() == "+" else v - term()
        return v
    return expr()
print(parser("1+2*3"), parser("(1+2)*3-4/2"), parser("-(2+3)*-4"), parser("((((7))))"))
