import sys
sys.stderr = sys.stdout
import argparse, os
os.environ['COLUMNS'] = '80'
p = argparse.ArgumentParser(prog='prog', description='A program that does   something\nrather long so that the description has to be wrapped somewhere here.', epilog='And this is the end of %(prog)s.')
p.add_argument('input', help='the input file')
p.add_argument('output', nargs='?', default='out', help='the output file (default: %(default)s)')
p.add_argument('-v', '--verbose', action='store_true', help='say more, and say it in such a long text that it does not fit one line of the help at all')
p.add_argument('--a-very-long-option-name-indeed', metavar='VALUE', help='help of a long one')
p.add_argument('-n', '--number', type=int, default=3, choices=[1, 2, 3], help='a number of %(choices)s, type %(type)s')
p.add_argument('--hidden', help=argparse.SUPPRESS)
p.add_argument('--nohelp')
p.add_argument('--version', action='version', version='%(prog)s 1.0')
g = p.add_argument_group('a group', 'described here')
g.add_argument('--in-group', nargs='+', help='grouped')
m = p.add_mutually_exclusive_group()
m.add_argument('--one', action='store_true')
m.add_argument('--two', action='store_true')
r = p.add_mutually_exclusive_group(required=True)
r.add_argument('--three', nargs=2)
r.add_argument('--four', nargs='*', help='zero or more')
p.print_help()
p.print_usage()
print(p.format_usage() == p.format_help().split('\n\n')[0] + '\n')
for argv in (['-h'], ['--version']):
    try:
        p.parse_args(argv)
    except SystemExit as e:
        print('exit', e.code)
for width in ('40', '20', '200'):
    os.environ['COLUMNS'] = width
    p.print_help()
os.environ['COLUMNS'] = '80'
for cls in (argparse.RawDescriptionHelpFormatter, argparse.RawTextHelpFormatter, argparse.ArgumentDefaultsHelpFormatter, argparse.MetavarTypeHelpFormatter):
    q = argparse.ArgumentParser(prog='q', description='  two\n    lines', formatter_class=cls, add_help=cls is not argparse.MetavarTypeHelpFormatter)
    q.add_argument('pos', type=int, help='one\n  two')
    q.add_argument('--opt', type=float, default=1.5, help='an option')
    q.add_argument('--sup', type=str, default=argparse.SUPPRESS, help='no default')
    q.print_help()
q = argparse.ArgumentParser(usage='%(prog)s something else', prog='q', prefix_chars='+-', formatter_class=lambda prog: argparse.HelpFormatter(prog, max_help_position=40, width=60))
q.add_argument('+x', '++extra-long-name', help='plus option with a text that is longer than the line')
q.add_argument('files', nargs='+')
q.add_argument('rest', nargs=argparse.REMAINDER)
q.print_help()
q = argparse.ArgumentParser(prog='a-program-whose-name-is-so-long-that-the-usage-does-not-stand-behind-it-any-more')
for i in range(6):
    q.add_argument(f'--option-{i}')
q.add_argument('first')
q.add_argument('second')
q.print_usage()
q = argparse.ArgumentParser(prog='p')
for i in range(12):
    q.add_argument(f'--option-{i}')
for i in range(12):
    q.add_argument(f'positional-{i}')
q.print_help()
