import sys
import _box
print(_box.__name__, _box.__package__, _box.__doc__, _box.__path__[0].rpartition('/')[2])
print(hasattr(_box, '_one'))
import _box._one
print(_box._one.name, _box._one.package, '_box._one' in sys.modules)
import _box._inner as inner
print(inner.deep, inner.outer, inner.sibling, inner._leaf.leaf)
import _box._inner._leaf as leaf
print(leaf.__name__, leaf is sys.modules['_box._inner._leaf'])
from _box import _inner, value as v
print(_inner is inner, v)
ns = {}
exec('from _box import *', ns)
print(sorted(k for k in ns if not k.startswith('__')))
try:
    import _box._beyond
except ImportError as e:
    print(type(e).__name__, e)
print('_box._beyond' in sys.modules, hasattr(_box, '_beyond'))
import _space._part
print(_space._part.where, list(_space.__path__)[0].rpartition('/')[2], _space.__spec__.origin)
spec = _box._one.__spec__
print(spec.name, spec.parent, spec.has_location, spec.submodule_search_locations, spec.origin == _box._one.__file__)
print(_box.__spec__.parent, len(_box.__spec__.submodule_search_locations))
print(type(spec), type(spec.loader), spec.loader is _box._one.__loader__)
print(spec.loader.is_package('_box._one'), _box.__loader__.is_package('_box'))
print(repr(_box._one).replace(_box._one.__file__, 'FILE'))
print(sys, sys.__spec__, sys.__loader__)
def f():
    import _box._one
    return _box
print(f() is _box)
def g():
    from _box._one import name, package as p
    return name, p
print(g())
