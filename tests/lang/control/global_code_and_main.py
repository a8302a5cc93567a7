print(__name__, __name__ == "__main__")
def later():
    return defined_after()
def defined_after():
    return "found at call time"
print(later())
def print_twice(x, print=print):
    print(x, x)
print_twice("shadow")
len = lambda x: "my len"
print(len([1]))
del len
print(len([1]))
