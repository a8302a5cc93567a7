import re
from unittest.mock import Mock, MagicMock, NonCallableMock, call, sentinel, ANY, DEFAULT, PropertyMock, seal
def show(o):
    print(re.sub(r"id='\d+'", "id=ID", repr(o)))
def fails(f):
    try:
        r = f()
    except Exception as e:
        print(type(e).__name__, '|', re.sub(r"id='\d+'", "id=ID", str(e)))
    except AssertionError as e:
        print('assertion', e)
    else:
        show(r)
m = Mock()
show(m); show(m.a); show(m.a.b); show(m()); show(m.a()); show(m.a().b.c()); show(Mock(name='named')); show(Mock(name='named').x); show(Mock(name='named')())
print(m.mock_calls, m.method_calls, m.call_count, m.called, m.call_args, m.call_args_list)
m = Mock(return_value=3)
print(m(1, 2, x=3), m.call_args, m.call_args.args, m.call_args.kwargs, m.call_args[0], m.call_args == call(1, 2, x=3), m.call_args == ((1, 2), {'x': 3}))
m.assert_called_with(1, 2, x=3)
m.assert_called_once_with(1, 2, x=3)
m.assert_called_once()
m.assert_called()
m.assert_any_call(1, 2, x=ANY)
fails(m.assert_not_called)
fails(lambda: m.assert_called_with(1))
m('again')
fails(m.assert_called_once)
fails(lambda: m.assert_called_once_with('again'))
fails(lambda: m.assert_any_call('nope'))
fails(lambda: m.assert_has_calls([call('nope')]))
fails(lambda: m.assert_has_calls([call('nope'), call('again')], any_order=True))
m.assert_has_calls([call(1, 2, x=3), call('again')])
n = Mock(name='other')
fails(n.assert_called)
fails(lambda: n.assert_called_with(3))
fails(lambda: n.assert_called_once)
fails(lambda: n.asert_called)
fails(lambda: n.assert_foo)
m = Mock()
m.one(1)
m.two.three(2)
m.four().five(x=1)
m()
print(m.mock_calls)
print(m.method_calls)
print(m.two.mock_calls, m.four.mock_calls)
print(m.mock_calls == [call.one(1), call.two.three(2), call.four(), call.four().five(x=1), call()])
print(call.a.b(1).c(2).call_list(), call(1).x, call.foo, call, call(1)(2))
print(call(1) == call(1), call(1) == call(2), call.a() == call.b(), call.a(1) == ('a', (1,), {}), call(1) == ((1,),), call() == ())
m.reset_mock()
print(m.mock_calls, m.called, m.one.called)
m = Mock(side_effect=[1, ValueError('v'), 3])
fails(m); fails(m); fails(m); fails(m)
m.side_effect = KeyError('k')
fails(m)
m.side_effect = lambda *a: a or DEFAULT
m.return_value = 'default'
print(m(1), m())
m.side_effect = None
print(m())
class Spec:
    attr = 1
    def method(self):
        pass
s = Mock(spec=Spec)
show(s); show(s.method)
print(isinstance(s, Spec), s.__class__ is Spec)
fails(lambda: s.nope)
s.new = 1
t = Mock(spec_set=Spec)
fails(lambda: setattr(t, 'new', 1))
fails(lambda: Mock(spec=['x']).y)
fails(lambda: NonCallableMock()())
m = Mock(**{'a.b.return_value': 5, 'c': 6})
print(m.a.b(), m.c)
m.configure_mock(d=7)
print(m.d)
del m.d
fails(lambda: m.d)
w = Mock(wraps=[3, 1, 2])
print(w.index(1), w.count(3))
w.index.assert_called_with(1)
print(Mock(wraps=len)('abc'))
p = Mock()
child = Mock()
p.attach_mock(child, 'kid')
child(1)
print(p.mock_calls)
print(sentinel.x, sentinel.x is sentinel.x, ANY == 3, ANY, DEFAULT)
seal(p)
fails(lambda: p.nope)
p.kid(2)
class C:
    pass
C.prop = PropertyMock(return_value=9)
c = C()
print(c.prop)
c.prop = 4
print(C.__dict__['prop'].mock_calls)
class Sub(Mock):
    pass
show(Sub().child)
