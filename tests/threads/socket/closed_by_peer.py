# A peer that goes: the end of the stream for recv, an error for send; accept of what is gone already.
import socket
import threading

server = socket.socket()
server.bind(("127.0.0.1", 0))
server.listen()


def client():
    s = socket.create_connection(server.getsockname())
    s.sendall(b"part")
    s.close()


t = threading.Thread(target=client)
t.start()
t.join()
connection, peer = server.accept()
got = b""
while part := connection.recv(2):
    got += part
print(got, connection.recv(10))
errors = set()
for _ in range(50):
    try:
        connection.sendall(b"too late" * 1000)
    except OSError as e:
        errors.add(type(e).__name__)
        break
    threading.Event().wait(0.001)
print(errors <= {"BrokenPipeError", "ConnectionResetError"}, len(errors))
connection.close()
waiting = threading.Event()
a, b = socket.socketpair()
result = []


def reader():
    waiting.set()
    result.append(a.recv(10))


t = threading.Thread(target=reader)
t.start()
waiting.wait()
b.close()
t.join()
print(result)
