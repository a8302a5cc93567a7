import sys, unittest
class Order(unittest.TestCase):
    def test_b(self): pass
    def test_a(self): pass
    def other(self): pass
    test_not = 3
loader = unittest.TestLoader()
print(loader.getTestCaseNames(Order))
print(loader.loadTestsFromTestCase(Order))
print(loader.loadTestsFromName('Order.test_a', sys.modules[__name__]))
print(loader.loadTestsFromNames(['Order', 'Order.test_b'], sys.modules[__name__]))
print(loader.loadTestsFromModule(sys.modules[__name__]).countTestCases())
loader.testMethodPrefix = 'oth'
print(loader.getTestCaseNames(Order))
loader.testMethodPrefix = 'test'
loader.sortTestMethodsUsing = lambda a, b: (a < b) - (a > b)
print(loader.getTestCaseNames(Order))
loader.testNamePatterns = ['*_a']
print(loader.getTestCaseNames(Order))
loader = unittest.TestLoader()
missing = loader.loadTestsFromName('no_such_module_anywhere')
print(len(loader.errors), loader.errors[0].splitlines()[0], loader.errors[0].splitlines()[-1], missing)
missing = loader.loadTestsFromName('Order.nope', sys.modules[__name__])
print(loader.errors[1].splitlines()[0], loader.errors[1].splitlines()[-1])
result = unittest.TestResult()
missing.run(result)
print(result.errors[0][1].splitlines()[-1], result)
for bad in ((lambda: Order('nope')), lambda: loader.loadTestsFromTestCase(unittest.TestSuite), lambda: loader.loadTestsFromName('Order.test_not', sys.modules[__name__]),
            lambda: unittest.TestSuite().addTest(3), lambda: unittest.TestSuite().addTest(Order), lambda: unittest.TestSuite().addTests('abc')):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, '|', e)
suite = unittest.TestSuite([Order('test_a'), unittest.TestSuite([Order('test_b')])])
print(suite.countTestCases(), list(suite), suite == unittest.TestSuite([Order('test_a'), unittest.TestSuite([Order('test_b')])]))
result = suite.run(unittest.TestResult())
print(result.testsRun, suite.countTestCases(), list(suite))
print(Order('test_a'), repr(Order('test_a')), Order('test_a').id(), Order('test_a') == Order('test_a'), Order('test_a') == Order('test_b'), hash(Order('test_a')) == hash(Order('test_a')))
f = unittest.FunctionTestCase(lambda: print('function'), setUp=lambda: print('up'), description='described')
print(f.run().wasSuccessful(), f.shortDescription(), f.countTestCases())
def load_tests(loader, tests, pattern):
    print('load_tests', tests.countTestCases(), pattern)
    return unittest.TestSuite()
print(unittest.TestLoader().loadTestsFromModule(sys.modules[__name__]))
Order('test_a').debug()
