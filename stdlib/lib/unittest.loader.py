"""TestLoader: classes, modules, names and folders to suites of tests."""
import sys

from . import case, suite, util

__unittest = True


class _FailedTest(case.TestCase):
    """A test in place of what could not be loaded: it raises the reason."""
    _testMethodName = None

    def __init__(self, method_name, exception):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            return super().__getattribute__(name)

        def fail():
            raise self._exception
        return fail


def _failed(name, exception, suite_class, text):
    return suite_class((_FailedTest(name, exception),)), text


def _failed_import(name, suite_class):
    import traceback
    text = f'Failed to import test module: {name}\n{traceback.format_exc()}'
    return _failed(name, ImportError(text), suite_class, text)


def _skipped(name, exception, suite_class):
    @case.skip(str(exception))
    def skipped(self):
        pass
    cls = type('ModuleSkipped', (case.TestCase,), {name: skipped})
    return suite_class((cls(name),))


def _same_file(one, two):
    import os
    try:
        a, b = os.stat(one), os.stat(two)
    except OSError:
        return False
    return (a.st_dev, a.st_ino) == (b.st_dev, b.st_ino)


class TestLoader:
    """Makes suites."""
    testMethodPrefix = 'test'
    sortTestMethodsUsing = staticmethod(util.three_way_cmp)
    testNamePatterns = None
    suiteClass = suite.TestSuite
    _top_level_dir = None

    def __init__(self):
        self.errors = []
        self._loading_packages = set()

    def loadTestsFromTestCase(self, testCaseClass):
        """A suite of all tests of a class."""
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError('Test cases should not be derived from TestSuite. Maybe you meant to '
                            'derive from TestCase?')
        if testCaseClass in (case.TestCase, case.FunctionTestCase):
            names = []
        else:
            names = self.getTestCaseNames(testCaseClass)
            if not names and hasattr(testCaseClass, 'runTest'):
                names = ['runTest']
        return self.suiteClass([testCaseClass(name) for name in names])

    def loadTestsFromModule(self, module, *args, pattern=None, **kws):
        """A suite of all classes of a module; or what its load_tests() says."""
        kws.pop('use_load_tests', None)
        if len(args) > 1:
            raise TypeError(f'loadTestsFromModule() takes 1 positional argument but '
                            f'{len(args) + 1} were given')
        if kws:
            raise TypeError("loadTestsFromModule() got an unexpected keyword argument "
                            f"'{sorted(kws)[0]}'")
        tests = []
        for name in dir(module):
            obj = getattr(module, name)
            if (isinstance(obj, type) and issubclass(obj, case.TestCase)
                    and obj not in (case.TestCase, case.FunctionTestCase)):
                tests.append(self.loadTestsFromTestCase(obj))
        load_tests = getattr(module, 'load_tests', None)
        tests = self.suiteClass(tests)
        if load_tests is None:
            return tests
        try:
            return load_tests(self, tests, pattern)
        except Exception as e:
            import traceback
            text = f'Failed to call load_tests:\n{traceback.format_exc()}'
            made, text = _failed(module.__name__, e, self.suiteClass, text)
            self.errors.append(text)
            return made

    def loadTestsFromName(self, name, module=None):
        """A suite for a dotted name: of a module, class, method, function or suite."""
        parts = name.split('.')
        error = text = None
        if module is None:
            left = parts[:]
            while left:
                try:
                    module = __import__('.'.join(left))
                    break
                except ImportError:
                    gone = left.pop()
                    error, text = _failed_import(gone, self.suiteClass)
                    if not left:
                        self.errors.append(text)
                        return error
            parts = parts[1:]
        obj = module
        for part in parts:
            try:
                parent, obj = obj, getattr(obj, part)
            except AttributeError as e:
                if getattr(obj, '__path__', None) is not None and error is not None:
                    self.errors.append(text)
                    return error
                import traceback
                error, text = _failed(part, e, self.suiteClass,
                                      f'Failed to access attribute:\n{traceback.format_exc()}')
                self.errors.append(text)
                return error
        if isinstance(obj, type(sys)):
            return self.loadTestsFromModule(obj)
        if (isinstance(obj, type) and issubclass(obj, case.TestCase)
                and obj not in (case.TestCase, case.FunctionTestCase)):
            return self.loadTestsFromTestCase(obj)
        if (isinstance(obj, type(_failed)) and isinstance(parent, type)
                and issubclass(parent, case.TestCase)):
            inst = parent(parts[-1])
            if not isinstance(getattr(inst, parts[-1]), type(_failed)):
                return self.suiteClass([inst])
        elif isinstance(obj, suite.BaseTestSuite):
            return obj
        if callable(obj):
            test = obj()
            if isinstance(test, suite.BaseTestSuite):
                return test
            if isinstance(test, case.TestCase):
                return self.suiteClass([test])
            raise TypeError(f'calling {obj} returned {test}, not a test')
        raise TypeError(f"don't know how to make test from: {obj}")

    def loadTestsFromNames(self, names, module=None):
        """A suite of several names."""
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def getTestCaseNames(self, testCaseClass):
        """The names of a class's test methods, sorted."""
        def wanted(name):
            if not name.startswith(self.testMethodPrefix):
                return False
            if not callable(getattr(testCaseClass, name)):
                return False
            if self.testNamePatterns is None:
                return True
            from fnmatch import fnmatchcase
            full = f'{testCaseClass.__module__}.{testCaseClass.__qualname__}.{name}'
            return any(fnmatchcase(full, pattern) for pattern in self.testNamePatterns)
        names = [name for name in dir(testCaseClass) if wanted(name)]
        if self.sortTestMethodsUsing:
            if self.sortTestMethodsUsing is util.three_way_cmp:
                names.sort()
            else:
                from functools import cmp_to_key
                names.sort(key=cmp_to_key(self.sortTestMethodsUsing))
        return names

    def discover(self, start_dir, pattern='test*.py', top_level_dir=None):
        """A suite of all test modules in a folder (or a package) and the packages below it."""
        import os
        original_top = self._top_level_dir
        given_top = top_level_dir is not None
        if top_level_dir is None and self._top_level_dir is not None:
            top_level_dir = self._top_level_dir
        elif top_level_dir is None:
            top_level_dir = start_dir
        top_level_dir = os.path.abspath(top_level_dir)
        if top_level_dir not in sys.path:
            sys.path.insert(0, top_level_dir)
        self._top_level_dir = top_level_dir
        not_importable = False
        if os.path.isdir(os.path.abspath(start_dir)):
            start_dir = os.path.abspath(start_dir)
            if start_dir != top_level_dir:
                not_importable = not os.path.isfile(os.path.join(start_dir, '__init__.py'))
        else:
            try:
                __import__(start_dir)
            except ImportError:
                not_importable = True
            else:
                module = sys.modules[start_dir]
                top_part = start_dir.split('.')[0]
                file = getattr(module, '__file__', None)
                if file is None:
                    raise TypeError('Can not use builtin modules as dotted module names')
                start_dir = os.path.abspath(os.path.dirname(file))
                if not given_top:
                    top_file = os.path.abspath(sys.modules[top_part].__file__)
                    folder = os.path.dirname(top_file)
                    if os.path.basename(top_file).lower().startswith('__init__.py'):
                        folder = os.path.dirname(folder)
                    self._top_level_dir = folder
                    sys.path.remove(top_level_dir)
        if not_importable:
            raise ImportError(f'Start directory is not importable: {start_dir!r}')
        tests = list(self._find_tests(start_dir, pattern))
        self._top_level_dir = original_top
        return self.suiteClass(tests)

    def _name_of(self, path):
        import os
        if path == self._top_level_dir:
            return '.'
        path = os.path.splitext(os.path.normpath(path))[0]
        return os.path.relpath(path, self._top_level_dir).replace(os.path.sep, '.')

    def _find_tests(self, start_dir, pattern):
        import os
        name = self._name_of(start_dir)
        if name != '.' and name not in self._loading_packages:
            tests, recurse = self._find_test_path(start_dir, pattern)
            if tests is not None:
                yield tests
            if not recurse:
                return
        for entry in sorted(os.listdir(start_dir)):
            full = os.path.join(start_dir, entry)
            tests, recurse = self._find_test_path(full, pattern)
            if tests is not None:
                yield tests
            if recurse:
                name = self._name_of(full)
                self._loading_packages.add(name)
                try:
                    yield from self._find_tests(full, pattern)
                finally:
                    self._loading_packages.discard(name)

    def _find_test_path(self, full, pattern):
        """(suite or None, look inside?) of one entry of a folder."""
        import os
        from fnmatch import fnmatch
        base = os.path.basename(full)
        if os.path.isfile(full):
            if not base.endswith('.py') or not base[:-3].isidentifier():
                return None, False
            if not fnmatch(base, pattern):
                return None, False
            name = self._name_of(full)
            module, failed = self._load(name)
            if failed is not None:
                return failed, False
            found = os.path.abspath(getattr(module, '__file__', full))
            if found != os.path.abspath(full) and not _same_file(found, full):
                raise ImportError(
                    f'{base[:-3]!r} module incorrectly imported from '
                    f'{os.path.dirname(found)!r}. Expected {os.path.dirname(full)!r}. '
                    'Is this module globally installed?')
            return self.loadTestsFromModule(module, pattern=pattern), False
        if os.path.isdir(full):
            if not os.path.isfile(os.path.join(full, '__init__.py')):
                return None, False
            name = self._name_of(full)
            package, failed = self._load(name)
            if failed is not None:
                return failed, False
            load_tests = getattr(package, 'load_tests', None)
            self._loading_packages.add(name)
            try:
                tests = self.loadTestsFromModule(package, pattern=pattern)
                return tests, load_tests is None
            finally:
                self._loading_packages.discard(name)
        return None, False

    def _load(self, name):
        try:
            __import__(name)
            return sys.modules[name], None
        except case.SkipTest as e:
            return None, _skipped(name, e, self.suiteClass)
        except Exception:
            failed, text = _failed_import(name, self.suiteClass)
            self.errors.append(text)
            return None, failed


defaultTestLoader = TestLoader()
