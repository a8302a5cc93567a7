echo 'print("from stdin")' | baton
echo 'import sys; print(sys.argv)' | baton - a b
printf 'x = 5\nprint(x * 2)' | baton -
