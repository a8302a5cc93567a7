import sys
def attempt(code, ns=None):
    try:
        exec(code, {'__name__': 'here'} if ns is None else ns)
    except BaseException as e:
        print(type(e).__name__, '|', str(e).replace(sys.path[0], 'DIR'), '|', getattr(e, 'name', '-'), '|', str(getattr(e, 'path', '-')).replace(sys.path[0], 'DIR'))
    else:
        print('fine')
attempt('import _nowhere')
attempt('import _nowhere.sub')
attempt('import _names.sub')
attempt('import _box.nowhere')
attempt('from _box import nowhere')
attempt('from _names import nowhere')
attempt('from _names import shown, nowhere')
attempt('from sys import nowhere')
attempt('from . import x')
attempt('from .x import y')
attempt('from .. import y', {'__name__': 'a.b', '__package__': 'a'})
attempt('from . import y', {'__name__': 'nope.b', '__package__': 'nope'})
attempt('from . import y', {'__name__': 'x', '__package__': 3})
attempt('from . import y', {})
attempt('import _fails')
print('_fails' in sys.modules)
attempt('import _circle_a')
attempt('import _circle_c')
print('_circle_c' in sys.modules, '_circle_d' in sys.modules)
attempt('from _bad_all import *')
attempt('from _again import *')
attempt('from _names import *\nprint(shown)\nprint(_hidden)')
sys.modules['_blocked'] = None
attempt('import _blocked')
attempt('from _blocked import x')
for args in [('',), (3,), ('sys', None, None, (), -1), ('sys', {}, {}, (), 1), ('.x',)]:
    try:
        print(__import__(*args))
    except Exception as e:
        print(type(e).__name__, '|', e)
print(__import__('_box._one').__name__, __import__('_box._one', fromlist=['x']).__name__, __import__('_box._one', fromlist=('',)).__name__)
try:
    raise ImportError('text', name='n', path='p')
except ImportError as e:
    print(e, e.name, e.path, e.msg, e.args)
