assert True, "unused"
for f in (lambda: 1,):
    try:
        assert 1 == 2
    except AssertionError as e: print(repr(e))
    try:
        assert not [1], f"message {1 + 1}"
    except AssertionError as e: print(repr(e), e)
