for s in ("abc", "ABC", "Abc", "123", "abc1", "", " ", "a b", "é", "½", "٣", "_x", "1x", "漢", "\n"):
    print(repr(s), s.isalpha(), s.isdigit(), s.isalnum(), s.isspace(), s.isupper(), s.islower(), s.istitle(), s.isdecimal(), s.isnumeric(), s.isidentifier(), s.isprintable(), s.isascii())
