def pair():
    value = None
    def put(v):
        nonlocal value
        value = v
    return put, lambda: value
put, get = pair()
print(get())
for v in (1, [2], "x"):
    put(v)
    print(get())
def param(p):
    def change():
        nonlocal p
        p += 1
    change(); change()
    return p
print(param(5))
