"""Running a module or a file as a program does, and getting its namespace back.
Behaviour: https://docs.python.org/3.11/library/runpy.html"""
import sys

__all__ = ['run_module', 'run_path']


def _run(code, init_globals, name, spec, package, loader, file, namespace):
    namespace.update(init_globals or {})
    namespace.update(__name__=name, __file__=file, __cached__=None, __doc__=None,
                     __loader__=loader, __package__=package, __spec__=spec)
    exec(code, namespace)
    return namespace


def _run_in_module(code, init_globals, name, spec, package, loader, file):
    """Run with a module of that name in sys.modules and the file in sys.argv[0]; then undo both."""
    module = type(sys)(name)
    absent = object()
    saved = sys.modules.get(name, absent)
    argv0 = sys.argv[0] if sys.argv else absent
    sys.modules[name] = module
    if argv0 is not absent:
        sys.argv[0] = file
    try:
        _run(code, init_globals, name, spec, package, loader, file, module.__dict__)
        return module.__dict__.copy()
    finally:
        if argv0 is not absent:
            sys.argv[0] = argv0
        if saved is absent:
            sys.modules.pop(name, None)
        else:
            sys.modules[name] = saved


def _find(name):
    from importlib.util import find_spec
    if name.startswith('.'):
        raise ImportError('Relative module names not supported')
    package = name.rpartition('.')[0]
    if package:
        try:
            __import__(package)
        except ImportError as e:
            if e.name is None or (e.name != package and not package.startswith(e.name + '.')):
                raise
        existing = sys.modules.get(name)
        if existing is not None and not hasattr(existing, '__path__'):
            from warnings import warn
            warn(RuntimeWarning(f'{name!r} found in sys.modules after import of package '
                                f'{package!r}, but prior to execution of {name!r}; this may '
                                'result in unpredictable behaviour'))
    try:
        spec = find_spec(name)
    except (ImportError, AttributeError, TypeError, ValueError) as e:
        text = f'Error while finding module specification for {name!r} ({type(e).__name__}: {e})'
        if name.endswith('.py'):
            text += f'. Try using {name[:-3]!r} instead of {name!r} as the module name.'
        raise ImportError(text) from e
    if spec is None:
        raise ImportError(f'No module named {name}')
    if spec.submodule_search_locations is not None:
        if name == '__main__' or name.endswith('.__main__'):
            raise ImportError('Cannot use package as __main__ module')
        try:
            return _find(name + '.__main__')
        except ImportError as e:
            if name not in sys.modules:
                raise
            raise ImportError(f'{e}; {name!r} is a package and cannot be directly executed')
    if spec.loader is None:
        raise ImportError(f'{name!r} is a namespace package and cannot be executed')
    code = spec.loader.get_code(name)
    if code is None:
        raise ImportError(f'No code object available for {name}')
    return name, spec, code


def run_module(mod_name, init_globals=None, run_name=None, alter_sys=False):
    """Run a module's code, without importing it; its namespace."""
    mod_name, spec, code = _find(mod_name)
    if run_name is None:
        run_name = mod_name
    what = (code, init_globals, run_name, spec, spec.parent, spec.loader, spec.origin)
    return _run_in_module(*what) if alter_sys else _run(*what, {})


def run_path(path_name, init_globals=None, run_name=None):
    """Run a file, or the __main__ of a folder; its namespace."""
    import os
    if run_name is None:
        run_name = '<run_path>'
    path_name = os.fspath(path_name)
    if isinstance(path_name, bytes):
        path_name = os.fsdecode(path_name)
    if not os.path.isdir(path_name):
        with open(path_name, 'rb') as f:
            code = compile(f.read(), path_name, 'exec')
        return _run_in_module(code, init_globals, run_name, None, run_name.rpartition('.')[0],
                              None, path_name)
    sys.path.insert(0, path_name)
    main = sys.modules.pop('__main__', None)
    try:
        try:
            name, spec, code = _find('__main__')
        except ImportError as e:
            if not str(e).startswith('No module named __main__'):
                raise
            raise ImportError(f"can't find '__main__' module in {path_name!r}") from None
        finally:
            if main is not None:
                sys.modules['__main__'] = main
        return _run_in_module(code, init_globals, run_name, spec, spec.parent, spec.loader,
                              spec.origin)
    finally:
        try:
            sys.path.remove(path_name)
        except ValueError:
            pass
