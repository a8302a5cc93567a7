# recv of parts, the end of a stream, send to a closed peer, descriptors, repr.
import socket

a, b = socket.socketpair()
a.sendall(b"hello world")
print(b.recv(5), b.recv(1), b.recv(100))
print(a.send(b"bytes"), b.recv(0), b.recv(5))
a.sendall(bytearray(b"array"))
a.sendall(memoryview(b"view") if "memoryview" in dir(__builtins__) else b"view")
got = b""
while len(got) < 9:
    got += b.recv(100)
print(got)
a.shutdown(socket.SHUT_WR)
print(b.recv(1), b.recv(1))
b.sendall(b"still open this way")
print(a.recv(100))
a.close()
a.close()
for what in (lambda: a.recv(1), lambda: a.send(b"x"), lambda: a.getsockname()):
    try:
        what()
    except OSError as e:
        print(e.errno, e)
try:
    for _ in range(3):
        b.sendall(b"nobody there")
except (BrokenPipeError, ConnectionResetError) as e:
    print(type(e).__name__)
print(a.fileno(), b.fileno() >= 0)
fd = b.detach()
print(fd >= 0, b.fileno())
for bad in ("text", None, 5):
    try:
        c, d = socket.socketpair()
        c.send(bad)
    except TypeError as e:
        print("TypeError:", e)
try:
    c.recv(-1)
except ValueError as e:
    print("ValueError:", e)
with c as inside:
    print(inside is c)
print(c.fileno(), d.recv(1))
d.close()
