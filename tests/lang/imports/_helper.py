CONSTANT = "constant"
_hidden = "hidden"
exported = "exported"
calls = 0


def double(x):
    global calls
    calls += 1
    return x * 2
