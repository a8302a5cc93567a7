# threading.stack_size() and threads of another stack.
import threading

print(threading.stack_size())
print(threading.stack_size(1 << 20), threading.stack_size())
box = []


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


t = threading.Thread(target=lambda: box.append(depth(200)))
t.start()
t.join()
print(box)
for bad in (-1, 1):
    try:
        threading.stack_size(bad)
    except ValueError as e:
        print("ValueError:", e)
print(threading.stack_size(0), threading.stack_size())
