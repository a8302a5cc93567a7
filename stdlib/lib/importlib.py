"""Importing from a program: import_module, reload, __import__. The import system itself is native
(_frozen_importlib); here are only the names a program uses. Behaviour:
https://docs.python.org/3.11/library/importlib.html"""
import sys
import _frozen_importlib

__all__ = ['__import__', 'import_module', 'invalidate_caches', 'reload']

__import__ = __import__

_reloading = {}


def import_module(name, package=None):
    """Import a module by its name; a relative one is taken from `package`."""
    level = 0
    if name.startswith('.'):
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import "
                            f"for {name!r}")
        while level < len(name) and name[level] == '.':
            level += 1
        bits = package.rsplit('.', level - 1)
        if len(bits) < level:
            raise ImportError('attempted relative import beyond top-level package')
        name = f'{bits[0]}.{name[level:]}' if name[level:] else bits[0]
    return _frozen_importlib._import_module(name)


def invalidate_caches():
    """Tell the finders that folders have changed."""
    for finder in sys.meta_path:
        if hasattr(finder, 'invalidate_caches'):
            finder.invalidate_caches()


def reload(module):
    """Run a module's code once more in the same module object."""
    try:
        name = module.__spec__.name
    except AttributeError:
        try:
            name = module.__name__
        except AttributeError:
            raise TypeError('reload() argument must be a module') from None
    if sys.modules.get(name) is not module:
        raise ImportError(f'module {name} not in sys.modules', name=name)
    if name in _reloading:
        return _reloading[name]
    _reloading[name] = module
    try:
        parent = name.rpartition('.')[0]
        path = None
        if parent:
            try:
                path = sys.modules[parent].__path__
            except KeyError:
                raise ImportError(f'parent {parent!r} not in sys.modules', name=parent) from None
        spec = module.__spec__ = _frozen_importlib._find_spec(name, path)
        if spec is None:
            raise ModuleNotFoundError(f'spec not found for the module {name!r}', name=name)
        _frozen_importlib._exec(spec, module)
        return sys.modules[name]
    finally:
        del _reloading[name]
