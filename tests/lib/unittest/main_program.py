import sys, unittest
from _run import Stream
class Calc(unittest.TestCase):
    def test_add(self):
        self.assertEqual(1 + 1, 2)
    def test_sub(self):
        self.assertEqual(1 - 1, 1)
class Other(unittest.TestCase):
    def test_other(self):
        pass
sys.stderr = Stream()
for argv in (['x'], ['x', '-v'], ['x', 'Calc.test_add'], ['x', '-v', 'Other', 'Calc'], ['x', '-q'], ['x', '-k', 'add', '-k', '*other'], ['x', '-f'], ['x', '--bogus'], ['x', '-h'], ['x', 'Nope']):
    try:
        unittest.main(argv=argv)
    except SystemExit as e:
        print('exit', e.code)
p = unittest.main(argv=['x'], exit=False, verbosity=2, defaultTest='Other')
print(p.result)
