"""atexit: an exception of one function does not keep the others from running."""
import atexit
atexit.register(print, "still called")
def wrong(): 1 / 0
class Named:
    def __call__(self): wrong()
    def __repr__(self): return "<Named>"
atexit.register(Named())
raise SystemExit(3)
