"""A to-do tool with subcommands, driven through main([...])."""
import argparse
import io
import json
import logging
import os
import shlex
import sys
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from pathlib import Path

log = logging.getLogger("todo")


class Store:
    def __init__(self, path):
        self.path = Path(path)

    def __enter__(self):
        self.tasks = json.loads(self.path.read_text()) if self.path.exists() else []
        log.debug("loaded %d task(s)", len(self.tasks))
        return self

    def __exit__(self, kind, *_):
        if kind is None:
            self.path.write_text(json.dumps(self.tasks, indent=1))
            log.debug("saved %s", self.path.name)


def day(text):
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as e:
        raise argparse.ArgumentTypeError(f"{text!r} is no date: {e}") from e


class KeyValue(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        key, sep, value = values.partition("=")
        if not sep:
            parser.error(f"argument {option_string}: KEY=VALUE expected, got {values!r}")
        setattr(namespace, self.dest, {**(getattr(namespace, self.dest) or {}), key: value})


def add(store, args):
    store.tasks.append({"text": " ".join(args.text), "priority": args.priority, "due": args.due, "tags": args.tag, **(args.meta or {})})
    print(f"added #{len(store.tasks)}")


def show(store, args):
    tasks = [(i, t) for i, t in enumerate(store.tasks, 1) if not args.tags or set(args.tags) & set(t["tags"])]
    for i, t in sorted(tasks, key=lambda it: (it[1][args.sort] or "", it[0]) if args.sort == "due" else (str(it[1][args.sort]), it[0]), reverse=args.reverse):
        print(f"{i:>2}. [{t['priority']:^6}] {t['text']:<24} {t['due'] or '-':10} {','.join(t['tags'])}".rstrip())
    if not tasks:
        log.warning("nothing to show")


def done(store, args):
    for n in sorted(args.number, reverse=True):
        try:
            if n < 1:
                raise IndexError
            print("done:", store.tasks.pop(n - 1)["text"])
        except IndexError:
            log.error("no task %d", n)
            return 3
    return 0


def make_parser():
    parser = argparse.ArgumentParser(prog="todo", description="Keeps a list of things to do.", epilog="That's all.")
    parser.add_argument("-f", "--file", default="todo.json", metavar="PATH", help="the store (default: %(default)s)")
    parser.add_argument("-v", "--verbose", action="count", default=0, help="say more; twice for debugging")
    parser.add_argument("--version", action="version", version="%(prog)s 1.2")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", title="commands")
    p = commands.add_parser("add", help="add a task", aliases=["a"])
    p.add_argument("text", nargs="+")
    p.add_argument("-p", "--priority", choices=["low", "normal", "high"], default="normal")
    p.add_argument("--due", type=day)
    p.add_argument("-t", "--tag", action="append", default=[])
    p.add_argument("--meta", action=KeyValue)
    p.set_defaults(run=add)
    p = commands.add_parser("list", help="list the tasks", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("tags", nargs="*", help="show these only")
    group = p.add_mutually_exclusive_group()
    group.add_argument("--sort", choices=("text", "due", "priority"), default="text", help="the column")
    group.add_argument("--by-due", dest="sort", action="store_const", const="due")
    p.add_argument("--reverse", action=argparse.BooleanOptionalAction, default=False, help="backwards")
    p.set_defaults(run=show)
    p = commands.add_parser("done", help="finish tasks")
    p.add_argument("number", type=int, nargs="+")
    p.set_defaults(run=done)
    return parser


def main(argv=None):
    args = make_parser().parse_args(argv)
    log.setLevel([logging.WARNING, logging.INFO, logging.DEBUG][min(args.verbose, 2)])
    with Store(args.file) as store:
        return args.run(store, args) or 0


def call(line):
    out, err = io.StringIO(), io.StringIO()
    handler = logging.StreamHandler(err)
    handler.setFormatter(logging.Formatter("%(levelname)-7s %(name)s: %(message)s"))
    log.handlers[:] = [handler]
    log.propagate = False
    print(f"$ todo {line}")
    with redirect_stdout(out), redirect_stderr(err):
        try:
            status = main(shlex.split(line))
        except SystemExit as e:
            status = f"exit {e.code}"
    for name, text in (("", out.getvalue()), ("! ", err.getvalue())):
        for each in text.splitlines():
            print(f"  {name}{each}".rstrip())
    if status:
        print(f"  -> {status}")


os.environ["COLUMNS"] = "80"
with tempfile.TemporaryDirectory() as folder:
    before = os.getcwd()
    os.chdir(folder)
    try:
        for line in ["list", "add buy milk -p high --due 2024-05-01 -t home -t shop", "-vv add 'call Ann' --meta who=ann --meta n=1 --priority=low", "a write report -tw --due 2024-04-01",
                     "list", "list --by-due --reverse", "list home w", "-v list nothing", "list --sort priority --no-reverse", "done 2", "done 9", "list",
                     "--help", "list --help", "add -h", "--version", "", "remove 1", "add", "add x -p urgent", "add x --due tomorrow", "add x --meta novalue", "done one",
                     "list --sort text --by-due", "list --colour", "add x --pri high", "-f", "--file=other.json list", "--fi other.json -v -- list"]:
            call(line)
        print(sorted(p.name for p in Path().iterdir()), json.loads(Path("todo.json").read_text())[-1])
    finally:
        os.chdir(before)

parser = argparse.ArgumentParser(prog="t", add_help=False, exit_on_error=False, fromfile_prefix_chars="@")
parser.add_argument("--level", type=int, default="7")
parser.add_argument("--names", nargs="*", default=argparse.SUPPRESS)
parser.add_argument("rest", nargs=argparse.REMAINDER)
print(parser.parse_args([]), parser.parse_args(["--names", "a", "b"]), parser.parse_args(["--level", "3", "cmd", "--level", "4"]))
print(parser.parse_known_args(["--level=-2", "--names"]), vars(parser.parse_args(["x", "-y"])))
try:
    parser.parse_args(["--level", "x"])
except argparse.ArgumentError as e:
    print(type(e).__name__, e)
print(parser.format_usage(), end="")
print(repr(argparse.Namespace(a=1, b="x")), argparse.Namespace(a=1) == argparse.Namespace(a=1), "a" in argparse.Namespace(a=1))
print(sys.argv[1:])
