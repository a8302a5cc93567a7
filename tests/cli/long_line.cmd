# limit: 60
# One line of ten megabytes, as a string, as a sum of many terms and as a comment.
{ printf 's = "'; head -c 10000000 /dev/zero | tr '\0' a; printf '"\nprint(len(s))\n'; } >long.py
baton long.py
{ printf '# '; head -c 10000000 /dev/zero | tr '\0' a; printf '\nprint("comment")\n'; } >comment.py
baton comment.py
{ printf 'x = ['; awk 'BEGIN { for (i = 0; i < 100000; i++) printf "%d, ", i }'; printf ']\nprint(len(x), sum(x))\n'; } >list.py
baton list.py
