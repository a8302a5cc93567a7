import os, re, sys
from unittest.mock import patch, MagicMock, DEFAULT, call
def clean(o):
    return re.sub(r"id='\d+'", 'id=ID', repr(o))
class Target:
    value = 1
    def method(self):
        return 'real'
    @staticmethod
    def static():
        return 'static'
this = sys.modules[__name__]
with patch.object(Target, 'value', 2) as p:
    print(Target.value, p)
print(Target.value)
with patch.object(Target, 'method') as m:
    m.return_value = 'fake'
    print(Target().method(), clean(m), m.mock_calls)
print(Target().method())
@patch('os.getcwd')
@patch.object(Target, 'method', return_value=5)
def f(arg, method, getcwd):
    getcwd.return_value = 'nowhere'
    print(arg, os.getcwd(), Target().method(), clean(method), clean(getcwd))
f('arg')
print(f.__name__, os.getcwd() != 'nowhere')
with patch('__main__.Target') as T:
    T.return_value.method.return_value = 'mocked'
    print(Target().method(), T.mock_calls, clean(Target()))
with patch('__main__.Target', spec=True) as T:
    print(isinstance(T(), T.__class__) or True, clean(T), clean(T()))
    try:
        T.nope
    except AttributeError as e:
        print(e)
for bad in (lambda: patch('nodots'), lambda: patch.object(Target, 'absent').start(), lambda: patch('os.absent').start(), lambda: patch.object('str', 'x'),
            lambda: patch('no_module_here.x').start(), lambda: patch.object(Target, 'value', 1, a=2).start(), lambda: patch.multiple(Target), lambda: patch('os.getcwd', 1, new_callable=dict)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, '|', e)
with patch.object(Target, 'absent', 3, create=True):
    print(Target.absent)
print(hasattr(Target, 'absent'))
d = {'a': 1, 'b': 2}
with patch.dict(d, {'a': 5}, c=3) as inside:
    print(d, inside is d)
print(d)
with patch.dict(d, {'x': 1}, clear=True):
    print(d)
print(d)
with patch.dict('os.environ', {'SOME_NEW_VARIABLE': 'yes'}):
    print(os.environ['SOME_NEW_VARIABLE'])
print('SOME_NEW_VARIABLE' in os.environ)
@patch.dict(d, {'only': 'inside'})
def g():
    return dict(d)
print(g(), d)
with patch.multiple(Target, value=DEFAULT, method=lambda self: 'multi') as values:
    print(sorted(values), clean(Target.value), Target().method())
p = patch.object(Target, 'value', 99)
print(p.start(), Target.value, p.stop(), Target.value, p.stop())
patch.object(Target, 'value', 98).start()
patch.object(Target, 'method', 97).start()
patch.stopall()
print(Target.value, Target().method())
@patch.object(Target, 'value', 7)
class Tests:
    def test_one(self):
        return Target.value
    def helper(self):
        return Target.value
print(Tests().test_one(), Tests().helper())
with patch.object(Target, 'static', new_callable=lambda: (lambda: 'callable')):
    print(Target.static())
print(Target.static())
try:
    with patch.object(Target, 'value', 3):
        raise ValueError('inside')
except ValueError as e:
    print(e, Target.value)
t = Target()
with patch.object(t, 'method', return_value='instance'):
    print(t.method())
print(t.method(), t.__dict__)
with patch('builtins.print') as fake:
    print('not printed')
fake.assert_called_once_with('not printed')
