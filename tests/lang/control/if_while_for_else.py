for n in (2, 9, 11):
    for d in range(2, n):
        if n % d == 0:
            print(n, "=", d, "*", n // d)
            break
    else:
        print(n, "prime")
i = 0
while i < 5:
    i += 1
    if i == 2: continue
    if i == 4: break
    print(i)
else: print("never")
while i < 6: i += 1
else: print("while else", i)
x = 5
print("big" if x > 3 else "small", "a" if x > 9 else "b" if x > 4 else "c")
if x < 3: print("lt")
elif x == 5: print("five")
else: print("other")
if []: print("empty list is true")
elif "": print("empty str is true")
elif not None and 0.0 or {} or () or b"" or range(0): print("??")
else: print("all false")
