"""patch(): something else in place of an attribute while a test runs. A patch is a decorator of
functions and classes, a context, and has start() and stop()."""
from ._mock_call import DEFAULT


def _split(target):
    try:
        target, attribute = target.rsplit('.', 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f'Need a valid target to patch. You supplied: {target!r}') from None

    def get():
        from pkgutil import resolve_name
        return resolve_name(target)
    return get, attribute


class _Patch:
    attribute_name = None
    _active = []

    def __init__(self, getter, attribute, new, spec, create, spec_set, new_callable, kwargs):
        if new_callable is not None and new is not DEFAULT:
            raise ValueError("Cannot use 'new' and 'new_callable' together")
        self.getter = getter
        self.attribute = attribute
        self.new = new
        self.new_callable = new_callable
        self.spec = spec
        self.create = create
        self.spec_set = spec_set
        self.kwargs = kwargs
        self.additional_patchers = []
        self.entered = []

    def copy(self):
        """The same patch again."""
        made = _Patch(self.getter, self.attribute, self.new, self.spec, self.create,
                      self.spec_set, self.new_callable, self.kwargs)
        made.attribute_name = self.attribute_name
        made.additional_patchers = [p.copy() for p in self.additional_patchers]
        return made

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                value = getattr(func, name)
                if name.startswith(patch.TEST_PREFIX) and hasattr(value, '__call__'):
                    setattr(func, name, self.copy()(value))
            return func
        if hasattr(func, 'patchings'):
            func.patchings.append(self)
            return func

        def patched(*args, **keywargs):
            from contextlib import ExitStack
            with ExitStack() as stack:
                more = []
                for patching in patched.patchings:
                    value = stack.enter_context(patching)
                    if patching.attribute_name is not None:
                        keywargs.update(value)
                    elif patching.new is DEFAULT:
                        more.append(value)
                return func(*args, *more, **keywargs)
        for name in ('__module__', '__name__', '__qualname__', '__doc__'):
            if hasattr(func, name):
                setattr(patched, name, getattr(func, name))
        patched.__dict__.update(getattr(func, '__dict__', {}))
        patched.__wrapped__ = func
        patched.patchings = [self]
        return patched

    def get_original(self):
        """(what is there now, does the target itself have it?)"""
        target, name = self.getter(), self.attribute
        local = False
        try:
            original = target.__dict__[name]
            local = True
        except (AttributeError, KeyError):
            original = getattr(target, name, DEFAULT)
        import builtins
        create = self.create or (hasattr(builtins, name) and isinstance(target, type(builtins)))
        if not create and original is DEFAULT:
            raise AttributeError(f'{target} does not have the attribute {name!r}')
        return original, local

    def _make(self, original):
        from .mock import MagicMock, NonCallableMagicMock, NonCallableMock
        spec, spec_set = self.spec, self.spec_set
        if spec is True:
            spec = original
        if spec_set is True:
            spec_set = original
        if spec_set is not None and spec is not None:
            raise TypeError("Can't provide explicit spec_set *and* spec or autospec")
        of = spec_set if spec_set is not None else spec
        cls = self.new_callable or MagicMock
        kwargs = dict(self.kwargs)
        if spec is not None:
            kwargs['spec'] = spec
        if spec_set is not None:
            kwargs['spec_set'] = spec_set
        if self.new_callable is None and of is not None and not isinstance(of, (list, tuple)):
            if not callable(of):
                cls = NonCallableMagicMock
        if isinstance(cls, type) and issubclass(cls, NonCallableMock):
            kwargs.setdefault('name', self.attribute)
        new = cls(**kwargs)
        if isinstance(of, type) and self.new_callable is None:
            inner = {('spec_set' if spec_set is not None else 'spec'): of}
            result = MagicMock if '__call__' in dir(of) else NonCallableMagicMock
            new.return_value = result(_new_parent=new, _new_name='()', **inner)
        return new

    def __enter__(self):
        if self.entered:
            raise RuntimeError('Patch is already started')
        original, local = self.get_original()
        new = self.new
        if new is DEFAULT:
            if self.create and original is DEFAULT and (self.spec or self.spec_set):
                raise TypeError("Can't use 'spec' with create=True")
            new = self._make(original)
        elif self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        self.target = self.getter()
        self.temp_original, self.is_local = original, local
        setattr(self.target, self.attribute, new)
        self.entered.append(self)
        if self.attribute_name is None:
            return new
        extra = {self.attribute_name: new} if self.new is DEFAULT else {}
        done = []
        try:
            for patching in self.additional_patchers:
                value = patching.__enter__()
                done.append(patching)
                if patching.new is DEFAULT:
                    extra.update(value)
        except BaseException:
            for patching in reversed(done):
                patching.__exit__(None, None, None)
            self._undo()
            raise
        return extra

    def _undo(self):
        if self.is_local and self.temp_original is not DEFAULT:
            setattr(self.target, self.attribute, self.temp_original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and (not hasattr(self.target, self.attribute)
                                    or self.attribute in ('__doc__', '__module__',
                                                          '__defaults__', '__annotations__',
                                                          '__kwdefaults__')):
                setattr(self.target, self.attribute, self.temp_original)
        self.entered.clear()

    def __exit__(self, *exc):
        if not self.entered:
            return None
        for patching in reversed(self.additional_patchers):
            patching.__exit__(*exc)
        self._undo()
        return False

    def start(self):
        """Put it in place; what is in place then."""
        result = self.__enter__()
        self._active.append(self)
        return result

    def stop(self):
        """Put back what was there."""
        if self in self._active:
            self._active.remove(self)
        elif not self.entered:
            return None
        return self.__exit__(None, None, None)


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, *, new_callable=None,
          **kwargs):
    """Put `new` (a MagicMock) in place of "package.module.attribute"."""
    getter, attribute = _split(target)
    return _Patch(getter, attribute, new, spec, create, spec_set, new_callable, kwargs)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, *,
                  new_callable=None, **kwargs):
    """Put `new` in place of an object's attribute."""
    if type(target) is str:
        raise TypeError(f'{target!r} must be the actual object to be patched, not a str')
    return _Patch(lambda: target, attribute, new, spec, create, spec_set, new_callable, kwargs)


