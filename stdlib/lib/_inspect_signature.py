"""Signatures of callables: Parameter, Signature, BoundArguments and how a signature is found. Part of inspect."""

import sys
from enum import IntEnum

_Function = type(lambda: 0)
_Builtin = type(len)
_MethodDescriptor = type(str.upper)
_Method = type((lambda self: 0).__get__(0))
_MappingProxy = type(type.__dict__)
_ALIAS = type(list[int])


class _empty:
    """Stands for an annotation or default that is not there."""


class _ParameterKind(IntEnum):
    POSITIONAL_ONLY = "positional-only"
    POSITIONAL_OR_KEYWORD = "positional or keyword"
    VAR_POSITIONAL = "variadic positional"
    KEYWORD_ONLY = "keyword-only"
    VAR_KEYWORD = "variadic keyword"

    def __new__(cls, description):
        made = int.__new__(cls, len(cls.__members__))
        made._value_ = int(made)
        made.description = description
        return made

    def __str__(self):
        return self.name


_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _ParameterKind


def formatannotation(annotation, base_module=None):
    """An annotation as text."""
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, _ALIAS):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


def _is_keyword(name):
    try:
        compile(name + " = 0", "<name>", "exec")
    except SyntaxError:
        return True
    return False


class Parameter:
    """One parameter: name, kind, default, annotation. Not to be changed."""
    __slots__ = ("_name", "_kind", "_default", "_annotation")
    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind") from None
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        self._default = default
        self._annotation = annotation
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if name[0] == "." and name[1:].isdigit():  # the iterable of a comprehension
            if self._kind != _POSITIONAL_OR_KEYWORD:
                raise ValueError("implicit arguments must be passed as positional or keyword arguments, "
                                 f"not {self._kind.description}")
            self._kind = _POSITIONAL_ONLY
            name = "implicit" + name[1:]
        if not name.isidentifier() or self._kind is not _POSITIONAL_ONLY and _is_keyword(name):
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name = name

    @classmethod
    def _plain(cls, name, kind, default=_empty, annotation=_empty):
        """Made without checks, from what a function says of itself."""
        self = object.__new__(cls)
        self._name, self._kind, self._default, self._annotation = name, kind, default, annotation
        return self

    def __reduce__(self):
        return type(self), (self._name, self._kind), {"_default": self._default, "_annotation": self._annotation}

    def __setstate__(self, state):
        self._default = state["_default"]
        self._annotation = state["_annotation"]

    @property
    def name(self):
        return self._name

    @property
    def default(self):
        return self._default

    @property
    def annotation(self):
        return self._annotation

    @property
    def kind(self):
        return self._kind

    def replace(self, *, name=_empty, kind=_empty, annotation=..., default=...):
        """A copy with some of it changed."""
        return type(self)(self._name if name is _empty else name, self._kind if kind is _empty else kind,
                          annotation=self._annotation if annotation is ... else annotation,
                          default=self._default if default is ... else default)

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += ": " + formatannotation(self._annotation)
        if self._default is not _empty:
            text += (" = " if self._annotation is not _empty else "=") + repr(self._default)
        if self._kind == _VAR_POSITIONAL:
            return "*" + text
        return "**" + text if self._kind == _VAR_KEYWORD else text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def _key(self):
        return self._name, self._kind, self._default, self._annotation

    def __hash__(self):
        return hash(self._key())

    def __eq__(self, other):
        if self is other:
            return True
        return self._key() == other._key() if isinstance(other, Parameter) else NotImplemented


