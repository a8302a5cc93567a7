print("tab\there", "nl\\n", 'quote\'s', "\x41\u00e9\U0001F600", "\101\60", "bell\a"[-1:].encode())
print(repr("a\tb\n\r\\'"), repr('"'), repr("'\""), repr("\x00\x7f\x80\xa0\xad"), repr("é漢😀"))
print(r"\n\t", r"\\", "a\
b", """three
lines "quoted" \
joined""")
print(ascii("é漢😀\n"), "\N{BULLET}" if False else "-")
