# except*: partial matches, naked exceptions, raising in clauses.
def attempt(f):
    try:
        f()
    except BaseException as e:
        print("->", repr(e), repr(e.__context__))
def one():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), KeyError(3)])
    except* ValueError as e:
        print("value", repr(e))
    except* TypeError as e:
        print("type", repr(e))
attempt(one)
def two():
    try:
        raise ValueError("naked")
    except* ValueError as e:
        print(repr(e), e.exceptions)
attempt(two)
def three():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise KeyError("new")
attempt(three)
def four():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError:
        raise
    except* TypeError as e:
        pass
attempt(four)
def five():
    try:
        raise TypeError("other")
    except* ValueError:
        print("no")
attempt(five)
def six():
    try:
        raise ValueError(1)
    except* ExceptionGroup:
        pass
attempt(six)
