# stderr: full
class MyError(Exception):
    pass
raise MyError
