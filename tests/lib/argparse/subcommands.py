import sys
sys.stderr = sys.stdout
import argparse
p = argparse.ArgumentParser(prog='tool')
p.add_argument('-v', action='count', default=0)
sub = p.add_subparsers(dest='command', help='what to do', required=True)
a = sub.add_parser('add', help='adds', aliases=['plus'], description='Adds numbers.')
a.add_argument('numbers', nargs='+', type=int)
a.set_defaults(func=lambda ns: sum(ns.numbers))
b = sub.add_parser('show', help='shows')
b.add_argument('--what', default='all')
b.set_defaults(func=lambda ns: ns.what)
for argv in (['add', '1', '2'], ['plus', '3'], ['-v', 'show'], ['show', '--what', 'x']):
    ns = p.parse_args(argv)
    print(ns.command, ns.v, ns.func(ns))
for argv in ([], ['nope'], ['add'], ['add', 'x'], ['show', '-q'], ['add', '-h'], ['-h']):
    try:
        p.parse_args(argv)
    except SystemExit as e:
        print('exit', e.code)
print(p.parse_known_args(['show', '--zzz', '1'])[1])
try:
    sub.add_parser('add')
except argparse.ArgumentError as e:
    print(e)
q = argparse.ArgumentParser(prog='q')
q.add_argument('file')
s = q.add_subparsers(title='commands', description='all of them', metavar='CMD', prog='other')
s.add_parser('x', help='x help').add_argument('y')
q.print_help()
print(q.parse_args(['f', 'x', '1']))
print(q.parse_args(['f', 'x', '1']).file)
try:
    q.add_subparsers()
except SystemExit as e:
    print('exit', e.code)
