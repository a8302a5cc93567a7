import unittest
from _run import run
class Sub(unittest.TestCase):
    def test_some(self):
        for i in range(4):
            with self.subTest(i=i):
                self.assertEqual(i % 2, 0)
        print('reached the end')
    def test_message(self):
        with self.subTest('message'):
            1 / 0
        with self.subTest('both', a=1, b='x'):
            self.fail('inner')
        with self.subTest():
            self.fail('nothing')
    def test_nested(self):
        with self.subTest(outer=1):
            with self.subTest(inner=2):
                self.fail('deep')
    def test_skip(self):
        for i in range(2):
            with self.subTest(i=i):
                if i:
                    self.skipTest('odd one')
    @unittest.expectedFailure
    def test_expected(self):
        with self.subTest(i=1):
            self.fail('as expected')
        print('not reached')
    def test_fine(self):
        with self.subTest(i=1):
            pass
result = run(Sub, verbosity=2)
print([str(t) for t, _ in result.failures], [t.id() for t, _ in result.errors])
run(Sub)
run(Sub, failfast=True)
