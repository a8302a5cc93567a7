# Failing imports: wording and attributes.
import sys
def attempt(source):
    try:
        exec(source, {"__name__": "m"})
    except Exception as e:
        print(type(e).__name__, e, getattr(e, "name", None))
attempt("import no_such_thing")
attempt("import no_such_thing.sub")
attempt("import sys.nothing")
attempt("from sys import nothing_here")
attempt("from . import x")
attempt("from .a import x")
attempt("import math\nmath.nothing")
sys.modules["blocked"] = None
attempt("import blocked")
