x = 10
x += 5; x -= 3; x *= 2; x //= 5; x **= 3; x %= 50; x <<= 2; x >>= 1; x |= 1; x &= 0xff; x ^= 6; x /= 4
print(x)
s = "a"; s += "b"; s *= 3; print(s)
l = [1]; m = l; l += [2]; l *= 2; print(m, l is m)
t = (1,); u = t; t += (2,); print(u, t)
d = {"n": 1}; d["n"] += 1; d["n"] *= 10; print(d)
big = 1; 
for _ in range(70): big *= 2
print(big)
f = 0.5; f += 1; f //= 1; print(f)
try: undefined_x += 1
except NameError as e: print(e)
