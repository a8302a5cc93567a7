import sys
here = __file__.rpartition('/')[0]
print(sys.path[0] == here, type(sys.path), type(sys.modules))
sys.path.insert(0, here + '/_space')
import _part
print(_part.where, _part.__file__ == here + '/_space/_part.py')
sys.path[0] = here + '/_box/_inner'
import _leaf
print(_leaf.leaf)
del sys.modules['_leaf']
import _leaf as second
print(second is _leaf)
fake = type(sys)('fake', 'doc of fake')
fake.x = 1
sys.modules['fake'] = fake
from fake import x
import fake as f
print(x, f, f.__doc__, sorted(k for k in vars(f)))
sys.modules['thing'] = 42
import thing
print(thing)
try:
    from thing import nope
except ImportError as e:
    print(e)
from thing import real
print(real)
print(__spec__, __package__, __name__, type(__loader__).__name__, __loader__.name, __loader__.path == __file__)
print(sorted(n for n in globals() if n.startswith('__') and n != '__cached__'))
import __main__
print(__main__.here == here, __main__ is sys.modules['__main__'])
sys.modules.pop('_names', None)
sys.path = []
try:
    import _names
except ImportError as e:
    print(e)
