"""Base classes for finders and loaders written in script."""
import abc
from importlib import machinery as _machinery


class MetaPathFinder(metaclass=abc.ABCMeta):
    """What stands in sys.meta_path: has find_spec(fullname, path, target)."""

    def invalidate_caches(self):
        """Forget what was remembered."""


class PathEntryFinder(metaclass=abc.ABCMeta):
    """Finds modules in one folder: has find_spec(fullname, target)."""

    def invalidate_caches(self):
        """Forget what was remembered."""


class Loader(metaclass=abc.ABCMeta):
    """Makes a module and, by exec_module(module), fills it."""

    def create_module(self, spec):
        """None: an ordinary module will do."""
        return None


class ResourceLoader(Loader):
    """A loader that can also read files."""

    @abc.abstractmethod
    def get_data(self, path):
        """The bytes of a file."""
        raise OSError


class InspectLoader(Loader):
    """A loader that knows the source of its modules."""

    def is_package(self, fullname):
        """Is the module a package?"""
        raise ImportError

    def get_code(self, fullname):
        """The code object of a module, None if it has no source."""
        source = self.get_source(fullname)
        if source is None:
            return None
        return self.source_to_code(source)

    @abc.abstractmethod
    def get_source(self, fullname):
        """The text of a module."""
        raise ImportError

    @staticmethod
    def source_to_code(data, path='<string>'):
        """Compile a module's source."""
        return compile(data, path, 'exec', dont_inherit=True)

    def exec_module(self, module):
        """Run the module's code in it."""
        code = self.get_code(module.__name__)
        if code is None:
            raise ImportError(f'cannot load module {module.__name__!r} when get_code() '
                              'returns None')
        exec(code, module.__dict__)


class ExecutionLoader(InspectLoader):
    """A loader whose modules have a path."""

    @abc.abstractmethod
    def get_filename(self, fullname):
        """The path of the module."""
        raise ImportError

    def get_code(self, fullname):
        """The code object of a module, None if it has no source."""
        source = self.get_source(fullname)
        if source is None:
            return None
        try:
            path = self.get_filename(fullname)
        except ImportError:
            return self.source_to_code(source)
        return self.source_to_code(source, path)


class FileLoader(_machinery.SourceFileLoader, ResourceLoader, ExecutionLoader):
    """A loader of one file."""


class SourceLoader(ResourceLoader, ExecutionLoader):
    """A loader of source text: get_data() and get_filename() are to be written."""

    def get_source(self, fullname):
        """The text of a module."""
        from importlib.util import decode_source
        path = self.get_filename(fullname)
        try:
            data = self.get_data(path)
        except OSError as e:
            raise ImportError('source not available through get_data()', name=fullname) from e
        return decode_source(data)

    def is_package(self, fullname):
        """Is the file an __init__?"""
        file = self.get_filename(fullname).rpartition('/')[2]
        return (file.rsplit('.', 1)[0] == '__init__'
                and fullname.rpartition('.')[2] != '__init__')


MetaPathFinder.register(_machinery.BuiltinImporter)
MetaPathFinder.register(_machinery.FrozenImporter)
MetaPathFinder.register(_machinery.PathFinder)
InspectLoader.register(_machinery.BuiltinImporter)
InspectLoader.register(_machinery.FrozenImporter)
InspectLoader.register(_machinery.NamespaceLoader)
SourceLoader.register(_machinery.SourceFileLoader)
ExecutionLoader.register(_machinery.ExtensionFileLoader)