def _patch_multiple(target, spec=None, create=False, spec_set=None, *, new_callable=None,
                    **kwargs):
    """Put several things in place; mocks for those that are DEFAULT, passed by keyword."""
    if type(target) is str:
        name = target

        def getter():
            from pkgutil import resolve_name
            return resolve_name(name)
    else:
        def getter():
            return target
    if not kwargs:
        raise ValueError('Must supply at least one keyword argument with patch.multiple')
    patches = []
    for attribute, new in kwargs.items():
        one = _Patch(getter, attribute, new, spec, create, spec_set, new_callable, {})
        one.attribute_name = attribute
        patches.append(one)
    patches[0].additional_patchers.extend(patches[1:])
    return patches[0]


class _PatchDict:
    """Entries of a dict for a while; what was there comes back."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = dict(values)
        self.values.update(kwargs)
        self.clear = clear
        self._original = None

    def __call__(self, f):
        if isinstance(f, type):
            for name in dir(f):
                value = getattr(f, name)
                if name.startswith(patch.TEST_PREFIX) and hasattr(value, '__call__'):
                    again = _PatchDict(self.in_dict, self.values, self.clear)
                    setattr(f, name, again(value))
            return f

        def inner(*args, **kw):
            with self:
                return f(*args, **kw)
        for name in ('__module__', '__name__', '__qualname__', '__doc__'):
            if hasattr(f, name):
                setattr(inner, name, getattr(f, name))
        inner.__dict__.update(getattr(f, '__dict__', {}))
        inner.__wrapped__ = f
        return inner

    def __enter__(self):
        if isinstance(self.in_dict, str):
            from pkgutil import resolve_name
            self.in_dict = resolve_name(self.in_dict)
        d = self.in_dict
        try:
            self._original = d.copy()
        except AttributeError:
            self._original = {key: d[key] for key in d}
        if self.clear:
            _clear(d)
        try:
            d.update(self.values)
        except AttributeError:
            for key in self.values:
                d[key] = self.values[key]
        return d

    def __exit__(self, *exc):
        if self._original is not None:
            _clear(self.in_dict)
            try:
                self.in_dict.update(self._original)
            except AttributeError:
                for key in self._original:
                    self.in_dict[key] = self._original[key]
            self._original = None
        return False

    def start(self):
        """Put the entries in."""
        result = self.__enter__()
        _Patch._active.append(self)
        return result

    def stop(self):
        """Put back what was there."""
        if self in _Patch._active:
            _Patch._active.remove(self)
            return self.__exit__(None, None, None)
        return None


def _clear(d):
    try:
        d.clear()
    except AttributeError:
        for key in list(d):
            del d[key]


def _stopall():
    """Stop all patches that were started."""
    for one in reversed(_Patch._active[:]):
        one.stop()


patch.object = _patch_object
patch.dict = _PatchDict
patch.multiple = _patch_multiple
patch.stopall = _stopall
patch.TEST_PREFIX = 'test'
