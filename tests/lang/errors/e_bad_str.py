# An exception whose __str__ fails, and a note that does.
# stderr: full
class Bad(Exception):
    def __str__(self):
        raise RuntimeError("no")


e = Bad()
e.__notes__ = ["fine", 5]
raise e
