out = []
for i in range(4):
    for j in range(4):
        if j == i: break
        if (i + j) % 2: continue
        out.append((i, j))
    else:
        out.append("else")
    while True:
        if i > 2: break
        i += 1
print(out, i, j)
