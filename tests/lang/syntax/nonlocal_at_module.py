# stderr: full
nonlocal x
