import importlib, importlib.util, importlib.machinery, sys, os
m = importlib.import_module('_box._one')
print(m.name, importlib.import_module('._one', '_box') is m, importlib.import_module('.', '_box').__name__)
print(importlib.import_module('.._one', '_box._inner') is m)
for args in [('.x',), ('...x', '_box'), ('_nowhere',), ('._nowhere', '_box'), ('',)]:
    try:
        print(importlib.import_module(*args))
    except Exception as e:
        print(type(e).__name__, '|', e)
import _again
print(_again.count)
old = _again
_again.extra = 'kept'
print(importlib.reload(_again) is old, _again.count, _again.extra)
for bad in (3, type(sys)('unknown')):
    try:
        importlib.reload(bad)
    except Exception as e:
        print(type(e).__name__, '|', e)
print(importlib.util.find_spec('_nowhere'), importlib.util.find_spec('_box._inner').name, importlib.util.find_spec('._one', '_box').name)
print(importlib.util.find_spec('_space').loader is not None, importlib.util.find_spec('sys').origin)
for name in ('_nowhere.x', '_names.x'):
    try:
        importlib.util.find_spec(name)
    except Exception as e:
        print(type(e).__name__, '|', e, '|', e.name)
print(importlib.util.resolve_name('.a', 'b.c'), importlib.util.resolve_name('..a', 'b.c'), importlib.util.resolve_name('x', None))
for args in [('.x', ''), ('..x', 'a')]:
    try:
        importlib.util.resolve_name(*args)
    except ImportError as e:
        print(e)
path = os.path.join(os.path.dirname(__file__), '_names.py')
spec = importlib.util.spec_from_file_location('other', path)
print(spec.name, spec.origin == path, spec.loader.name, spec.has_location)
module = importlib.util.module_from_spec(spec)
print(module.__name__, hasattr(module, 'shown'), 'other' in sys.modules)
spec.loader.exec_module(module)
print(module.shown, module.__file__ == path)
print(importlib.util.spec_from_file_location('x', 'file.txt'))
loader = importlib.machinery.SourceFileLoader('third', path)
print(loader.get_filename(), loader.get_source('third'), loader.is_package('third'), len(loader.get_data(path)), loader.path == path) if 0 else print(loader.get_source('third'))
try:
    loader.get_filename('fourth')
except ImportError as e:
    print(e, e.name)
ns = {}
exec(loader.get_code('third'), ns)
print(ns['shown'])
class Upper(importlib.machinery.SourceFileLoader):
    def get_data(self, path):
        return super().get_data(path).replace(b'2', b'22')
spec = importlib.util.spec_from_file_location('fifth', path, loader=Upper('fifth', path))
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
print(module.shown)
spec = importlib.machinery.ModuleSpec('a.b', None, origin='o', is_package=True)
print(spec, spec.parent, spec.has_location, spec.cached)
spec.has_location = True
print(spec.has_location, spec == spec, spec == 3)
spec = importlib.machinery.ModuleSpec('a.b', 'L', loader_state=5)
print(spec, spec.parent, spec.loader_state)
module = importlib.util.module_from_spec(importlib.machinery.ModuleSpec('plain', None))
print(module, module.__package__, module.__spec__)
print(importlib.machinery.SOURCE_SUFFIXES, importlib.invalidate_caches())
print(importlib.machinery.PathFinder.find_spec('_nowhere'), importlib.machinery.PathFinder.find_spec('_names').name)
print(importlib.machinery.PathFinder.find_spec('_one', [os.path.join(os.path.dirname(__file__), '_box')]).name)
print(importlib.machinery.BuiltinImporter.find_spec('sys').name, importlib.machinery.BuiltinImporter.find_spec('_names'))
