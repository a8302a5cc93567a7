b = "héllo".encode()
print(b, len(b), b.decode(), b[0], b[1:3], list(b[:2]), "abc".encode("ascii"), "é".encode("latin-1"), b"\x00\xff\n'", bytes(3), bytes([65, 66]))
try:
    b"\xff".decode()
except UnicodeDecodeError as e:
    print(e)
try:
    "é".encode("ascii")
except UnicodeEncodeError as e:
    print(e)
print(b"\xff".decode("utf-8", "replace"), "é".encode("ascii", "ignore"), b"ab" + b"c", b"a" in b"abc", b"a" == "a")
