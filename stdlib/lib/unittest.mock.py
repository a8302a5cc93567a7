"""Objects that stand in for others in tests and remember how they were used. Calls are in
unittest._mock_call, patch in unittest._mock_patch. Without autospec and without coroutines.
Behaviour: https://docs.python.org/3.11/library/unittest.mock.html"""
from ._mock_call import ANY, DEFAULT, _Call, _CallList, call, format_signature, sentinel
from .util import safe_repr

__all__ = ['Mock', 'MagicMock', 'patch', 'sentinel', 'DEFAULT', 'ANY', 'call', 'NonCallableMock',
           'NonCallableMagicMock', 'mock_open', 'PropertyMock', 'seal']

_TYPOS = ('assert', 'assret', 'asert', 'aseert', 'assrt')

_numbers = ('add sub mul matmul truediv floordiv mod lshift rshift and xor or pow').split()
_MAGICS = {f'__{n}__' for n in (
    'lt gt le ge eq ne getitem setitem delitem len contains str sizeof enter exit divmod rdivmod '
    'neg pos abs invert complex int float index round trunc floor ceil bool next fspath iter '
    'hash reversed missing').split()}
_MAGICS |= {f'__{p}{n}__' for n in _numbers for p in ('', 'i', 'r')}
_NOT_BY_DEFAULT = {'__reversed__', '__missing__', '__next__'} | {f'__r{n}__' for n in _numbers}
_NOT_BY_DEFAULT |= {'__rdivmod__'}
_SETTABLE = _MAGICS | {'__get__', '__set__', '__delete__', '__getformat__', '__repr__', '__dir__',
                       '__subclasses__', '__format__', '__reduce__', '__getnewargs__',
                       '__getstate__', '__setstate__'}
_VALUES = {'__int__': 1, '__contains__': False, '__len__': 0, '__exit__': False,
           '__complex__': 1j, '__float__': 1.0, '__bool__': True, '__index__': 1,
           '__lt__': NotImplemented, '__gt__': NotImplemented, '__le__': NotImplemented,
           '__ge__': NotImplemented}


def _is_magic(name):
    return len(name) > 4 and name[:2] == name[-2:] == '__'


def _is_exception(obj):
    return (isinstance(obj, BaseException)
            or isinstance(obj, type) and issubclass(obj, BaseException))


class _Delegate:
    """An attribute that the mock keeps under another name."""

    def __init__(self, name):
        self.name = name

    def __get__(self, obj, cls=None):
        return self if obj is None else obj.__dict__[self.name]

    def __set__(self, obj, value):
        obj.__dict__[self.name] = value


