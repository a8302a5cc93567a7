"""A small library with its unittest TestCases, run into a stream."""
import io
import re
import sys
import unittest
from unittest import mock


class Stack:
    """A bounded stack."""

    def __init__(self, items=(), limit=5, on_push=None):
        self._items, self.limit, self.on_push = [], limit, on_push
        for item in items:
            self.push(item)

    def push(self, item):
        if len(self) >= self.limit:
            raise OverflowError(f"more than {self.limit} items")
        self._items.append(item)
        if self.on_push:
            self.on_push(item, size=len(self))

    def pop(self):
        try:
            return self._items.pop()
        except IndexError:
            raise LookupError("the stack is empty") from None

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return reversed(self._items)

    def __eq__(self, other):
        return isinstance(other, Stack) and self._items == other._items


events = []


class StackTest(unittest.TestCase):
    """Pushing and popping."""

    @classmethod
    def setUpClass(cls):
        events.append("class up")

    @classmethod
    def tearDownClass(cls):
        events.append("class down")

    def setUp(self):
        self.stack = Stack([1, 2, 3])
        self.addCleanup(events.append, self._testMethodName)

    def test_push(self):
        self.stack.push(4)
        self.assertEqual(list(self.stack), [4, 3, 2, 1])
        self.assertIn(4, self.stack)
        self.assertIsInstance(self.stack, Stack)

    def test_pop(self):
        """Popping gives the last item."""
        self.assertEqual([self.stack.pop() for _ in range(3)], [3, 2, 1])
        with self.assertRaises(LookupError) as caught:
            self.stack.pop()
        self.assertEqual(str(caught.exception), "the stack is empty")
        self.assertIsNone(caught.exception.__cause__)

    def test_limit(self):
        with self.assertRaisesRegex(OverflowError, r"more than \d"):
            for n in range(10):
                with self.subTest(n=n):
                    pass
                self.stack.push(n)

    def test_callback(self):
        callback = mock.Mock(return_value=None)
        stack = Stack("ab", on_push=callback)
        callback.assert_called_with("b", size=2)
        self.assertEqual(callback.call_args_list, [mock.call("a", size=1), mock.call("b", size=2)])
        with mock.patch.object(stack, "pop", side_effect=[9, KeyError("x")]) as pop:
            self.assertEqual(stack.pop(), 9)
            self.assertRaises(KeyError, stack.pop)
        self.assertEqual(pop.call_count, 2)
        self.assertEqual(stack.pop(), "b")

    def test_fails_equal(self):
        self.assertEqual(list(self.stack), [3, 2, 0], "order")

    def test_fails_dict(self):
        self.assertDictEqual({"a": 1, "b": [1, 2]}, {"a": 1, "b": [1, 3]})

    def test_fails_text(self):
        self.assertEqual("first line\nsecond line\n", "first line\nsecond lime\n")

    def test_error(self):
        self.stack.nothing()

    def test_subtests(self):
        for n in range(4):
            with self.subTest("even", n=n):
                self.assertEqual(n % 2, 0)

    @unittest.skip("not now")
    def test_skipped(self):
        self.fail("never")

    @unittest.skipIf(sys.maxsize > 0, "on big machines")
    def test_skipped_if(self):
        self.fail("never")

    @unittest.expectedFailure
    def test_expected(self):
        self.assertTrue(0)

    @unittest.expectedFailure
    def test_unexpected(self):
        self.assertTrue(1)

    def test_skip_inside(self):
        self.skipTest("changed my mind")


class Numbers(unittest.TestCase):
    def test_almost(self):
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        self.assertNotAlmostEqual(1, 1.1)
        self.assertAlmostEqual(100, 101, delta=2)
        self.assertCountEqual([3, 1, 2], [1, 2, 3])
        self.assertLess(1, 2)

    def test_output(self):
        with self.assertLogs("stack", level="INFO") as logs:
            import logging
            logging.getLogger("stack").warning("full: %d", 5)
        self.assertEqual(logs.output, ["WARNING:stack:full: 5"])
        with mock.patch("sys.stdout", new_callable=io.StringIO) as out:
            print("captured")
        self.assertEqual(out.getvalue(), "captured\n")


def clean(text):
    text = re.sub(r"in \d+\.\d+s", "in N s", text)
    text = re.sub(r'File ".*?", line \d+', "File F, line N", text)
    return "\n".join(line for line in text.splitlines() if not re.match(r"\s+[\^~]+$", line))


def run(case, **options):
    stream = io.StringIO()
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(case)
    result = unittest.TextTestRunner(stream=stream, **options).run(suite)
    print(clean(stream.getvalue()))
    print(result, result.wasSuccessful(), result.testsRun, len(result.failures), len(result.errors), len(result.skipped), len(result.unexpectedSuccesses))
    return result


run(Numbers)
result = run(StackTest, verbosity=2)
print(events)
print([str(t) for t, _ in result.failures], result.skipped[0][1], result.errors[0][1].splitlines()[-1])
run(Numbers, verbosity=0, failfast=True)

test = unittest.TestCase()
for check in [lambda: test.assertEqual(1, 2), lambda: test.assertTrue([]), lambda: test.assertIn(3, [1]), lambda: test.assertIsNone(0), lambda: test.assertGreater(1, 2, "why"),
              lambda: test.assertListEqual([1, 2], [1]), lambda: test.assertSetEqual({1}, {2}), lambda: test.assertTupleEqual((1,), (1, 2)), lambda: test.assertAlmostEqual(1, 1.01),
              lambda: test.assertRaises(KeyError, int, "1"), lambda: test.assertRegex("abc", "x"), lambda: test.assertIsInstance(1, str), lambda: test.assertCountEqual("aab", "abb"),
              lambda: test.assertIs(None, 0), lambda: test.assertNotEqual(1, 1), lambda: test.assertFalse(1), lambda: test.fail(), lambda: test.assertMultiLineEqual("a\nb", "a\nc"),
              lambda: mock.Mock(name="m").assert_called_once(), lambda: mock.Mock(spec=Stack).missing, lambda: mock.Mock(side_effect=OSError("io"))()]:
    try:
        check()
    except Exception as e:
        print(type(e).__name__, "|", str(e).replace("\n", " / "))
m = mock.MagicMock()
m.__len__.return_value = 3
m["k"].value = 5
print(len(m), m["k"].value, m.method(1, a=2).mock_calls, m.method.call_args, m.mock_calls[-1])
with mock.patch.dict("os.environ", {"BATON_PROGRAM": "1"}):
    import os
    print(os.environ["BATON_PROGRAM"])
print("BATON_PROGRAM" in os.environ)
suite = unittest.TestSuite([StackTest("test_push"), Numbers("test_almost")])
print(suite.countTestCases(), [t.id() for t in suite], StackTest("test_pop").shortDescription())
