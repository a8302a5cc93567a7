"""unittest.mock's records of calls, and the small objects: call, sentinel, DEFAULT, ANY."""


class _SentinelObject:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'sentinel.{self.name}'

    def __reduce__(self):
        return f'sentinel.{self.name}'


class _Sentinel:
    """Each attribute is an object of its own."""

    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == '__bases__':
            raise AttributeError
        return self._sentinels.setdefault(name, _SentinelObject(name))

    def __reduce__(self):
        return 'sentinel'


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT


class _ANY:
    """Equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return '<ANY>'


ANY = _ANY()


def format_signature(name, args, kwargs):
    """The text of a call."""
    parts = [repr(arg) for arg in args] + [f'{k}={v!r}' for k, v in kwargs.items()]
    return f'{name}({", ".join(parts)})'


def _parts(value):
    """(name, args, kwargs) of anything a call may be compared with; None if it is none. name is
    None where it is not given."""
    if len(value) == 0:
        return None, (), {}
    if len(value) == 3:
        return value
    if len(value) == 1:
        only, = value
        if isinstance(only, tuple):
            return None, only, {}
        if isinstance(only, str):
            return only, (), {}
        return None, (), only
    if len(value) == 2:
        first, second = value
        if isinstance(first, str):
            return (first, second, {}) if isinstance(second, tuple) else (first, (), second)
        return None, first, second
    return None


class _Call(tuple):
    """A call as (name, args, kwargs), or (args, kwargs); compares with shorter tuples too."""

    def __new__(cls, value=(), name='', parent=None, two=False, from_kall=True):
        parts = _parts(value) if len(value) <= 3 else None
        own, args, kwargs = parts if parts is not None else (None, (), {})
        if own is None:
            own = name or ''
        return tuple.__new__(cls, (args, kwargs) if two else (own, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def __eq__(self, other):
        try:
            size = len(other)
        except TypeError:
            return NotImplemented
        if len(self) == 2:
            own, (args, kwargs) = '', self
        else:
            own, args, kwargs = self
        mine, theirs = getattr(self, '_mock_parent', None), getattr(other, '_mock_parent', None)
        if mine is not None and theirs is not None and mine != theirs:
            return False
        if size == 0:
            return not own and args == () and kwargs == {} or (own, args, kwargs) == ('', (), {})
        if size > 3:
            return False
        try:
            name, other_args, other_kwargs = _parts(other)
        except TypeError:
            return False
        if own and (name or '') != own:
            return False
        if not own and name:
            return False
        return (other_args, other_kwargs) == (args, kwargs)

    __ne__ = object.__ne__

    __hash__ = None

    def __call__(self, *args, **kwargs):
        if self._mock_name is None:
            return _Call(('', args, kwargs), name='()')
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + '()', parent=self)

    def __getattr__(self, attr):
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name=f'{self._mock_name}.{attr}', parent=self, from_kall=False)

    def __getattribute__(self, attr):
        if attr in tuple.__dict__ and attr in ('count', 'index'):
            raise AttributeError
        return tuple.__getattribute__(self, attr)

    @property
    def args(self):
        """The positional arguments."""
        return self[0] if len(self) == 2 else self[1]

    @property
    def kwargs(self):
        """The keyword arguments."""
        return self[1] if len(self) == 2 else self[2]

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or 'call'
            return f'call{name}' if name.startswith('()') else name
        if len(self) == 2:
            name, (args, kwargs) = 'call', self
        else:
            name, args, kwargs = self
            if not name:
                name = 'call'
            elif not name.startswith('()'):
                name = f'call.{name}'
            else:
                name = f'call{name}'
        return format_signature(name, args, kwargs)

    def call_list(self):
        """The calls of a chain, as they would be recorded."""
        calls, one = [], self
        while one is not None:
            if one._mock_from_kall:
                calls.append(one)
            one = one._mock_parent
        return _CallList(reversed(calls))


call = _Call(from_kall=False)


class _CallList(list):
    """Calls; a list of calls is `in` it if they follow each other in it."""

    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        n = len(value)
        return any(self[i:i + n] == value for i in range(len(self) - n + 1))

    def __repr__(self):
        text = list.__repr__(self)
        if len(text) <= 80:
            return text
        items = ',\n '.join(repr(c) for c in self)
        return f'[{items}]'
