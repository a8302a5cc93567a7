# stderr: full
data = {"a": [1, 2, {"k": None}]}
print(data["a"][2]["k"]["deep"])
