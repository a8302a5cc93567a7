class D(dict):
    def __missing__(self, key):
        print("missing", key)
        self[key] = key * 2
        return self[key]
d = D()
print(d[3], d[3], d, d.get(4), 4 in d)
