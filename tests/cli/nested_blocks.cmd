# A hundred and twenty levels of indentation; CPython allows a hundred.
awk 'BEGIN { for (i = 0; i < 120; i++) { for (j = 0; j < i; j++) printf " "; print "if 1:" } for (j = 0; j < 120; j++) printf " "; print "pass" }' >deep.py
baton deep.py
