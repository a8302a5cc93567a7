"""sys.stdin, stdout and stderr are streams like others."""
import io, sys
for s in (sys.stdin, sys.stdout, sys.stderr):
    print(s, s.name, s.mode, s.encoding, s.buffer, s.buffer.raw.closefd, s.writable(), s.readable())
    print(isinstance(s, io.TextIOBase), s.fileno(), s.closed, type(s))
sys.stdout.flush()
sys.stdout.buffer.write(b"bytes first\n")
print("text later, but handed down first?")
sys.stdout.flush()
print("é", end="\n"); sys.stdout.flush(); sys.stdout.reconfigure(encoding="ascii", errors="xmlcharrefreplace"); print("é€")
keep = sys.stdout
sys.stdout = io.StringIO()
print("captured", 1, sep="-")
text = sys.stdout.getvalue()
sys.stdout = keep
print(repr(text))
class Tee:
    def __init__(self): self.all = []
    def write(self, s): self.all.append(s); return len(s)
    def flush(self): self.all.append("<flush>")
tee = Tee(); print("a", "b", file=tee, flush=True); print(tee.all)
print(repr(sys.stdin.read()))
