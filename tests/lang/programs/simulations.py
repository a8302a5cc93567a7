import random
class Rng:
    def __init__(self, seed): self.s = seed
    def next(self): self.s = (self.s * 6364136223846793005 + 1442695040888963407) & (1 << 64) - 1; return self.s >> 33
    def roll(self, n): return self.next() % n
r = Rng(42); print([r.roll(6) + 1 for _ in range(12)])
random.seed(1234); print(random.randint(1, 100), random.random(), random.choice("abcdef"), random.sample(range(50), 5), random.uniform(1, 2)); l = list(range(10)); random.shuffle(l); print(l)
class Process:
    def __init__(self, name, work): self.name, self.work, self.wait = name, work, 0
def round_robin(procs, slice_):
    t, queue, log = 0, procs[:], []
    while queue:
        p, *queue = queue; d = min(slice_, p.work)
        for o in queue: o.wait += d
        t += d; p.work -= d; log.append(f"{p.name}{d}")
        if p.work: queue.append(p)
    return t, " ".join(log), {p.name: p.wait for p in procs}
print(round_robin([Process("a", 5), Process("b", 2), Process("c", 7)], 3))
class Elevator:
    def __init__(self): self.floor, self.stops, self.log = 0, set(), []
    def call(self, *f): self.stops |= set(f)
    def run(self):
        up = True
        while self.stops:
            ahead = [f for f in self.stops if (f >= self.floor) == up]
            if not ahead: up = not up; continue
            self.floor = min(ahead) if up else max(ahead); self.stops -= {self.floor}; self.log.append(("^" if up else "v") + str(self.floor))
        return self.log
e = Elevator(); e.call(5, 2, 9); e.floor = 4; print(e.run())
def vm(prog):
    st, pc, env, out, steps = [], 0, {}, [], 0
    ops = {"add": lambda a, b: a + b, "mul": lambda a, b: a * b, "sub": lambda a, b: a - b, "lt": lambda a, b: a < b}
    while pc < len(prog) and (steps := steps + 1) < 1000:
        op, *arg = prog[pc].split(); pc += 1
        if op == "push": st.append(int(arg[0]))
        elif op in ops: b, a = st.pop(), st.pop(); st.append(ops[op](a, b))
        elif op == "set": env[arg[0]] = st.pop()
        elif op == "get": st.append(env[arg[0]])
        elif op == "jz": pc = int(arg[0]) if not st.pop() else pc
        elif op == "jmp": pc = int(arg[0])
        elif op == "out": out.append(st.pop())
        else: raise ValueError(f"bad op {op!r} at {pc - 1}")
    return out, env, steps
print(vm("push 1;set f;push 1;set i;get i;push 8;lt;jz 18;get f;get i;mul;set f;get i;push 1;add;set i;jmp 4;nop;get f;out".split(";")))
try: vm(["what 3"])
except ValueError as e: print(e)
def rule(n, w=31, gens=8):
    row = [0] * w; row[w // 2] = 1
    for _ in range(gens): yield "".join(" #"[c] for c in row).rstrip(); row = [n >> (row[i - 1] << 2 | row[i] << 1 | row[(i + 1) % w]) & 1 for i in range(w)]
print(*rule(90), sep="\n")
def mandel(w=32, h=9):
    for j in range(h):
        line = ""
        for i in range(w):
            z, c, n = 0j, complex(-2.2 + 3 * i / w, -1.2 + 2.4 * j / (h - 1)), 0
            while abs(z) < 2 and n < 20: z = z * z + c; n += 1
            line += " .:-=+*#%@"[n * 9 // 20]
        yield line.rstrip()
print(*mandel(), sep="\n")
grid = [list(r) for r in ["#######", "#P..B.#", "#.#.#.#", "#...X.#", "#######"]]
def move(g, d):
    dr, dc = {"r": (0, 1), "l": (0, -1), "u": (-1, 0), "d": (1, 0)}[d]
    r, c = next((r, c) for r, row in enumerate(g) for c, ch in enumerate(row) if ch == "P")
    if g[r + dr][c + dc] == "#": return False
    g[r][c], g[r + dr][c + dc] = ".", "P"; return True
print([move(grid, d) for d in "rrludd"], *("".join(r) for r in grid), sep="\n")
def newton(f, x, eps=1e-12):
    for i in range(50):
        d = (f(x + 1e-6) - f(x - 1e-6)) / 2e-6; x, old = x - f(x) / d, x
        if abs(x - old) < eps: return round(x, 9), i
print(newton(lambda x: x * x - 2, 1.0), newton(lambda x: x ** 3 - x - 2, 1.5))
inside = sum((lambda x, y: x * x + y * y < 1 << 60)(r.next() & (1 << 30) - 1, r.next() & (1 << 30) - 1) for _ in range(5000)); print(3.0 < 4 * inside / 5000 < 3.3)
def tictactoe(b, me="X"):
    win = next((b[i] for i, j, k in ((0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)) if b[i] == b[j] == b[k] != " "), None)
    if win or " " not in b: return {"X": 1, "O": -1}.get(win, 0), None
    return (max if me == "X" else min)(((tictactoe(b[:i] + me + b[i + 1:], "OX"[me == "O"])[0], -i) for i, c in enumerate(b) if c == " "))
print(tictactoe("XO  X  O "), tictactoe("XOX O  X ", "O"))
def queue_sim(arrivals, service):
    free, waits = 0, []
    for a, s in zip(arrivals, service): start = max(a, free); waits.append(start - a); free = start + s
    return waits, free, sum(waits) / len(waits)
print(queue_sim([0, 1, 2, 8], [3, 3, 1, 2]))