class NonCallableMock:
    """A mock that can't be called."""

    def __new__(cls, /, *args, **kw):
        # A class for each mock, so that special methods can be set on it.
        new = type(cls.__name__, (cls,), {'__doc__': cls.__doc__, '__module__': cls.__module__})
        return object.__new__(new)

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None,
                 _spec_state=None, _new_name='', _new_parent=None, unsafe=False, **kwargs):
        d = self.__dict__
        d['_mock_parent'] = parent
        d['_mock_name'] = name
        d['_mock_new_name'] = _new_name
        d['_mock_new_parent'] = parent if _new_parent is None else _new_parent
        d['_mock_sealed'] = False
        if spec_set is not None:
            spec = spec_set
        self._mock_add_spec(spec, spec_set is not None)
        d['_mock_children'] = {}
        d['_mock_wraps'] = wraps
        d['_mock_delegate'] = None
        d['_mock_called'] = False
        d['_mock_call_args'] = None
        d['_mock_call_count'] = 0
        d['_mock_call_args_list'] = _CallList()
        d['_mock_mock_calls'] = _CallList()
        d['_mock_method_calls'] = _CallList()
        d['_mock_unsafe'] = unsafe
        d['_mock_return_value'] = DEFAULT
        d['_mock_side_effect'] = None
        if kwargs:
            self.configure_mock(**kwargs)

    called = _Delegate('_mock_called')
    call_count = _Delegate('_mock_call_count')
    call_args = _Delegate('_mock_call_args')
    call_args_list = _Delegate('_mock_call_args_list')
    mock_calls = _Delegate('_mock_mock_calls')
    method_calls = _Delegate('_mock_method_calls')

    @property
    def return_value(self):
        """What a call gives; a mock by default."""
        d = self.__dict__
        if d['_mock_return_value'] is DEFAULT:
            d['_mock_return_value'] = self._get_child_mock(_new_parent=self, _new_name='()')
        return d['_mock_return_value']

    @return_value.setter
    def return_value(self, value):
        self.__dict__['_mock_return_value'] = value
        self._adopt(value, None, '()')

    @property
    def side_effect(self):
        """A function to call, an exception to raise, or the values of successive calls."""
        return self.__dict__['_mock_side_effect']

    @side_effect.setter
    def side_effect(self, value):
        if (value is not None and not callable(value) and not _is_exception(value)
                and hasattr(value, '__iter__')):
            value = iter(value)
        self.__dict__['_mock_side_effect'] = value

    @property
    def __class__(self):
        spec = self.__dict__.get('_spec_class')
        return type(self) if spec is None else spec

    def _adopt(self, value, name, new_name):
        """Makes a mock without a name a part of this one; was it one?"""
        if not isinstance(value, NonCallableMock):
            return False
        v = value.__dict__
        if (v['_mock_name'] or v['_mock_new_name'] or v['_mock_parent'] is not None
                or v['_mock_new_parent'] is not None):
            return False
        above = self
        while above is not None:
            if above is value:
                return False
            above = above.__dict__['_mock_new_parent']
        if new_name:
            v['_mock_new_parent'] = self
            v['_mock_new_name'] = new_name
        if name:
            v['_mock_parent'] = self
            v['_mock_name'] = name
        return True

    def _mock_add_spec(self, spec, spec_set):
        d = self.__dict__
        cls = methods = None
        if spec is not None:
            if isinstance(spec, (list, tuple)):
                methods = list(spec)
            else:
                cls = spec if isinstance(spec, type) else type(spec)
                methods = dir(spec)
        d['_spec_class'] = cls
        d['_spec_set'] = spec_set
        d['_mock_methods'] = methods

    def mock_add_spec(self, spec, spec_set=False):
        """Allow only the attributes of spec."""
        self._mock_add_spec(spec, spec_set)

    def attach_mock(self, mock, attribute):
        """Make another mock an attribute, whose calls are recorded here too."""
        if not isinstance(mock, NonCallableMock):
            raise TypeError('mock must be a mock')
        m = mock.__dict__
        m['_mock_parent'] = m['_mock_new_parent'] = None
        m['_mock_name'] = ''
        m['_mock_new_name'] = None
        setattr(self, attribute, mock)

    def configure_mock(self, /, **kwargs):
        """Set attributes; dots in the names reach inner mocks."""
        for name, value in sorted(kwargs.items(), key=lambda item: item[0].count('.')):
            *path, last = name.split('.')
            obj = self
            for part in path:
                obj = getattr(obj, part)
            setattr(obj, last, value)

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        """Forget the calls."""
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        d = self.__dict__
        d.update(_mock_called=False, _mock_call_args=None, _mock_call_count=0,
                 _mock_call_args_list=_CallList(), _mock_mock_calls=_CallList(),
                 _mock_method_calls=_CallList())
        if return_value:
            d['_mock_return_value'] = DEFAULT
        if side_effect:
            d['_mock_side_effect'] = None
        for child in d['_mock_children'].values():
            if isinstance(child, NonCallableMock):
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        value = d['_mock_return_value']
        if isinstance(value, NonCallableMock) and value is not self:
            value.reset_mock(visited)

    def __getattr__(self, name):
        d = self.__dict__
        if name in ('_mock_methods', '_mock_unsafe') or '_mock_children' not in d:
            raise AttributeError(name)
        methods = d['_mock_methods']
        if methods is not None:
            if name not in methods:
                raise AttributeError(f'Mock object has no attribute {name!r}')
        elif _is_magic(name):
            raise AttributeError(name)
        if not d['_mock_unsafe'] and (not methods or name not in methods):
            if name.startswith(_TYPOS):
                raise AttributeError(
                    f'{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is '
                    'meant to be an attribute.')
        children = d['_mock_children']
        if name in children:
            if children[name] is _deleted:
                raise AttributeError(name)
            return children[name]
        wraps = d['_mock_wraps']
        if wraps is not None:
            wraps = getattr(wraps, name)
        child = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name,
                                     _new_parent=self)
        children[name] = child
        return child

    def __setattr__(self, name, value):
        d = self.__dict__
        if name in ('called', 'call_count', 'call_args', 'call_args_list', 'mock_calls',
                    'method_calls', 'return_value', 'side_effect') or name in d:
            return object.__setattr__(self, name, value)
        methods = d['_mock_methods']
        if d['_spec_set'] and methods is not None and name not in methods:
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if _is_magic(name) and name in _SETTABLE:
            if methods is not None and name not in methods:
                raise AttributeError(f"Mock object has no attribute '{name}'")
            if isinstance(value, NonCallableMock):
                self._adopt(value, None, name)
                setattr(type(self), name, _mock_method(value))
                d['_mock_children'][name] = value
            else:
                setattr(type(self), name, value if not callable(value) else
                        (lambda self, *args, **kw: value(self, *args, **kw)))
            return None
        if name == '__class__':
            d['_spec_class'] = value
            return None
        if self._adopt(value, name, name):
            d['_mock_children'][name] = value
            return None
        if d['_mock_sealed'] and name not in d['_mock_children']:
            raise AttributeError(f'Cannot set {self._full_name()}.{name}')
        if isinstance(value, NonCallableMock):
            d['_mock_children'][name] = value
            return None
        return object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name in _SETTABLE and name in type(self).__dict__:
            delattr(type(self), name)
            return
        children = self.__dict__['_mock_children']
        if name in self.__dict__:
            del self.__dict__[name]
            if name not in children:
                children[name] = _deleted
            return
        if children.get(name) is _deleted:
            raise AttributeError(name)
        children[name] = _deleted

    def _full_name(self):
        """The mock's name with those above it."""
        d = self.__dict__
        parts = [d['_mock_new_name']] if d['_mock_new_name'] else []
        parent, last, dot = d['_mock_new_parent'], d, '.'
        if parts == ['()']:
            dot = ''
        while parent is not None:
            last = parent.__dict__
            parts.append((last['_mock_new_name'] or '') + dot)
            dot = '' if last['_mock_new_name'] == '()' else '.'
            parent = last['_mock_new_parent']
        first = last['_mock_name'] or 'mock'
        parts.reverse()
        if d['_mock_new_parent'] is not None:
            parts[0] = first + ('' if parts[0] == '' else parts[0])
            return ''.join(parts)
        return first

    def __repr__(self):
        d = self.__dict__
        name = self._full_name()
        shown = '' if name in ('mock', 'mock.') else f' name={name!r}'
        spec = ''
        if d['_spec_class'] is not None:
            spec = f' {"spec_set" if d["_spec_set"] else "spec"}={d["_spec_class"].__name__!r}'
        return f"<{type(self).__name__}{shown}{spec} id='{id(self)}'>"

    def __dir__(self):
        d = self.__dict__
        gone = {n for n, c in d['_mock_children'].items() if c is _deleted}
        names = d['_mock_methods'] or dir(type(self))
        own = [n for n in d if not n.startswith(('_mock_', '_spec_'))]
        found = set(names) | set(own) | set(d['_mock_children'])
        return sorted(n for n in found - gone
                      if not n.startswith('_') or _is_magic(n) or n in (d['_mock_methods'] or ()))

    def _get_child_mock(self, /, **kw):
        """A mock for an attribute or result: of the same class."""
        if self.__dict__['_mock_sealed']:
            attribute = f'.{kw["name"]}' if 'name' in kw else '()'
            raise AttributeError(self._full_name() + attribute)
        cls = type(self).__mro__[1]  # the first is this mock's own
        if issubclass(cls, NonCallableMagicMock) and not issubclass(cls, MagicMock):
            cls = MagicMock
        elif cls is NonCallableMock:
            cls = Mock
        return cls(**kw)

    # --- assertions ---

    def _calls_repr(self, prefix='Calls'):
        return f'\n{prefix}: {safe_repr(self.mock_calls)}.' if self.mock_calls else ''

    def _own_name(self):
        return self.__dict__['_mock_name'] or 'mock'

    def assert_not_called(self):
        """Fail if the mock was called."""
        if self.call_count:
            raise AssertionError(f"Expected '{self._own_name()}' to not have been called. Called "
                                 f'{self.call_count} times.{self._calls_repr()}')

    def assert_called(self):
        """Fail unless the mock was called."""
        if self.call_count == 0:
            raise AssertionError(f"Expected '{self._own_name()}' to have been called.")

    def assert_called_once(self):
        """Fail unless the mock was called exactly once."""
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._own_name()}' to have been called once. Called "
                                 f'{self.call_count} times.{self._calls_repr()}')

    def assert_called_with(self, /, *args, **kwargs):
        """Fail unless the last call was with these arguments."""
        expected = format_signature(self._own_name(), args, kwargs)
        if self.call_args is None:
            actual = 'not called.'
        elif self.call_args == _Call((args, kwargs), two=True):
            return
        else:
            actual = format_signature(self._own_name(), *self.call_args)
        raise AssertionError(f'expected call not found.\nExpected: {expected}\n  Actual: {actual}')

    def assert_called_once_with(self, /, *args, **kwargs):
        """Fail unless the only call was with these arguments."""
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._own_name()}' to be called once. Called "
                                 f'{self.call_count} times.{self._calls_repr()}')
        self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        """Fail unless some call was with these arguments."""
        if _Call((args, kwargs), two=True) not in list(self.call_args_list):
            raise AssertionError(
                f'{format_signature(self._own_name(), args, kwargs)} call not found')

    def assert_has_calls(self, calls, any_order=False):
        """Fail unless these calls follow each other in mock_calls (or are all in it)."""
        expected = list(calls)
        if not any_order:
            if expected not in self.mock_calls:
                actual = self._calls_repr(prefix='  Actual').rstrip('.')
                raise AssertionError(f'Calls not found.\nExpected: {_CallList(calls)}{actual}')
            return
        rest = list(self.mock_calls)
        missing = []
        for one in expected:
            try:
                rest.remove(one)
            except ValueError:
                missing.append(one)
        if missing:
            raise AssertionError(f'{self._own_name()!r} does not contain all of {tuple(missing)!r} '
                                 f'in its call list, found {_CallList(rest)!r} instead')


