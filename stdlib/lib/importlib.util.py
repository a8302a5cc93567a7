"""Making and finding specs, and modules from them."""
import sys
import _frozen_importlib
from _frozen_importlib import ModuleSpec, module_from_spec


def resolve_name(name, package):
    """An absolute name for a relative one."""
    if not name.startswith('.'):
        return name
    if not package:
        raise ImportError(f'no package specified for {name!r} '
                          '(required for relative module names)')
    level = len(name) - len(name.lstrip('.'))
    bits = package.rsplit('.', level - 1)
    if len(bits) < level:
        raise ImportError('attempted relative import beyond top-level package')
    rest = name[level:]
    return f'{bits[0]}.{rest}' if rest else bits[0]


def find_spec(name, package=None):
    """The spec of a module, which is not imported (its parents are); None if there is none."""
    fullname = resolve_name(name, package) if name.startswith('.') else name
    if fullname in sys.modules:
        module = sys.modules[fullname]
        if module is None:
            return None
        try:
            spec = module.__spec__
        except AttributeError:
            raise ValueError(f'{name}.__spec__ is not set') from None
        if spec is None:
            raise ValueError(f'{name}.__spec__ is None')
        return spec
    path = None
    parent_name = fullname.rpartition('.')[0]
    if parent_name:
        parent = __import__(parent_name, fromlist=['__path__'])
        try:
            path = parent.__path__
        except AttributeError as e:
            raise ModuleNotFoundError(
                f'__path__ attribute not found on {parent_name!r} '
                f'while trying to find {fullname!r}', name=fullname) from e
    return _frozen_importlib._find_spec(fullname, path)


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """A spec for a loader that is there already."""
    if origin is None:
        origin = getattr(loader, '_ORIGIN', None)
    if hasattr(loader, 'get_filename'):
        if is_package is None:
            return spec_from_file_location(name, loader=loader)
        return spec_from_file_location(name, loader=loader,
                                       submodule_search_locations=[] if is_package else None)
    if is_package is None:
        is_package = False
        if hasattr(loader, 'is_package'):
            try:
                is_package = loader.is_package(name)
            except ImportError:
                is_package = None
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


_missing = object()


def spec_from_file_location(name, location=None, *, loader=None,
                            submodule_search_locations=_missing):
    """A spec for a file, by the loader its ending asks for; None if there is no such loader."""
    import os
    from _frozen_importlib_external import ExtensionFileLoader, SourceFileLoader
    if location is None:
        location = '<unknown>'
        if hasattr(loader, 'get_filename'):
            try:
                location = loader.get_filename(name)
            except ImportError:
                pass
    else:
        location = os.fspath(location)
        location = os.path.abspath(location)
    spec = ModuleSpec(name, loader, origin=location)
    spec._set_fileattr = True
    if loader is None:
        for suffix, cls in (('.so', ExtensionFileLoader), ('.py', SourceFileLoader)):
            if location.endswith(suffix):
                loader = spec.loader = cls(name, location)
                break
        else:
            return None
    if submodule_search_locations is _missing:
        if hasattr(loader, 'is_package'):
            try:
                is_package = loader.is_package(name)
            except ImportError:
                is_package = False
            if is_package:
                spec.submodule_search_locations = []
    else:
        spec.submodule_search_locations = submodule_search_locations
    if spec.submodule_search_locations == [] and location:
        spec.submodule_search_locations.append(os.path.dirname(location))
    return spec


def decode_source(source_bytes):
    """The text of a module's bytes, with \\n at the end of each line."""
    text = bytes(source_bytes).decode('utf-8-sig' if source_bytes[:3] == b'\xef\xbb\xbf'
                                      else 'utf-8')
    return text.replace('\r\n', '\n').replace('\r', '\n')
