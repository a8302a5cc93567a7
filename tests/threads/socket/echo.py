# An echo server of one thread a connection, several clients.
import socket
import threading

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(("127.0.0.1", 0))
server.listen()
address = server.getsockname()
print(address[0], 0 < address[1] < 65536, server.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR) != 0)
CLIENTS = 8


def handle(connection):
    with connection:
        while data := connection.recv(64):
            connection.sendall(data)


def serve():
    handlers = []
    for _ in range(CLIENTS):
        connection, peer = server.accept()
        assert peer[0] == "127.0.0.1"
        t = threading.Thread(target=handle, args=(connection,))
        t.start()
        handlers.append(t)
    for t in handlers:
        t.join()


results = {}


def client(n):
    with socket.create_connection(address) as s:
        assert s.getpeername() == address
        got = b""
        for i in range(10):
            message = b"client %d message %d;" % (n, i)
            s.sendall(message)
            reply = b""
            while len(reply) < len(message):
                reply += s.recv(1024)
            got += reply
        s.shutdown(socket.SHUT_WR)
        results[n] = (got.count(b";"), got.startswith(b"client %d message 0;" % n), s.recv(1))


threads = [threading.Thread(target=serve)] + [threading.Thread(target=client, args=(n,)) for n in range(CLIENTS)]
for t in threads:
    t.start()
for t in threads:
    t.join()
server.close()
print(sorted(results.items()))
print(server.fileno())
