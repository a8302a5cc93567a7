# Threads at the end start others, each waited for.
import threading


def link(n):
    print("link", n, flush=True)
    if n:
        threading.Thread(target=link, args=(n - 1,)).start()


threading.Thread(target=link, args=(10,)).start()
