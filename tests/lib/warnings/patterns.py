# filterwarnings() with patterns of message and module.
import warnings


def give(message, category=UserWarning):
    warnings.warn(message, category)


with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("ignore")
    warnings.filterwarnings("always", message="yes.*")
    warnings.filterwarnings("always", category=SyntaxWarning)
    give("yes please")
    give("no thanks")
    give("syn", SyntaxWarning)
    give("YES upper")
    print([str(w.message) for w in log])
with warnings.catch_warnings(record=True) as log:
    warnings.resetwarnings()
    warnings.filterwarnings("ignore", module="__ma")
    warnings.filterwarnings("always", module="other")
    give("hidden")
    warnings.warn_explicit("shown", UserWarning, "other.py", 3)
    warnings.warn_explicit("shown too", UserWarning, "x.py", 3, module="otherwise")
    warnings.filterwarnings("error", lineno=7)
    try:
        warnings.warn_explicit("line", UserWarning, "x.py", 7)
    except UserWarning as e:
        print("raised", e)
    print([str(w.message) for w in log])
print(len(warnings.filters))
