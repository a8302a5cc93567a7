# stderr: full
f = lambda d: d["missing"]
class C:
    value = f({})
