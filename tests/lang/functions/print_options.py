print(1, 2, sep=""); print("a", "b", sep=", ", end="."); print(); print("x", end=""); print(); print(None, True, [], sep="|"); print(sep="x"); print("a\0b" == "a\x00b", flush=True)
try:
    print(1, sep=5)
except TypeError as e:
    print(e)
try:
    print(1, foo=2)
except TypeError as e:
    print(e)
import sys
print("to stdout", file=sys.stdout)
sys.stdout.write("written\n")