class BoundArguments:
    """Arguments as a signature binds them: a dict from parameters to values."""
    __slots__ = ("arguments", "_signature", "__weakref__")

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        args = []
        for name, param in self._signature.parameters.items():
            if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            if param.kind == _VAR_POSITIONAL:
                args.extend(self.arguments[name])
            else:
                args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        kwargs = {}
        started = False
        for name, param in self._signature.parameters.items():
            if not started:
                if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    started = True
                elif name not in self.arguments:
                    started = True
                    continue
            if started and name in self.arguments:
                if param.kind == _VAR_KEYWORD:
                    kwargs.update(self.arguments[name])
                else:
                    kwargs[name] = self.arguments[name]
        return kwargs

    def apply_defaults(self):
        """Fill in the defaults of what was not given."""
        new = []
        for name, param in self._signature.parameters.items():
            if name in self.arguments:
                new.append((name, self.arguments[name]))
            elif param.default is not _empty:
                new.append((name, param.default))
            elif param.kind is _VAR_POSITIONAL:
                new.append((name, ()))
            elif param.kind is _VAR_KEYWORD:
                new.append((name, {}))
        self.arguments = dict(new)

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __getstate__(self):
        return {"_signature": self._signature, "arguments": self.arguments}

    def __setstate__(self, state):
        self._signature = state["_signature"]
        self.arguments = state["arguments"]

    def __repr__(self):
        return f"<{type(self).__name__} ({', '.join(f'{n}={v!r}' for n, v in self.arguments.items())})>"


