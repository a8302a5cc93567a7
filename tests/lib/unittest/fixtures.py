import unittest
from _run import run
log = []
def setUpModule():
    print('setUpModule')
    unittest.addModuleCleanup(print, 'module cleanup')
def tearDownModule():
    print('tearDownModule')
class A(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print('setUpClass', cls.__name__)
        cls.addClassCleanup(print, 'class cleanup')
    @classmethod
    def tearDownClass(cls):
        print('tearDownClass', cls.__name__)
    def setUp(self):
        print('setUp', self._testMethodName)
        self.addCleanup(print, 'cleanup 1')
        self.addCleanup(print, 'cleanup 2', end='!\n')
    def tearDown(self):
        print('tearDown')
    def test_1(self):
        print('test 1')
    def test_2(self):
        self.fail('in test')
class SetUpFails(unittest.TestCase):
    def setUp(self):
        self.addCleanup(print, 'still cleaned')
        raise RuntimeError('in setUp')
    def tearDown(self):
        print('not reached')
    def test(self):
        print('not reached')
class TearDownFails(unittest.TestCase):
    def tearDown(self):
        raise RuntimeError('in tearDown')
    def test(self):
        self.fail('and the test')
class CleanupFails(unittest.TestCase):
    def test(self):
        self.addCleanup(lambda: 1 / 0)
        self.addCleanup(print, 'first')
class ClassFails(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise RuntimeError('in setUpClass')
    def test_a(self):
        print('not reached')
class ClassSkips(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise unittest.SkipTest('class skips')
    def test_a(self):
        print('not reached')
class ClassTearDownFails(unittest.TestCase):
    @classmethod
    def tearDownClass(cls):
        raise RuntimeError('in tearDownClass')
    def test_a(self):
        pass
class Context(unittest.TestCase):
    def test(self):
        class CM:
            def __enter__(self):
                print('enter')
                return 5
            def __exit__(self, *exc):
                print('exit', exc)
        print(self.enterContext(CM()))
        with self.assertRaises(TypeError) as cm:
            self.enterContext(3)
        print(cm.exception)
run(A, SetUpFails, TearDownFails, CleanupFails, ClassFails, ClassSkips, ClassTearDownFails, Context, verbosity=2)
