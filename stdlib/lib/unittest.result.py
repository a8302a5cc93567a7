"""TestResult: what came of each test. Tracebacks are kept as text, without the frames of unittest
itself."""
import sys

__unittest = True

STDOUT_LINE = '\nStdout:\n%s'
STDERR_LINE = '\nStderr:\n%s'


def failfast(method):
    """A method of a result that ends the run where failfast is set."""
    def inner(self, *args, **kw):
        if getattr(self, 'failfast', False):
            self.stop()
        return method(self, *args, **kw)
    inner.__name__ = method.__name__
    inner.__doc__ = method.__doc__
    return inner


def _is_ours(tb):
    return '__unittest' in tb.tb_frame.f_globals


def _clean(value, failure_class):
    """The traceback from the test's own code on; for a failure, up to the assertion."""
    seen = set()
    pending = [(value, value.__traceback__, True)]
    while pending:
        exc, tb, first = pending.pop()
        seen.add(id(exc))
        while tb is not None and _is_ours(tb):
            tb = tb.tb_next
        if isinstance(exc, failure_class):
            last, walk = None, tb
            while walk is not None and not _is_ours(walk):
                last, walk = walk, walk.tb_next
            if last is not None:
                last.tb_next = None
        exc.__traceback__ = tb
        for other in (exc.__cause__, exc.__context__):
            if other is not None and id(other) not in seen:
                pending.append((other, other.__traceback__, False))


class TestResult:
    """Counts tests and keeps failures as pairs (test, text)."""

    _previousTestClass = None
    _testRunEntered = False
    _moduleSetUpFailed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures = []
        self.errors = []
        self.testsRun = 0
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.shouldStop = False
        self.buffer = False
        self.tb_locals = False
        self._stdout_buffer = None
        self._stderr_buffer = None
        self._original_stdout = sys.stdout
        self._original_stderr = sys.stderr
        self._mirrorOutput = False

    def printErrors(self):
        """Called by the runner when all tests have run."""

    def startTest(self, test):
        """A test begins."""
        self.testsRun += 1
        self._mirrorOutput = False
        self._setupStdout()

    def _setupStdout(self):
        if self.buffer:
            if self._stderr_buffer is None:
                import io
                self._stderr_buffer = io.StringIO()
                self._stdout_buffer = io.StringIO()
            sys.stdout = self._stdout_buffer
            sys.stderr = self._stderr_buffer

    def startTestRun(self):
        """The run begins."""

    def stopTest(self, test):
        """A test is over."""
        self._restoreStdout()
        self._mirrorOutput = False

    def _restoreStdout(self):
        if not self.buffer or self._stdout_buffer is None:
            return
        if self._mirrorOutput:
            for buffer, original, line in (
                    (self._stdout_buffer, self._original_stdout, STDOUT_LINE),
                    (self._stderr_buffer, self._original_stderr, STDERR_LINE)):
                text = buffer.getvalue()
                if text:
                    if not text.endswith('\n'):
                        text += '\n'
                    original.write(line % text)
        sys.stdout = self._original_stdout
        sys.stderr = self._original_stderr
        for buffer in (self._stdout_buffer, self._stderr_buffer):
            buffer.seek(0)
            buffer.truncate()

    def stopTestRun(self):
        """The run is over."""

    @failfast
    def addError(self, test, err):
        """An exception that is no failure."""
        self.errors.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    @failfast
    def addFailure(self, test, err):
        """An assertion failed."""
        self.failures.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addSubTest(self, test, subtest, err):
        """A part of a test ended; err is None if it succeeded."""
        if err is None:
            return
        if getattr(self, 'failfast', False):
            self.stop()
        kept = self.failures if issubclass(err[0], test.failureException) else self.errors
        kept.append((subtest, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addSuccess(self, test):
        """A test succeeded."""

    def addSkip(self, test, reason):
        """A test was skipped."""
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        """A test failed as it should."""
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    @failfast
    def addUnexpectedSuccess(self, test):
        """A test succeeded that should have failed."""
        self.unexpectedSuccesses.append(test)

    def wasSuccessful(self):
        """Nothing failed so far?"""
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        """Begin no further test."""
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        value = err[1]
        _clean(value, test.failureException)
        import traceback
        lines = list(traceback.TracebackException(
            err[0], value, value.__traceback__, capture_locals=self.tb_locals).format())
        if self.buffer:
            for stream, line in ((sys.stdout, STDOUT_LINE), (sys.stderr, STDERR_LINE)):
                text = stream.getvalue()
                if text:
                    if not text.endswith('\n'):
                        text += '\n'
                    lines.append(line % text)
        return ''.join(lines)

    def __repr__(self):
        cls = self.__class__
        return (f'<{cls.__module__}.{cls.__qualname__} run={self.testsRun} '
                f'errors={len(self.errors)} failures={len(self.failures)}>')
