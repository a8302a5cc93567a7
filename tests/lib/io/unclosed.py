"""What nobody closed is there when the file is opened again, and at the end."""
import os
open("unclosed.tmp", "w").write("text")
print(open("unclosed.tmp").read())
open("unclosed.tmp", "ab").write(b" more")
print(open("unclosed.tmp", "rb").read())
def f():
    g = open("unclosed.tmp", "w", encoding="latin-1")
    g.write("é" * 3)
    print("to file", file=g)
f()
print(ascii(open("unclosed.tmp", encoding="latin-1").read()))
os.remove("unclosed.tmp")
