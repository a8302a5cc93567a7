# stderr: full
if True
    pass
