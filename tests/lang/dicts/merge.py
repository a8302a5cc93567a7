a = {"x": 1, "y": 2}
b = {"y": 3, "z": 4}
print(a | b, {**a, **b, "w": 0}, {**b, **a})
a |= b
print(a)
a |= [("q", 1)]
print(a)
try:
    a | [("q", 1)]
except TypeError as e:
    print(e)
print({"a": 1, "b": 2} == {"b": 2, "a": 1}, {"a": 1} != {"a": 2})
