import re
# Sets that CPython warns about keep today's meaning.
import sys
class Quiet:
    def write(self, s): pass
    def flush(self): pass
sys.stderr = Quiet()
print(re.findall('[[a]', '[a'), re.findall('[a&&b]', 'a&b'), re.findall('[a||b]', 'a|b'), re.findall('[a~~b]', 'a~b'))
