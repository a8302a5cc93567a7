"""The classes of the import system: specs, finders, loaders. All are native."""
from _frozen_importlib import BuiltinImporter, FrozenImporter, ModuleSpec
from _frozen_importlib_external import (ExtensionFileLoader, NamespaceLoader, PathFinder,
                                        SourceFileLoader)

SOURCE_SUFFIXES = ['.py']
BYTECODE_SUFFIXES = []
EXTENSION_SUFFIXES = ['.so']


def all_suffixes():
    """Every ending that a file of a module can have."""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES
