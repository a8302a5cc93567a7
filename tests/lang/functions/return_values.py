def nothing(): pass
def bare():
    return
def many():
    return 1, 2
def starred():
    return *range(3), 9
def cond(x):
    if x:
        return "yes"
print(nothing(), bare(), many(), starred(), cond(1), cond(0))
