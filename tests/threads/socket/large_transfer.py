# More than any buffer holds: both sides block in turn, every byte arrives in order.
import socket
import threading

a, b = socket.socketpair()
data = bytes(i % 251 for i in range(50000)) * 20
received = []


def read():
    while part := b.recv(65536):
        received.append(part)


t = threading.Thread(target=read)
t.start()
a.sendall(data)
a.close()
t.join()
whole = b"".join(received)
print(len(whole), whole == data, len(received) > 1)
