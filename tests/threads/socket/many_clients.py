# Forty connections at once beside a thread that computes.
import socket
import threading

server = socket.socket()
server.bind(("127.0.0.1", 0))
server.listen(64)
address = server.getsockname()
stop = False
CLIENTS = 40


def compute():
    n = 0
    while not stop:
        n += 1


def serve():
    connections = [server.accept()[0] for _ in range(CLIENTS)]
    for c in reversed(connections):
        request = c.recv(100)
        c.sendall(request.upper())
        c.close()


results = {}


def client(n):
    s = socket.create_connection(address)
    s.sendall(b"request %d" % n)
    reply = b""
    while part := s.recv(3):
        reply += part
    s.close()
    results[n] = reply


threads = [threading.Thread(target=client, args=(n,)) for n in range(CLIENTS)] + [threading.Thread(target=serve)]
busy = threading.Thread(target=compute)
busy.start()
for t in threads:
    t.start()
for t in threads:
    t.join()
stop = True
busy.join()
print(len(results), all(results[n] == b"REQUEST %d" % n for n in range(CLIENTS)))
