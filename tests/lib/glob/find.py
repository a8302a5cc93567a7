import glob, os
root = os.path.join(os.getcwd(), 'glob_test')
os.makedirs(root + '/a/b/c')
os.makedirs(root + '/d/.hid')
for name in ('x.py', 'y.txt', '.dot', 'a/one.py', 'a/b/two.py', 'a/b/c/three.txt', 'd/.hid/four.py', 'd/[1].py', 'é.py'):
    with open(root + '/' + name, 'w') as f:
        f.write('x')
os.chdir(root)
def show(*args, **kw):
    print(args, {k: v if v == True else 'x' for k, v in kw.items()}, sorted(glob.glob(*args, **kw)))
for pattern in ('*', '*.py', '?.py', '[xy].*', '.*', '*/', '*/*', '*/*.py', '**', '**/', 'a/*', 'a/b', 'nope', 'nope/*', 'a/', 'a//b', 'x.py/', 'd/[[]1].py', './*', '*/b/*', 'a/../a/*', '**/*.py', 'a/**', ''):
    show(pattern)
    show(pattern, recursive=True)
show('*', include_hidden=True)
show('**/*.py', recursive=True, include_hidden=True)
show('**', recursive=True, include_hidden=True)
show('*.py', root_dir=root + '/a')
show('**/*', root_dir='a', recursive=True)
show(b'*.py')
show(b'a/**', recursive=True)
print(sorted(p.replace(root, 'R') for p in glob.glob(root + '/*/*')), [p.replace(root, 'R') for p in glob.glob(root + '/a')])
it = glob.iglob('a/*.py')
print(next(it), list(it), glob.escape('a[b]*?'), glob.escape(b'[x]'), glob.glob(glob.escape('d/[1].py')), glob.has_magic('a*'), glob.has_magic('a'))
for bad in (5, None):
    try:
        glob.glob(bad)
    except TypeError as e:
        print('TypeError')
for folder, names in (('a/b/c', ['three.txt']), ('a/b', ['two.py']), ('a', ['one.py']), ('d/.hid', ['four.py']), ('d', ['[1].py']), ('.', ['x.py', 'y.txt', '.dot', 'é.py'])):
    for name in names:
        os.remove(folder + '/' + name)
    if folder != '.':
        os.rmdir(folder)
os.chdir('/')
os.rmdir(root)
