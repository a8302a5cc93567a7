"""TestCase: running one test method, and the assertions. A failure is an AssertionError; what
compares containers stands in unittest._asserts, the contexts (assertRaises ...) in
unittest._contexts."""
import sys

from ._asserts import AssertMixin
from .util import strclass

__unittest = True


class SkipTest(Exception):
    """Raise this to skip a test."""


class _ShouldStop(Exception):
    """The test must end here."""


_module_cleanups = []


def _run_cleanups(cleanups):
    """Calls them, last first; the exceptions raised."""
    errors = []
    while cleanups:
        function, args, kwargs = cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as e:
            errors.append(e)
    return errors


def _enter(cm, add_cleanup):
    cls = type(cm)
    try:
        enter, leave = cls.__enter__, cls.__exit__
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the "
                        "context manager protocol") from None
    result = enter(cm)
    add_cleanup(leave, cm, None, None, None)
    return result


def addModuleCleanup(function, /, *args, **kwargs):
    """Call this after tearDownModule, even if setUpModule fails."""
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    """Enter a context that is left after the module's tests."""
    return _enter(cm, addModuleCleanup)


def doModuleCleanups():
    """Run what addModuleCleanup was given."""
    errors = _run_cleanups(_module_cleanups)
    if errors:
        raise errors[0]


def skip(reason):
    """Skip a test function or a class of tests."""
    def decorator(test_item):
        if not isinstance(test_item, type):
            item = test_item

            def test_item(*args, **kwargs):
                raise SkipTest(reason)
            for name in ('__module__', '__name__', '__qualname__', '__doc__'):
                setattr(test_item, name, getattr(item, name, None))
            test_item.__wrapped__ = item
        test_item.__unittest_skip__ = True
        test_item.__unittest_skip_why__ = reason
        return test_item
    if isinstance(reason, type(skip)):
        function, reason = reason, ''
        return decorator(function)
    return decorator


def _same(obj):
    return obj


def skipIf(condition, reason):
    """Skip a test if the condition is true."""
    return skip(reason) if condition else _same


def skipUnless(condition, reason):
    """Skip a test unless the condition is true."""
    return _same if condition else skip(reason)


def expectedFailure(test_item):
    """Count a failure of this test as a success."""
    test_item.__unittest_expecting_failure__ = True
    return test_item


class _Part:
    """One part of a test as a context: an exception goes to the result, not further."""

    def __init__(self, outcome, test, is_subtest=False):
        self.outcome, self.test, self.is_subtest = outcome, test, is_subtest

    def __enter__(self):
        self.before = self.outcome.success
        self.outcome.success = True

    def __exit__(self, exc_type, value, tb):
        o = self.outcome
        try:
            if exc_type is None:
                if self.is_subtest and o.result_supports_subtests:
                    o.result.addSubTest(self.test.test_case, self.test, None)
                return False
            if issubclass(exc_type, KeyboardInterrupt):
                return False
            if issubclass(exc_type, SkipTest):
                o.success = False
                _add_skip(o.result, self.test, str(value))
                return True
            if issubclass(exc_type, _ShouldStop):
                o.success = False if self.is_subtest else o.success
                return True
            err = (exc_type, value, tb)
            if o.expecting_failure:
                o.expectedFailure = err
            else:
                o.success = False
                if self.is_subtest:
                    o.result.addSubTest(self.test.test_case, self.test, err)
                elif issubclass(exc_type, self.test.failureException):
                    o.result.addFailure(self.test, err)
                else:
                    o.result.addError(self.test, err)
            return True
        finally:
            o.success = o.success and self.before


class _Outcome:
    def __init__(self, result=None):
        self.result = result
        self.result_supports_subtests = hasattr(result, 'addSubTest')
        self.success = True
        self.expecting_failure = False
        self.expectedFailure = None


def _add_skip(result, test, reason):
    add = getattr(result, 'addSkip', None)
    if add is not None:
        add(test, reason)
    else:
        result.addSuccess(test)


