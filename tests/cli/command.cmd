baton -c 'print(1 + 1)'
baton -c 'import sys; print(sys.argv)' a -b --c
baton -c 'if True:
    print("several lines")'
