import builtins, sys
real = builtins.__import__
def tracing(name, globals=None, locals=None, fromlist=(), level=0):
    if name != '_io':
        print('import', name, fromlist, level, globals is not None and globals.get('__name__'))
    return real(name, globals, locals, fromlist, level)
builtins.__import__ = tracing
import _names
from _box import value
import _box._one as one
def f():
    from _box._inner import deep
    return deep
f()
builtins.__import__ = lambda *a: 'anything'
import whatever
print(whatever)
builtins.__import__ = real
import _names as n2
print(n2.shown)

import importlib.abc, importlib.util, importlib.machinery
class Loader(importlib.abc.Loader):
    def create_module(self, spec):
        print('create', spec.name)
        return None
    def exec_module(self, module):
        print('exec', module.__name__, module.__spec__.origin, module.__loader__ is self)
        module.answer = 42
        if module.__name__.endswith('broken'):
            raise RuntimeError('broken')
class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        print('find', name, path if path is None else len(path), target)
        if name.startswith('made'):
            return importlib.util.spec_from_loader(name, Loader(), origin='nowhere', is_package=name == 'made')
        return None
finder = Finder()
sys.meta_path.insert(0, finder)
import made
print(made.answer, made, made.__path__)
import made.inside
print(made.inside.answer, made.inside.__package__)
try:
    import made_broken
except RuntimeError as e:
    print(e, 'made_broken' in sys.modules)
print(importlib.util.find_spec('made_other'))
try:
    import _nothing_at_all
except ImportError as e:
    print(e)
sys.meta_path.remove(finder)
try:
    import made2
except ImportError as e:
    print(e)
meta = sys.meta_path[:]
sys.meta_path.extend(meta)
import _again
print(_again.count)
