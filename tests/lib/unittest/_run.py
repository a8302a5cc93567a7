"""Runs a class's tests on stdout, with the time taken out."""
import sys, unittest
class Stream:
    def write(self, text):
        if text.startswith('Ran '):
            text = text[:text.index(' in ')] + ' in TIME'
        sys.stdout.write(text)
    def flush(self):
        pass
def run(*classes, verbosity=1, **options):
    loader = unittest.TestLoader()
    suite = unittest.TestSuite(loader.loadTestsFromTestCase(c) for c in classes)
    return unittest.TextTestRunner(Stream(), verbosity=verbosity, **options).run(suite)