class _Deleted:
    pass


_deleted = _Deleted()


def _mock_method(mock):
    """A mock as a special method of a class: it is not passed the instance."""
    def method(self, *args, **kwargs):
        return mock(*args, **kwargs)
    return method


class _CallableMixin:
    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None,
                 spec_set=None, parent=None, _spec_state=None, _new_name='', _new_parent=None,
                 **kwargs):
        super().__init__(spec=spec, wraps=wraps, name=name, spec_set=spec_set, parent=parent,
                         _new_name=_new_name, _new_parent=_new_parent, **kwargs)
        if return_value is not DEFAULT:
            self.return_value = return_value
        if side_effect is not None:
            self.side_effect = side_effect

    def __call__(self, /, *args, **kwargs):
        self._record(args, kwargs)
        return self._execute(args, kwargs)

    def _record(self, args, kwargs):
        d = self.__dict__
        d['_mock_called'] = True
        d['_mock_call_count'] += 1
        two = _Call((args, kwargs), two=True)
        d['_mock_call_args'] = two
        d['_mock_call_args_list'].append(two)
        is_method = d['_mock_parent'] is not None
        method_name = d['_mock_name']
        name = d['_mock_new_name']
        is_call = name == '()'
        d['_mock_mock_calls'].append(_Call(('', args, kwargs)))
        parent = d['_mock_new_parent']
        while parent is not None:
            p = parent.__dict__
            if is_method:
                p['_mock_method_calls'].append(_Call((method_name, args, kwargs)))
                is_method = p['_mock_parent'] is not None
                if is_method:
                    method_name = f'{p["_mock_name"]}.{method_name}'
            p['_mock_mock_calls'].append(_Call((name, args, kwargs)))
            if p['_mock_new_name']:
                name = p['_mock_new_name'] + ('' if is_call else '.') + name
            is_call = p['_mock_new_name'] == '()'
            parent = p['_mock_new_parent']

    def _execute(self, args, kwargs):
        d = self.__dict__
        effect = d['_mock_side_effect']
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                result = next(effect)
                if _is_exception(result):
                    raise result
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if d['_mock_return_value'] is not DEFAULT:
            return self.return_value
        if d['_mock_wraps'] is not None:
            return d['_mock_wraps'](*args, **kwargs)
        return self.return_value


