def avg():
    total = n = 0
    value = None
    while True:
        got = yield value
        if got is None: return total
        total += got; n += 1
        value = total / n
g = avg()
print(next(g), g.send(10), g.send(20), g.send(3))
try: g.send(None)
except StopIteration as e: print(e.value)
g = avg()
try: g.send(1)
except TypeError as e: print(e)
def echo():
    while True: print("got", (yield))
e = echo(); next(e); e.send("a"); e.send("b")
