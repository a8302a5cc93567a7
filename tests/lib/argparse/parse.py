import sys
sys.stderr = sys.stdout
import argparse
p = argparse.ArgumentParser(prog='prog')
p.add_argument('name')
p.add_argument('-n', '--number', type=int, default=3)
p.add_argument('-v', '--verbose', action='count', default=0)
p.add_argument('--flag', action='store_true')
p.add_argument('--no', action='store_false', dest='yes')
p.add_argument('--const', action='store_const', const=42)
p.add_argument('-a', '--add', action='append')
p.add_argument('--ac', action='append_const', const='c', dest='add')
p.add_argument('--extend', action='extend', nargs='+', type=int)
p.add_argument('--level', choices=['low', 'high'], default='low')
p.add_argument('--maybe', nargs='?', const='const', default='default')
p.add_argument('--pair', nargs=2, metavar=('X', 'Y'))
p.add_argument('--many', nargs='*')
p.add_argument('--bool', action=argparse.BooleanOptionalAction)
p.add_argument('rest', nargs='*')
for line in ('a', 'a b c', 'a -n 5', 'a --number=5', 'a -n5', 'a -vvv', 'a -v -v', 'a -vn 7', 'a --flag --no', 'a --const',
             'a -a 1 -a 2 --ac', 'a --extend 1 2 --extend 3', 'a --level high', 'a --maybe', 'a --maybe x', 'a --pair 1 2',
             'a --many', 'a --many 1 2 3', 'a --bool', 'a --no-bool', 'a --num 4', 'a -- -b --flag', '-n 1 a b', '-- a', 'a -n -5', 'a -5'):
    print(line, '->', p.parse_args(line.split()))
for line in ('', 'a -n x', 'a -n', 'a --level mid', 'a --pair 1', 'a --unknown', 'a --flag=1', 'a --n', 'a -x', 'a --extend', 'a --number 1 --bogus 2 -q'):
    try:
        print(p.parse_args(line.split()))
    except SystemExit as e:
        print('exit', e.code)
print(p.parse_known_args(['a', '--bogus', 'b', '-x', '-v']))
q = argparse.ArgumentParser(prog='q', exit_on_error=False)
q.add_argument('-n', type=int)
q.add_argument('--one', choices=[1, 2], type=int)
for args in (['-n', 'x'], ['--one', '3'], ['-n']):
    try:
        q.parse_args(args)
    except argparse.ArgumentError as e:
        print(type(e).__name__, '|', e, '|', e.argument_name, '|', e.message)
print(p)
print(repr(argparse.Namespace(a=1, b='x', **{'not-name': 2})), argparse.Namespace(a=1) == argparse.Namespace(a=1), 'a' in argparse.Namespace(a=1), argparse.Namespace() == 3)
ns = argparse.Namespace(number=9, other=1)
print(p.parse_args(['a'], ns) is ns, ns.number, ns.other)
