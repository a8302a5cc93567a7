"""Looking through packages for modules, on file systems only.
Behaviour: https://docs.python.org/3.11/library/pkgutil.html"""
import sys

__all__ = ['ModuleInfo', 'extend_path', 'get_data', 'iter_modules', 'resolve_name',
           'walk_packages']


def __getattr__(name):
    if name != 'ModuleInfo':
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    global ModuleInfo
    from typing import NamedTuple
    ModuleInfo = NamedTuple('ModuleInfo', [('module_finder', object), ('name', str),
                                           ('ispkg', bool)])
    ModuleInfo.__module__ = __name__
    return ModuleInfo


def iter_modules(path=None, prefix=''):
    """ModuleInfo of each module in the folders of path (sys.path)."""
    import os
    info = sys.modules[__name__].ModuleInfo
    from importlib.machinery import PathFinder
    if isinstance(path, str):
        raise ValueError('path must be None or list of paths to look for modules in')
    seen = set()
    for folder in sys.path if path is None else path:
        try:
            entries = sorted(os.listdir(folder or '.'))
        except OSError:
            continue
        for entry in entries:
            full = os.path.join(folder, entry)
            name, dot, ending = entry.partition('.')
            is_package = False
            if not dot and os.path.isdir(full):
                if not os.path.isfile(os.path.join(full, '__init__.py')):
                    continue
                is_package = True
            elif ending not in ('py', 'so'):
                continue
            if name != '__init__' and name.isidentifier() and name not in seen:
                seen.add(name)
                yield info(PathFinder, prefix + name, is_package)


def walk_packages(path=None, prefix='', onerror=None):
    """iter_modules, and the modules of packages, which it imports for that."""
    seen = set()
    for found in iter_modules(path, prefix):
        yield found
        if not found.ispkg:
            continue
        try:
            __import__(found.name)
        except ImportError:
            if onerror is not None:
                onerror(found.name)
        except Exception:
            if onerror is None:
                raise
            onerror(found.name)
        else:
            folders = getattr(sys.modules[found.name], '__path__', None) or []
            folders = [f for f in folders if f not in seen]
            seen.update(folders)
            yield from walk_packages(folders, found.name + '.', onerror)


def extend_path(path, name):
    """A package's __path__ with the folders of the same package elsewhere on sys.path."""
    import os
    if not isinstance(path, list):
        return path
    path = path[:]
    parent, _, leaf = name.rpartition('.')
    places = sys.path
    if parent:
        try:
            places = sys.modules[parent].__path__
        except (KeyError, AttributeError):
            return path
    for folder in places:
        if isinstance(folder, str) and os.path.isdir(folder):
            portion = os.path.join(folder, leaf)
            if os.path.isfile(os.path.join(portion, '__init__.py')) and portion not in path:
                path.append(portion)
    return path


def get_data(package, resource):
    """The bytes of a file beside a package's modules; None if its loader can't read files."""
    import os
    from importlib.util import find_spec
    spec = find_spec(package)
    if spec is None or not hasattr(spec.loader, 'get_data'):
        return None
    module = sys.modules.get(package) or __import__(package, fromlist=['x'])
    if getattr(module, '__file__', None) is None:
        return None
    parts = resource.split('/')
    return spec.loader.get_data(os.path.join(os.path.dirname(module.__file__), *parts))


def resolve_name(name):
    """The object of "package.module:attribute" or "package.module.attribute"."""
    from importlib import import_module
    module_name, colon, rest = name.partition(':')
    for part in module_name.split('.') + (rest.split('.') if rest else []):
        if not part.isidentifier():
            raise ValueError(f'invalid format: {name!r}')
    if colon:
        result = import_module(module_name)
        parts = rest.split('.') if rest else []
    else:
        parts = module_name.split('.')
        done = parts.pop(0)
        result = import_module(done)
        while parts:
            try:
                result = import_module(f'{done}.{parts[0]}')
            except ImportError:
                break
            done = f'{done}.{parts.pop(0)}'
    for part in parts:
        result = getattr(result, part)
    return result
