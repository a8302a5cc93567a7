class AppError(Exception):
    def __init__(self, code, msg="default"):
        super().__init__(msg)
        self.code = code
class Sub(AppError):
    def __str__(self): return f"<{self.code}: {self.args[0]}>"
try: raise Sub(404, "not found")
except AppError as e: print(e, e.code, e.args, repr(e))
try: raise AppError(1)
except Sub: print("no")
except AppError as e: print(e, e.code)
try: raise Sub
except TypeError as e: print(e)
for bad in (5, "str", None, int):
    try: raise bad
    except TypeError as e: print(e)
try:
    try: raise ValueError
    except 5: pass
except TypeError as e: print(e)
