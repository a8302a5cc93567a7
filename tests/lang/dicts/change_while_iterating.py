d = {1: 1, 2: 2}
try:
    for k in d:
        d[k + 10] = 0
except RuntimeError as e:
    print(e)
try:
    for k in d:
        del d[k]
except RuntimeError as e:
    print(e)
for k in d:
    d[k] = "changed"
print(d)
for k in list(d):
    del d[k]
print(d)
