# stderr: full
def compute():
    total_count = 1
    return totl_count
compute()
