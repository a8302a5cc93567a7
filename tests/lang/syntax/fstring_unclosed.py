# stderr: full
x = f"{1 + "
