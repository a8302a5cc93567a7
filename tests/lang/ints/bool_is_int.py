print(True + True, True * 5, False - 1, True == 1, False == 0)
print(isinstance(True, int), type(True + 0).__name__, True & False, True | False, True ^ True, ~True)
print([10, 20][True], {1: "a"}[True], sum([True, True, False]), repr(not 0), str(True), -True)
