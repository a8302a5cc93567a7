# stderr: full
def gen():
    yield 1
    yield 1 // 0
def use():
    return sum(x * 2 for x in gen())
use()