class Mock(_CallableMixin, NonCallableMock):
    """Stands in for anything: attributes and results are mocks, calls are remembered."""


_DEFAULTS = {
    '__iter__': lambda obj: iter([]),
    '__hash__': object.__hash__,
    '__str__': repr,
    '__sizeof__': object.__sizeof__,
    '__fspath__': lambda obj: f'{type(obj).__name__}/{obj._full_name()}/{id(obj)}',
    '__eq__': lambda obj, other: True if other is obj else NotImplemented,
    '__ne__': lambda obj, other: False if other is obj else NotImplemented,
}


def _default_effect(function, obj, made):
    """What a special method does until the mock of it is given a return value."""
    def effect(*args):
        value = made.__dict__['_mock_return_value']
        if value is DEFAULT:
            return function(obj, *args)
        return iter(value) if function is _DEFAULTS['__iter__'] else DEFAULT
    return effect


class _Magic:
    """Makes the mock of a special method when it is first used."""

    def __init__(self, name):
        self.name = name

    def __get__(self, obj, cls=None):
        if obj is None:
            raise AttributeError(self.name)
        d = obj.__dict__
        methods = d.get('_mock_methods')
        if methods is not None and self.name not in methods:
            raise AttributeError(self.name)
        made = d['_mock_children'].get(self.name)
        if made is None:
            made = MagicMock(name=self.name, _new_name=self.name, _new_parent=obj)
            if self.name in _VALUES:
                made.return_value = _VALUES[self.name]
            elif self.name in _DEFAULTS:
                made.side_effect = _default_effect(_DEFAULTS[self.name], obj, made)
            d['_mock_children'][self.name] = made
        return made


