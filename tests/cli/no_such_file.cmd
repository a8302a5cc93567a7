baton nope.py
