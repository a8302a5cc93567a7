import sys
try:
    sys.exit()
except SystemExit as e:
    print(repr(e), e.code)
sys.exit(259)