class Signature:
    """The parameters of a callable, in order, and what it returns. Not to be changed."""
    __slots__ = ("_return_annotation", "_parameters")
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        found = {}
        if parameters is not None:
            top, defaults = _POSITIONAL_ONLY, False
            for param in parameters:
                if __validate_parameters__:
                    if param.kind < top:
                        raise ValueError(f"wrong parameter order: {top.description} parameter before "
                                         f"{param.kind.description} parameter")
                    if param.kind > top:
                        top = param.kind
                    if param.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                        if param.default is not _empty:
                            defaults = True
                        elif defaults:
                            raise ValueError("non-default argument follows default argument")
                    if param.name in found:
                        raise ValueError(f"duplicate parameter name: {param.name!r}")
                found[param.name] = param
        self._parameters = _MappingProxy(found)
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        """The signature of any callable."""
        return find(obj, cls, follow_wrapped, (globals, locals, eval_str))

    @property
    def parameters(self):
        return self._parameters

    @property
    def return_annotation(self):
        return self._return_annotation

    def replace(self, *, parameters=..., return_annotation=...):
        """A copy with some of it changed."""
        return type(self)(self.parameters.values() if parameters is ... else parameters,
                          return_annotation=self._return_annotation if return_annotation is ... else return_annotation)

    def _key(self):
        params = tuple(p for p in self.parameters.values() if p.kind != _KEYWORD_ONLY)
        named = {p.name: p for p in self.parameters.values() if p.kind == _KEYWORD_ONLY}
        return params, named, self.return_annotation

    def __hash__(self):
        params, named, returned = self._key()
        return hash((params, frozenset(named.values()), returned))

    def __eq__(self, other):
        if self is other:
            return True
        return self._key() == other._key() if isinstance(other, Signature) else NotImplemented

    def _bind(self, args, kwargs, partial=False):
        from _inspect_bind import bind
        return BoundArguments(self, bind(self, args, kwargs, partial))

    def bind(self, /, *args, **kwargs):
        """What a call with these arguments would give each parameter; TypeError if it can't be made."""
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        """As bind(), but arguments may be missing."""
        return self._bind(args, kwargs, True)

    def __reduce__(self):
        return type(self), (tuple(self._parameters.values()),), {"_return_annotation": self._return_annotation}

    def __setstate__(self, state):
        self._return_annotation = state["_return_annotation"]

    def __repr__(self):
        return f"<{type(self).__name__} {self}>"

    def __str__(self):
        texts = []
        positional_only, star_due = False, True
        for param in self.parameters.values():
            if param.kind == _POSITIONAL_ONLY:
                positional_only = True
            elif positional_only:
                texts.append("/")
                positional_only = False
            if param.kind == _VAR_POSITIONAL:
                star_due = False
            elif param.kind == _KEYWORD_ONLY and star_due:
                texts.append("*")
                star_due = False
            texts.append(str(param))
        if positional_only:
            texts.append("/")
        text = f"({', '.join(texts)})"
        if self.return_annotation is not _empty:
            text += " -> " + formatannotation(self.return_annotation)
        return text


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The signature of a callable."""
    return find(obj, Signature, follow_wrapped, (globals, locals, eval_str))


# --- finding ---

def unwrap(func, *, stop=None):
    """What decorators have wrapped, along __wrapped__."""
    first, seen = func, {id(func)}
    while not isinstance(func, type) and hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= sys.getrecursionlimit():
            raise ValueError(f"wrapper loop when unwrapping {first!r}")
        seen.add(id(func))
    return func


def _without_first(sig):
    """The signature of a method once it is bound."""
    params = list(sig.parameters.values())
    if not params or params[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError("invalid method signature")
    if params[0].kind is not _VAR_POSITIONAL:
        params = params[1:]
    return sig.replace(parameters=params)


def _of_function(func, cls, how):
    from inspect import get_annotations
    code = func.__code__
    names = code.co_varnames
    count, positional_only, named = code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount
    globals, locals, eval_str = how
    notes = get_annotations(func, globals=globals, locals=locals, eval_str=eval_str)
    defaults = func.__defaults__ or ()
    named_defaults = func.__kwdefaults__ or {}
    first_default = count - len(defaults)
    params = []
    for i, name in enumerate(names[:count]):
        kind = _POSITIONAL_ONLY if i < positional_only else _POSITIONAL_OR_KEYWORD
        params.append(Parameter._plain(name, kind, defaults[i - first_default] if i >= first_default else _empty,
                                       notes.get(name, _empty)))
    at = count + named
    if code.co_flags & 4:
        params.append(Parameter._plain(names[at], _VAR_POSITIONAL, _empty, notes.get(names[at], _empty)))
        at += 1
    for name in names[count:count + named]:
        params.append(Parameter._plain(name, _KEYWORD_ONLY, named_defaults.get(name, _empty),
                                       notes.get(name, _empty)))
    if code.co_flags & 8:
        params.append(Parameter._plain(names[at], _VAR_KEYWORD, _empty, notes.get(names[at], _empty)))
    for i, param in enumerate(params):
        if param._name[:1] == ".":
            params[i] = Parameter(param._name, param._kind)
    return cls(params, return_annotation=notes.get("return", _empty), __validate_parameters__=False)


# Defaults that the declaration of a builtin can't spell.
_SPELLED = {"print": "($module, /, *args, sep=' ', end='\\n', file=None, flush=False)"}


def _of_text(cls, obj, text, bound=True):
    """From __text_signature__; a parameter marked $ goes if the object is bound."""
    body = text[1:text.rindex(")")]
    marked = body.startswith("$")
    if marked:
        body = body[1:]
    space = {}
    if body.startswith(("module, /", "type, /", "self, /")):
        first = body[:body.index(",")]
        body = body[len(first) + 1:].strip()
        if body == "/":
            body = first + ", /"
        elif body.startswith("/,"):
            body = first + ", /" + body[1:]
        else:
            body = first + ", " + body
    try:
        exec(f"def made({body}): pass", {}, space)
    except SyntaxError:
        raise ValueError(f"{obj!r} builtin has invalid signature") from None
    sig = _of_function(space["made"], cls, (None, None, False))
    params = list(sig.parameters.values())
    if marked and params:
        own = getattr(obj, "__self__", None)
        is_module = isinstance(own, type(sys))
        if bound and (own is not None or is_module):
            params = params[1:]
        else:
            params[0] = params[0].replace(kind=_POSITIONAL_ONLY)
    return sig.replace(parameters=params)


def _of_partial(partial, wrapped, extra=()):
    """What is left of a signature when some arguments are given."""
    old = wrapped.parameters
    new = dict(old)
    args = (*extra, *(partial.args or ()))
    given = partial.keywords or {}
    try:
        bound = wrapped.bind_partial(*args, **given).arguments
    except TypeError as error:
        raise ValueError(f"partial object {partial!r} has incorrect arguments") from error
    to_keyword = False
    for name, param in old.items():
        if name in bound:
            value = bound[name]
            if param.kind is _POSITIONAL_ONLY or param.kind is _POSITIONAL_OR_KEYWORD and name not in given:
                new.pop(name)
                continue
            if param.kind is _POSITIONAL_OR_KEYWORD:
                to_keyword = True
                new[name] = param.replace(default=value)
            elif param.kind is _KEYWORD_ONLY:
                new[name] = param.replace(default=value)
        if to_keyword:
            if param.kind is _POSITIONAL_OR_KEYWORD:
                new[name] = new.pop(name).replace(kind=_KEYWORD_ONLY)
            elif param.kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
                new[name] = new.pop(name)
            elif param.kind is _VAR_POSITIONAL:
                new.pop(name)
    return wrapped.replace(parameters=new.values())


def _written(cls, name):
    """A method that a class or its bases define in Python; None for a builtin one."""
    method = getattr(cls, name, None)
    if method is None or isinstance(method, (_Builtin, _MethodDescriptor)):
        return None
    return method


def find(obj, cls, follow_wrapped=True, how=(None, None, False), bound=True):
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if isinstance(obj, _Method):
        sig = find(obj.__func__, cls, follow_wrapped, how)
        return _without_first(sig) if bound else sig
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or isinstance(f, _Method))
        if isinstance(obj, _Method):
            return find(obj, cls, follow_wrapped, how)
    own = getattr(obj, "__signature__", None)
    if own is not None:
        if not isinstance(own, Signature):
            raise TypeError(f"unexpected object {own!r} in __signature__ attribute")
        return own
    tools = sys.modules.get("functools")
    method = getattr(obj, "_partialmethod", None)
    if tools and method is not None and isinstance(method, tools.partialmethod):
        wrapped = find(method.func, cls, follow_wrapped, how)
        sig = _of_partial(method, wrapped, (None,))
        first = tuple(wrapped.parameters.values())[0]
        if first.kind is _VAR_POSITIONAL:
            return sig
        return sig.replace(parameters=(first, *sig.parameters.values()))
    if isinstance(obj, _Function):
        return _of_function(obj, cls, how)
    if isinstance(obj, (_Builtin, _MethodDescriptor)):
        text = _SPELLED.get(obj.__name__) if obj in (print,) else getattr(obj, "__text_signature__", None)
        if not text:
            raise ValueError(f"no signature found for builtin {obj!r}")
        return _of_text(cls, obj, text, bound)
    if tools and isinstance(obj, tools.partial):
        return _of_partial(obj, find(obj.func, cls, follow_wrapped, how))
    if isinstance(obj, type):
        return _of_class(obj, cls, follow_wrapped, how)
    call = _written(type(obj), "__call__")
    if call is not None:
        try:
            return _without_first(find(call, cls, follow_wrapped, how))
        except ValueError as error:
            raise ValueError(f"no signature found for {obj!r}") from error
    raise ValueError(f"callable {obj!r} is not supported by signature")


def _of_class(obj, cls, follow_wrapped, how):
    call = _written(type(obj), "__call__")
    if call is not None:
        return _without_first(find(call, cls, follow_wrapped, how))
    new, init = _written(obj, "__new__"), _written(obj, "__init__")
    for base in obj.__mro__:
        if new is not None and "__new__" in base.__dict__:
            return _without_first(find(new, cls, follow_wrapped, how))
        if init is not None and "__init__" in base.__dict__:
            return _without_first(find(init, cls, follow_wrapped, how))
    for base in obj.__mro__[:-1]:
        text = base.__dict__.get("__new__") and getattr(base, "__text_signature__", None)
        if text:
            return _of_text(cls, obj, text)
    if type not in obj.__mro__:
        if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
            return cls(())
        raise ValueError(f"no signature found for builtin type {obj!r}")
    raise ValueError(f"no signature found for builtin {type(obj)!r}")
