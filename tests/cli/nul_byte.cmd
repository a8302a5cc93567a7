printf 'x = 1\000\nprint(x)\n' > nul.py; baton nul.py
