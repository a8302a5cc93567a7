"""Three acts of the lock: what threads speed up, what they don't, and how to step around it.

    baton samples/three_acts.py [--json]

1. Bytecode needs the lock: the same work on 1, 2 and 4 threads takes the same time.
2. Waiting does not: the same count of sleeps and of slow answers on 1, 8 and 64 threads.
3. Nor does a native extension that gives the lock up: an integral on 1 and 2 threads.
"""
import socket
import sys
import threading
import time

ROUNDS = 20_000_000     # loop turns of act 1, in all
WAITS = 64              # sleeps, and requests, of act 2, in all
SLEEP = 0.05            # seconds each
STEPS = 1_000_000       # steps of one integral in act 3
CALLS = 60              # integrals of act 3, in all


def wall(work, total, count):
    """Seconds that `count` threads take for `total` units of `work` between them."""
    share, rest = divmod(total, count)
    threads = [threading.Thread(target=work, args=(share + (i < rest),)) for i in range(count)]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - start


def crunch(rounds):
    total = 0
    for i in range(rounds):
        total += i & 7
    return total


def doze(count):
    for _ in range(count):
        time.sleep(SLEEP)


class LateServer:
    """Answers each request on a loopback port, SLEEP seconds after it came."""

    def __init__(self):
        self.listener = socket.socket()
        self.listener.bind(("127.0.0.1", 0))
        self.listener.listen(128)
        self.port = self.listener.getsockname()[1]
        self.thread = threading.Thread(target=self.serve, daemon=True)
        self.thread.start()

    def serve(self):
        while True:
            connection, _ = self.listener.accept()
            threading.Thread(target=self.answer, args=(connection,), daemon=True).start()

    def answer(self, connection):
        request = connection.recv(64)
        time.sleep(SLEEP)
        connection.sendall(request.upper())
        connection.close()

    def ask(self, count):
        for _ in range(count):
            with socket.create_connection(("127.0.0.1", self.port)) as client:
                client.sendall(b"ping")
                answer = client.recv(64)
            if answer != b"PING":
                raise RuntimeError(f"the server answered {answer!r}")


def extension():
    """The module samples/ext/integral.cpp, built beside the interpreter."""
    sys.path.append(sys.executable.rpartition("/")[0] + "/samples")
    import integral
    return integral


def integrals(function):
    half_pi = 1.5707963267948966

    def work(calls):
        for _ in range(calls):
            area = function(0.0, half_pi, STEPS)
            if abs(area - 1.0) > 1e-5:
                raise RuntimeError(f"the integral is {area}")

    return work


def measure():
    """One row a line of the table: act, what, threads, wall seconds, speed-up over one thread."""
    rows = []

    def act(number, what, work, total, counts):
        work(max(1, total // 50))
        base = None
        for count in counts:
            took = wall(work, total, count)
            base = base or took
            rows.append({"act": number, "work": what, "threads": count, "wall_s": took,
                         "speedup": base / took})

    act(1, "bytecode", crunch, ROUNDS, (1, 2, 4))
    act(2, "sleep", doze, WAITS, (1, 8, 64))
    act(2, "socket", LateServer().ask, WAITS, (1, 8, 64))
    integral = extension()
    act(3, "extension, no lock", integrals(integral.cos_nogil), CALLS, (1, 2))
    act(3, "extension, lock held", integrals(integral.cos_holding), CALLS, (1, 2))
    return rows


def speedup(rows, work, threads):
    return [row["speedup"] for row in rows if row["work"] == work and row["threads"] == threads][0]


def as_json(rows):
    lines = []
    for row in rows:
        lines.append('  {"act": %d, "work": "%s", "threads": %d, "wall_s": %.6f, "speedup": %.3f}'
                     % (row["act"], row["work"], row["threads"], row["wall_s"], row["speedup"]))
    return "[\n" + ",\n".join(lines) + "\n]"


def main():
    rows = measure()
    if "--json" in sys.argv[1:]:
        print(as_json(rows))
        return
    print(f"{'act':<4} {'work':<22} {'threads':>7} {'wall s':>9} {'speed-up':>9}")
    for row in rows:
        print(f"{row['act']:<4} {row['work']:<22} {row['threads']:>7} {row['wall_s']:>9.3f} {row['speedup']:>8.2f}x")
    print()
    print(f"Act 1: bytecode runs under the lock, so 4 threads took {1 / speedup(rows, 'bytecode', 4):.2f} times what one took.")
    print(f"Act 2: a thread that waits gives the lock up, so 64 threads slept {speedup(rows, 'sleep', 64):.0f} times "
          f"and asked {speedup(rows, 'socket', 64):.0f} times as fast as one.")
    print(f"Act 3: native code without the lock ran {speedup(rows, 'extension, no lock', 2):.2f} times as fast on 2 threads, "
          f"holding the lock {speedup(rows, 'extension, lock held', 2):.2f} times.")


if __name__ == "__main__":
    main()
