import sys
sys.stderr = sys.stdout
import argparse
p = argparse.ArgumentParser(prog='p')
m = p.add_mutually_exclusive_group()
m.add_argument('--a', action='store_true')
m.add_argument('--b', type=int)
m.add_argument('c', nargs='?')
r = p.add_mutually_exclusive_group(required=True)
r.add_argument('-x', action='store_true')
r.add_argument('-y', action='store_true')
def attempt(parser, argv):
    try:
        print(parser.parse_args(argv))
    except SystemExit as e:
        print('exit', e.code)
for argv in ('-x', '-y --a', '-x --b 1', '-x c', '', '-x -y', '-x --a --b 1', '-x --a c', '--a'):
    attempt(p, argv.split())
parent = argparse.ArgumentParser(add_help=False)
parent.add_argument('--shared', default='s')
g = parent.add_argument_group('shared group')
g.add_argument('--grouped')
parent.set_defaults(extra='extra')
child = argparse.ArgumentParser(prog='child', parents=[parent])
child.add_argument('--own')
attempt(child, ['--shared', '1', '--own', '2'])
child.print_help()
for make in (lambda: child.add_argument('--own'), lambda: child.add_argument('-h', '--help'), lambda: p.add_argument('x', required=True), lambda: p.add_argument('q', dest='z'),
             lambda: p.add_argument('-q', nargs=0), lambda: p.add_argument('--q', const=1), lambda: p.add_argument('-q', action='nope'), lambda: p.add_argument('-q', type='nope'),
             lambda: p.add_argument('--q', type=argparse.FileType), lambda: p.add_argument('--q', nargs=2, metavar=('A',)), lambda: p.add_argument('--'), lambda: p.add_argument('--w', bogus=1),
             lambda: m.add_argument('--req', required=True), lambda: argparse.ArgumentParser(conflict_handler='x'), lambda: p.add_argument('-z', 'z'), lambda: p.add_argument('--s', action='append', nargs=0)):
    try:
        print(make())
    except Exception as e:
        print(type(e).__name__, '|', e)
res = argparse.ArgumentParser(prog='res', conflict_handler='resolve')
res.add_argument('-f', '--foo', help='old')
res.add_argument('--foo', help='new')
res.print_help()
amb = argparse.ArgumentParser(prog='amb')
amb.add_argument('--foobar')
amb.add_argument('--foobaz')
attempt(amb, ['--foo', '1'])
attempt(amb, ['--foobar=1'])
attempt(argparse.ArgumentParser(prog='n', allow_abbrev=False), ['--he'])
i = argparse.ArgumentParser(prog='i')
i.add_argument('--foo')
i.add_argument('cmd')
i.add_argument('rest', nargs='*', type=int)
print(i.parse_intermixed_args('doit 1 --foo bar 2 3'.split()))
print(i.parse_known_intermixed_args('doit 1 --foo bar 2 --zz'.split())) if 0 else None
d = argparse.ArgumentParser(prog='d', argument_default=argparse.SUPPRESS)
d.add_argument('--foo')
d.add_argument('bar', nargs='?')
attempt(d, [])
attempt(d, ['--foo', '1', 'b'])
d.set_defaults(foo=5)
print(d.get_default('foo'), d.parse_args([]))
n = argparse.ArgumentParser(prog='n')
n.add_argument('-1', dest='one')
n.add_argument('foo', nargs='?')
attempt(n, ['-1', 'X'])
attempt(n, ['-2'])
attempt(n, ['-1', '-1'])
