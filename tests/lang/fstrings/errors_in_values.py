try:
    f"{undefined_name}"
except NameError as e:
    print(e)
try:
    f"{'a':d}"
except ValueError as e:
    print(e)
try:
    f"{None:>5}"
except TypeError as e:
    print(e)
