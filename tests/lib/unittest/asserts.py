import unittest
class T(unittest.TestCase):
    maxDiff = None
    def runTest(self):
        pass
t = T()
class R:
    def __init__(self, text):
        self.text = text
    def __repr__(self):
        return self.text
class Bad:
    def __repr__(self):
        raise ValueError
def check(name, *args, **kw):
    try:
        getattr(t, name)(*args, **kw)
    except AssertionError as e:
        print(name, '|', str(e) if not any(isinstance(a, Bad) for a in args) else 'bad repr')
    except Exception as e:
        print(name, '!', type(e).__name__, e)
    else:
        print(name, 'passed')
for args in [(1, 1), (1, 2), (1, 1.0), ('a', 'b'), (None, 0), (R('x' * 100), R('x' * 50 + 'y' * 50)), (R('abc' * 40), R('xyz' * 40)), (R('a' * 79), R('b' * 81)), (Bad(), 1), (1, 2, 'message')]:
    check('assertEqual', *args)
    check('assertNotEqual', *args)
for args in [([1, 2, 3], [1, 2, 4]), ([1], [1, 2]), ([1, 2], [1]), ([], [1]), ((1, 2), (1, 3)), ({'a': 1}, {'a': 2}), ({1, 2}, {2, 3}), (frozenset('ab'), frozenset('b')), ('one\ntwo\n', 'one\n2\n'), ('abc', 'abd'), ([], ()), ([[1, [2]]], [[1, [3]]]), ('', 'x'), ('same\nx', 'same\ny')]:
    check('assertEqual', *args)
check('assertSequenceEqual', [1, 2], (1, 2))
check('assertSequenceEqual', [1, 2], (1, 3))
check('assertSequenceEqual', 3, [3])
check('assertSequenceEqual', [3], 3)
check('assertListEqual', [1], (1,))
check('assertTupleEqual', (1,), [1])
check('assertDictEqual', [], {})
check('assertDictEqual', {}, [])
check('assertSetEqual', {1}, 3)
check('assertSetEqual', 3, {1})
check('assertMultiLineEqual', 3, 'x')
check('assertListEqual', [1], [2], 'with message')
check('assertTrue', 0)
check('assertTrue', 0, 'message')
check('assertFalse', [1])
for args in [(1.0, 1.00000001), (1, 1.1), (1, 1.1, 1), (1, 2, None, 'msg', 0.5), (1, 1.2, None, None, 0.5), (1, 2, 3, None, 4), ('a', 'b'), (1, 1)]:
    check('assertAlmostEqual', *args)
    check('assertNotAlmostEqual', *args)
check('assertIn', 1, [2])
check('assertIn', 1, [1])
check('assertNotIn', 1, [1])
check('assertIs', 1, 'a')
check('assertIsNot', None, None)
check('assertIsNone', 3)
check('assertIsNotNone', None)
check('assertIsInstance', 3, str)
check('assertIsInstance', 3, (str, list))
check('assertNotIsInstance', 3, int)
check('assertLess', 2, 1)
check('assertLessEqual', 2, 1)
check('assertGreater', 1, 1)
check('assertGreaterEqual', 1, 2)
check('assertLess', 1, 2)
check('assertRegex', 'abc', 'x+')
check('assertRegex', 'abc', 'b')
check('assertNotRegex', 'abc', 'b')
check('assertCountEqual', [1, 2, 2], [2, 1, 1])
check('assertCountEqual', [1, 2], [2, 1])
check('assertCountEqual', [[1], [2]], [[2], [3]])
check('fail')
check('fail', 'message')
t.longMessage = False
check('assertEqual', 1, 2, 'only this')
check('assertTrue', 0)
t.longMessage = True
t.maxDiff = 50
check('assertEqual', list(range(20)), list(range(19)))
t.addTypeEqualityFunc(R, lambda a, b, msg=None: t.fail(f'custom {a} {b} {msg}'))
check('assertEqual', R('1'), R('2'))
