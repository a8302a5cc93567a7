import sys
sys.stderr = sys.stdout
import argparse, os, sys
class Upper(argparse.Action):
    def __init__(self, option_strings, dest, nargs=None, **kwargs):
        super().__init__(option_strings, dest, **kwargs)
    def __call__(self, parser, namespace, values, option_string=None):
        print('called', values, option_string)
        setattr(namespace, self.dest, values.upper())
p = argparse.ArgumentParser(prog='p', fromfile_prefix_chars='@')
print(p.add_argument('--up', action=Upper))
p.add_argument('pos', action=Upper)
print(p.parse_args(['--up', 'x', 'y']))
def even(text):
    n = int(text)
    if n % 2:
        raise argparse.ArgumentTypeError(f'{n} is odd')
    return n
p.add_argument('--even', type=even)
p.add_argument('--map', type=lambda s: s.split('='), action='append', default=[])
p.add_argument('--default', type=int, default='12')
for argv in (['a', '--even', '2', '--map', 'a=b'], ['a', '--even', '3'], ['a', '--even', 'x'], ['a', '--default', 'x']):
    try:
        print(p.parse_args(argv))
    except SystemExit as e:
        print('exit', e.code)
with open('args.txt', 'w') as f:
    f.write('--even\n4\nfrom file\n')
print(p.parse_args(['@args.txt']))
try:
    p.parse_args(['@missing.txt'])
except SystemExit as e:
    print('exit', e.code)
p.register('type', 'hex', lambda s: int(s, 16))
p.add_argument('--hex', type='hex')
print(p.parse_args(['a', '--hex', 'ff']).hex)
f = argparse.ArgumentParser(prog='f')
f.add_argument('file', type=argparse.FileType())
f.add_argument('--out', type=argparse.FileType('w'), default='-')
ns = f.parse_args(['args.txt'])
print(ns.file.read(), ns.out is sys.stdout)
ns.file.close()
os.remove('args.txt')
try:
    f.parse_args(['missing.txt'])
except SystemExit as e:
    print('exit', e.code)
print(argparse.FileType(), argparse.FileType('w', encoding='utf-8'))
class Custom(argparse.ArgumentParser):
    def error(self, message):
        print('custom error:', message)
        raise SystemExit(9)
c = Custom(prog='c')
c.add_argument('x', type=float)
for argv in (['1.5'], ['z'], []):
    try:
        print(c.parse_args(argv))
    except SystemExit as e:
        print(e.code)
r = argparse.ArgumentParser(prog='r')
r.add_argument('cmd')
r.add_argument('rest', nargs=argparse.REMAINDER)
print(r.parse_args(['run', '-x', '--', 'y', '-z']))
r = argparse.ArgumentParser(prog='r')
r.add_argument('a', nargs='+')
r.add_argument('b', nargs=2)
r.add_argument('c', nargs='?', default='C')
for argv in ('1 2 3', '1 2 3 4', '1 2'):
    try:
        print(r.parse_args(argv.split()))
    except SystemExit as e:
        print(e.code)
b = argparse.ArgumentParser(prog='b')
b.add_argument('--feature', action=argparse.BooleanOptionalAction, default=True, help='switch')
b.print_help()
print(b.parse_args(['--no-feature']))
b.exit(3, 'message\n')
