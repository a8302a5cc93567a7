# Re-raising adds no second entry for the same frame; `raise e` does.
# stderr: full
def low():
    return {}["k"]


def again():
    try:
        low()
    except KeyError:
        raise


def named():
    try:
        again()
    except KeyError as e:
        raise e


def final():
    try:
        named()
    finally:
        pass


final()
