# stderr: full
del f()
