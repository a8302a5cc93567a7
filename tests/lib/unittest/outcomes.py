import unittest
from _run import run
class Outcomes(unittest.TestCase):
    def test_error(self):
        {}['missing']
    def test_fail(self):
        self.assertEqual(1, 2)
    def test_helper(self):
        self.helper()
    def helper(self):
        self.assertIn('x', 'abc', 'in a helper')
    def test_ok(self):
        """First line of the doc.

        More."""
    @unittest.skip('skipped because')
    def test_skip(self):
        pass
    @unittest.skipIf(True, 'condition')
    def test_skip_if(self):
        pass
    @unittest.skipUnless(True, 'not used')
    def test_skip_unless(self):
        pass
    def test_skip_inside(self):
        self.skipTest('inside')
    @unittest.expectedFailure
    def test_expected(self):
        self.fail('expected')
    @unittest.expectedFailure
    def test_unexpected(self):
        pass
    def test_chained(self):
        try:
            1 / 0
        except ZeroDivisionError:
            raise ValueError('second')
    def test_documented_failure(self):
        """What it was for."""
        self.assertTrue(False)
@unittest.skip('whole class')
class Skipped(unittest.TestCase):
    def test_a(self):
        pass
    def test_b(self):
        pass
class Empty(unittest.TestCase):
    pass
class Single(unittest.TestCase):
    def runTest(self):
        print('runTest ran')
for verbosity in (0, 1, 2):
    result = run(Outcomes, Skipped, Empty, Single, verbosity=verbosity)
    print(result, result.wasSuccessful(), len(result.failures), [str(t) for t, _ in result.skipped])
print(run(Empty).wasSuccessful())
run(Single, verbosity=2, descriptions=False)
result = run(Outcomes, failfast=True)
print(result.testsRun, result.shouldStop)