class _SubTestContext:
    def __init__(self, test, msg, params):
        self.test, self.msg, self.params = test, msg, params

    def __enter__(self):
        test = self.test
        self.parent = test._subtest
        params = dict(self.params)
        if self.parent is not None:
            for key, value in self.parent.params.items():
                params.setdefault(key, value)
        test._subtest = _SubTest(test, self.msg, params)
        self.part = _Part(test._outcome, test._subtest, True)
        self.part.__enter__()

    def __exit__(self, *exc):
        test = self.test
        try:
            handled = self.part.__exit__(*exc)
            if exc[0] is not None and not handled:
                return False
            if not test._outcome.success:
                if test._outcome.result is not None and test._outcome.result.failfast:
                    raise _ShouldStop
            elif test._outcome.expectedFailure:
                raise _ShouldStop
            return True
        finally:
            test._subtest = self.parent


class _NoContext:
    def __enter__(self):
        return None

    def __exit__(self, *exc):
        return False


class TestCase(AssertMixin):
    """One test: an instance runs one method of its class."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    _diffThreshold = 2 ** 16
    _class_cleanups = []

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        cls._class_cleanups = []
        cls._classSetupFailed = False

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        self._outcome = None
        self._testMethodDoc = 'No test'
        try:
            method = getattr(self, methodName)
        except AttributeError:
            if methodName != 'runTest':
                raise ValueError(f'no such test method in {self.__class__}: '
                                 f'{methodName}') from None
        else:
            self._testMethodDoc = method.__doc__
        self._cleanups = []
        self._subtest = None
        self._type_equality_funcs = {}
        for cls, name in ((dict, 'assertDictEqual'), (list, 'assertListEqual'),
                          (tuple, 'assertTupleEqual'), (set, 'assertSetEqual'),
                          (frozenset, 'assertSetEqual'), (str, 'assertMultiLineEqual')):
            self.addTypeEqualityFunc(cls, name)

    def addTypeEqualityFunc(self, typeobj, function):
        """Compare two objects of this very type by function(first, second, msg=None)."""
        self._type_equality_funcs[typeobj] = function

    def addCleanup(self, function, /, *args, **kwargs):
        """Call this after tearDown; the last added comes first."""
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        """Enter a context that is left after the test."""
        return _enter(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        """Call this after tearDownClass."""
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        """Enter a context that is left after the class's tests."""
        return _enter(cm, cls.addClassCleanup)

    def setUp(self):
        """Comes before each test."""

    def tearDown(self):
        """Comes after each test whose setUp succeeded."""

    @classmethod
    def setUpClass(cls):
        """Comes before the first test of the class."""

    @classmethod
    def tearDownClass(cls):
        """Comes after the last test of the class."""

    def countTestCases(self):
        """1: this is one test."""
        return 1

    def defaultTestResult(self):
        """A result for run() without one."""
        from .result import TestResult
        return TestResult()

    def shortDescription(self):
        """The first line of the test method's docstring, or None."""
        doc = self._testMethodDoc
        return doc.strip().split('\n')[0].strip() if doc else None

    def id(self):
        """The test's full name."""
        return f'{strclass(self.__class__)}.{self._testMethodName}'

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        name = self._testMethodName
        return f'{name} ({strclass(self.__class__)}.{name})'

    def __repr__(self):
        return f'<{strclass(self.__class__)} testMethod={self._testMethodName}>'

    def subTest(self, msg=None, **params):
        """A part of a test whose failure does not end the test; told with msg and params."""
        if self._outcome is None or not self._outcome.result_supports_subtests:
            return _NoContext()
        return _SubTestContext(self, _no_message if msg is None else msg, params)

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        if method() is not None:
            from warnings import warn
            warn('It is deprecated to return a value that is not None from a test case '
                 f'({method})', DeprecationWarning, stacklevel=3)

    def _callTearDown(self):
        self.tearDown()

    def run(self, result=None):
        """Run the test; what comes of it goes to the result, which is returned."""
        stop_run = None
        if result is None:
            result = self.defaultTestResult()
            start_run = getattr(result, 'startTestRun', None)
            stop_run = getattr(result, 'stopTestRun', None)
            if start_run is not None:
                start_run()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            for item in (self.__class__, method):
                if getattr(item, '__unittest_skip__', False):
                    _add_skip(result, self, getattr(self.__class__, '__unittest_skip_why__', '')
                              or getattr(method, '__unittest_skip_why__', ''))
                    return result
            expecting = (getattr(self, '__unittest_expecting_failure__', False)
                         or getattr(method, '__unittest_expecting_failure__', False))
            outcome = self._outcome = _Outcome(result)
            try:
                with _Part(outcome, self):
                    self._callSetUp()
                if outcome.success:
                    outcome.expecting_failure = expecting
                    with _Part(outcome, self):
                        self._callTestMethod(method)
                    outcome.expecting_failure = False
                    with _Part(outcome, self):
                        self._callTearDown()
                self.doCleanups()
                if outcome.success:
                    if not expecting:
                        result.addSuccess(self)
                    elif outcome.expectedFailure:
                        result.addExpectedFailure(self, outcome.expectedFailure)
                    else:
                        result.addUnexpectedSuccess(self)
                return result
            finally:
                outcome.expectedFailure = None
                self._outcome = None
        finally:
            result.stopTest(self)
            if stop_run is not None:
                stop_run()

    def doCleanups(self):
        """Run what addCleanup was given; true if all went well."""
        outcome = self._outcome or _Outcome()
        while self._cleanups:
            with _Part(outcome, self):
                function, args, kwargs = self._cleanups.pop()
                function(*args, **kwargs)
        return outcome.success

    @classmethod
    def doClassCleanups(cls):
        """Run what addClassCleanup was given; failures are in cls.tearDown_exceptions."""
        cls.tearDown_exceptions = [(type(e), e, e.__traceback__)
                                   for e in _run_cleanups(cls._class_cleanups)]

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Run the test without a result: its exceptions come out."""
        method = getattr(self, self._testMethodName)
        for item in (self.__class__, method):
            if getattr(item, '__unittest_skip__', False):
                raise SkipTest(getattr(self.__class__, '__unittest_skip_why__', '')
                               or getattr(method, '__unittest_skip_why__', ''))
        self._callSetUp()
        self._callTestMethod(method)
        self._callTearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            function(*args, **kwargs)

    def skipTest(self, reason):
        """Skip the rest of this test."""
        raise SkipTest(reason)


class FunctionTestCase(TestCase):
    """A test made of functions."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._setUpFunc = setUp
        self._tearDownFunc = tearDown
        self._testFunc = testFunc
        self._description = description

    def setUp(self):
        if self._setUpFunc is not None:
            self._setUpFunc()

    def tearDown(self):
        if self._tearDownFunc is not None:
            self._tearDownFunc()

    def runTest(self):
        self._testFunc()

    def id(self):
        return self._testFunc.__name__

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return (self._setUpFunc == other._setUpFunc and self._tearDownFunc == other._tearDownFunc
                and self._testFunc == other._testFunc and self._description == other._description)

    def __hash__(self):
        return hash((type(self), self._setUpFunc, self._tearDownFunc, self._testFunc,
                     self._description))

    def __str__(self):
        return f'{strclass(self.__class__)} ({self._testFunc.__name__})'

    def __repr__(self):
        return f'<{strclass(self.__class__)} tec={self._testFunc}>'

    def shortDescription(self):
        if self._description is not None:
            return self._description
        doc = self._testFunc.__doc__
        return doc and doc.split('\n')[0].strip() or None


_no_message = object()


class _SubTest(TestCase):
    def __init__(self, test_case, message, params):
        super().__init__()
        self._message = message
        self.test_case = test_case
        self.params = params
        self.failureException = test_case.failureException

    def runTest(self):
        raise NotImplementedError('subtests cannot be run directly')

    def _subDescription(self):
        parts = []
        if self._message is not _no_message:
            parts.append(f'[{self._message}]')
        if self.params:
            parts.append('(' + ', '.join(f'{k}={v!r}' for k, v in self.params.items()) + ')')
        return ' '.join(parts) or '(<subtest>)'

    def id(self):
        return f'{self.test_case.id()} {self._subDescription()}'

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f'{self.test_case} {self._subDescription()}'
