# settimeout and setblocking; the errors at the deadline.
import socket
import time

a, b = socket.socketpair()
print(a.gettimeout())
a.settimeout(0.02)
print(a.gettimeout())
begin = time.monotonic()
try:
    a.recv(1)
except TimeoutError as e:
    print(type(e).__name__, e, isinstance(e, OSError), socket.timeout is TimeoutError)
print(time.monotonic() - begin >= 0.02)
b.send(b"x")
print(a.recv(1))
a.setblocking(False)
print(a.gettimeout())
try:
    a.recv(1)
except BlockingIOError as e:
    print(type(e).__name__, e.errno, e)
b.send(b"y")
print(a.recv(1))
a.setblocking(True)
print(a.gettimeout())
b.send(b"z")
print(a.recv(10))
for bad in (-1, "1", float("nan")):
    try:
        a.settimeout(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__ + ":", e)
a.settimeout(None)
print(a.gettimeout())
a.settimeout(0)
try:
    while True:
        a.send(b"fill" * 1000)
except BlockingIOError as e:
    print("full:", type(e).__name__)
a.settimeout(0.02)
try:
    a.sendall(b"more" * 1000000)
except TimeoutError as e:
    print("full:", e)
server = socket.socket()
server.bind(("127.0.0.1", 0))
server.listen(1)
server.settimeout(0.02)
try:
    server.accept()
except TimeoutError as e:
    print("accept:", e)
c = socket.create_connection(server.getsockname(), timeout=5)
print(c.gettimeout())
for s in (a, b, c, server):
    s.close()
