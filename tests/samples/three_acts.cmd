# limit: 60
# The play of `./dev demo` comes to its end without a complaint.
baton "$DIR/../../samples/three_acts.py"
