for s in ["", "hello world", "HELLO", "ǆabc", "ß", "İstanbul", "ΑΣ ΣΑΣ", "they're bill's", "x1y2", "ﬁne", "été À LA"]:
    print(repr(s.upper()), repr(s.lower()), repr(s.title()), repr(s.capitalize()), repr(s.swapcase()), repr(s.casefold()))
print("Hello".upper() is not None, "abc".lower() == "abc")
