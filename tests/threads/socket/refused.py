# Connections refused, bad addresses, names.
import socket

s = socket.socket()
s.bind(("127.0.0.1", 0))
port = s.getsockname()[1]
s.close()


def attempt(what, *args):
    try:
        what(*args)
        print("ok")
    except OSError as e:
        print(type(e).__name__, e.errno, e)
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt(socket.create_connection, ("127.0.0.1", port))
attempt(socket.socket().connect, ("127.0.0.1", port))
attempt(socket.socket().connect, "127.0.0.1")
attempt(socket.socket().connect, ("127.0.0.1",))
attempt(socket.socket().connect, ("127.0.0.1", "80"))
attempt(socket.socket().bind, (5, 80))
attempt(socket.socket().accept)
attempt(socket.socket().getpeername)
attempt(socket.socket().recv, 1)
print(socket.gethostbyname("localhost"), socket.gethostbyname("127.0.0.1"))
print(isinstance(socket.gethostname(), str), len(socket.gethostname()) > 0)
one = socket.socket()
one.bind(("127.0.0.1", 0))
attempt(socket.socket().bind, one.getsockname())
print(issubclass(socket.gaierror, OSError), socket.error is OSError)
u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
u.bind(("127.0.0.1", 0))
v = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
print(v.sendto(b"datagram", u.getsockname()), u.recvfrom(100)[0])
