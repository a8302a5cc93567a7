x = "global"
def a():
    x = "a"
    def b():
        def c():
            nonlocal x
            x = "c"
            return x
        r = c()
        return r, x
    return b(), x
print(a(), x)
def p():
    y = 1
    class K:
        y = 2
        z = y
        def m(self):
            return y
    return K.y, K.z, K().m()
print(p())
