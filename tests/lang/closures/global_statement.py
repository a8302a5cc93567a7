n = 0
def bump():
    global n, created
    n += 1
    created = "yes"
bump(); bump()
print(n, created)
def nested():
    global n
    def inner():
        return n
    n = 100
    return inner()
print(nested(), n)
def delete():
    global created
    del created
delete()
try:
    created
except NameError as e:
    print(e)
