import sys, math as m
from math import sqrt, pi as PI
import time
print(sqrt(16), PI == m.pi, sys.modules["math"] is m, type(m).__name__, m.__name__, __name__, hasattr(time, "sleep"), "math" in sys.modules)
for src in ("import nope_mod", "from math import nope", "import math.sub", "from nope_mod import x"):
    try: exec(src)
    except ImportError as e: print(type(e).__name__, str(e).split(" (")[0])
try: m.nope
except AttributeError as e: print(e)
def f():
    import math
    from sys import maxsize
    return math.floor(2.5), maxsize
print(f(), sys.version_info >= (3, 11), sys.argv[1:], sys.byteorder, sys.maxunicode)
