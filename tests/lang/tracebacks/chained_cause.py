# stderr: full
def load(k):
    try:
        return {}[k]
    except KeyError as e:
        raise ValueError("bad key") from e
load("z")