def _magic_method(name):
    magic = _Magic(name)

    def method(self, *args, **kwargs):
        return magic.__get__(self)(*args, **kwargs)
    method.__name__ = name
    return method


class MagicMixin:
    """Gives a mock its special methods."""

    def __init__(self, /, *args, **kw):
        super().__init__(*args, **kw)
        methods = self.__dict__['_mock_methods']
        cls = type(self)
        for name in _MAGICS - _NOT_BY_DEFAULT:
            if methods is None or name in methods:
                setattr(cls, name, _magic_method(name))

    def __getattribute__(self, name):
        if name in _MAGICS and name not in _NOT_BY_DEFAULT and name in type(self).__dict__:
            children = object.__getattribute__(self, '__dict__').get('_mock_children')
            if children is not None and type(self).__dict__[name].__name__ == name:
                return _Magic(name).__get__(self)
        return object.__getattribute__(self, name)


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    """A MagicMock that can't be called."""


class MagicMock(MagicMixin, Mock):
    """A Mock with special methods."""


class PropertyMock(Mock):
    """A mock to put in place of a property of a class."""

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


def seal(mock):
    """Let the mock, and those in it, make no further attributes."""
    mock.__dict__['_mock_sealed'] = True
    for child in list(mock.__dict__['_mock_children'].values()):
        if isinstance(child, NonCallableMock) and child.__dict__['_mock_new_parent'] is mock:
            seal(child)


def mock_open(mock=None, read_data=''):
    """A mock of open(): its files read read_data."""
    import io
    stream = [None]

    def fresh():
        kind = io.BytesIO if isinstance(read_data, bytes) else io.StringIO
        stream[0] = kind(read_data)

    def iterate():
        while True:
            line = stream[0].readline()
            if not line:
                return
            yield line
    fresh()
    handle = MagicMock()
    handle.__enter__.return_value = handle
    handle.write.return_value = None
    handle.read.return_value = None
    handle.readline.return_value = None
    handle.readlines.return_value = None
    for name in ('read', 'readline', 'readlines'):
        def read(*args, _name=name, **kwargs):
            fixed = getattr(handle, _name).return_value
            return getattr(stream[0], _name)(*args, **kwargs) if fixed is None else fixed
        getattr(handle, name).side_effect = read
    handle.__iter__.side_effect = iterate
    handle.__next__ = lambda self: next(iterate())
    if mock is None:
        mock = MagicMock(name='open')

    def opened(*args, **kwargs):
        fresh()
        return DEFAULT
    mock.side_effect = opened
    mock.return_value = handle
    return mock


from ._mock_patch import patch
