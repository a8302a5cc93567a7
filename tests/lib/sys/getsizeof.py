import sys
class Big:
    def __sizeof__(self):
        return 1000
class Odd:
    def __init__(self, size):
        self.size = size
    def __sizeof__(self):
        return self.size
class Broken:
    def __sizeof__(self):
        raise TypeError('no size')
print(sys.getsizeof(Big()) >= 1000)
for o in (Odd('x'), Odd(-1), Odd(2**80), Broken()):
    try:
        print(sys.getsizeof(o))
    except Exception as e:
        print(type(e).__name__, e)
print(sys.getsizeof(Broken(), 7), sys.getsizeof(Odd('x'), 'given'))
print(sys.getsizeof([]) < sys.getsizeof([1] * 1000) < sys.getsizeof([1] * 10000))
print(sys.getsizeof('a') < sys.getsizeof('a' * 1000), sys.getsizeof(b'') < sys.getsizeof(b'x' * 100))
print(sys.getsizeof({}) < sys.getsizeof(dict.fromkeys(range(1000))))
print(sys.getsizeof(0) > 0, sys.getsizeof(10 ** 1000) > sys.getsizeof(10 ** 10))
