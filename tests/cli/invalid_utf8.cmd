printf 'x = "\377"\n' > bad.py; baton bad.py
