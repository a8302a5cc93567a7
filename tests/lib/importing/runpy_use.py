import runpy, os, sys
here = os.path.dirname(__file__)
ns = runpy.run_module('_names')
print(ns['shown'], ns['__name__'], ns['__package__'] == '', ns['__spec__'].name, '_names' in sys.modules)
ns = runpy.run_module('_box')
print(ns['result'], ns['__name__'])
ns = runpy.run_module('_box', run_name='__main__', init_globals={'result': 1, 'extra': 2}, alter_sys=True)
print(ns['result'], ns['extra'], sys.modules['__main__'].__file__ == __file__, sys.argv[0] == __file__ or sys.argv)
ns = runpy.run_path(os.path.join(here, '_names.py'), run_name='named')
print(ns['shown'], ns['__name__'], ns['__file__'] == os.path.join(here, '_names.py'), ns['__package__'] == '', ns['__spec__'])
ns = runpy.run_path(os.path.join(here, '_names.py'))
print(ns['__name__'])
for name in ('_nowhere', '_box.nowhere', '_box._inner', '_space', '_nowhere.x', '_names.py', '.x'):
    try:
        runpy.run_module(name)
    except ImportError as e:
        print(type(e).__name__, '|', e)
try:
    runpy.run_path(os.path.join(here, '_space'))
except ImportError as e:
    print(str(e).replace(here, 'HERE'))
try:
    runpy.run_module('_fails')
except ValueError as e:
    print(e)
import pkgutil
print([(m.name, m.ispkg) for m in pkgutil.iter_modules([os.path.join(here, '_box')])])
print([(m.name, m.ispkg) for m in pkgutil.walk_packages([os.path.join(here, '_box', '_inner')], 'p.')])
print(pkgutil.resolve_name('os.path:join') is os.path.join, pkgutil.resolve_name('os.path.join') is os.path.join, pkgutil.resolve_name('_box:value'))
