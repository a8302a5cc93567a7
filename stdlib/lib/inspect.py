"""Looking into live objects: what they are, their members, documentation, source, signatures and frames.

Signatures are in _inspect_signature, source text in _inspect_source, frames and argument lists in _inspect_frames. A
predicate about a kind of object that does not exist in Baton answers False.
"""

import sys

from _inspect_signature import (BoundArguments, Parameter, Signature, _Builtin, _Function, _Method,
                                _MethodDescriptor, _ParameterKind, _empty, formatannotation, signature, unwrap)

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR, CO_NOFREE = 1, 2, 4, 8, 16, 32, 64
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512
TPFLAGS_IS_ABSTRACT = 1 << 20
GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"

_Module = type(sys)
_Generator = type((lambda: (yield))())
_Code = type((lambda: 0).__code__)
_Frame = type(sys._getframe())


class _Slotted:
    __slots__ = ("member",)


_Member = type(_Slotted.__dict__["member"])


def _caught():
    try:
        raise ValueError
    except ValueError as error:
        return type(error.__traceback__)


_TracebackType = _caught()


# --- kinds of objects ---

def ismodule(object):
    """Is it a module?"""
    return isinstance(object, _Module)


def isclass(object):
    """Is it a class?"""
    return isinstance(object, type)


def ismethod(object):
    """Is it a bound method of a Python function?"""
    return isinstance(object, _Method)


def isfunction(object):
    """Is it a Python function?"""
    return isinstance(object, _Function)


def isbuiltin(object):
    """Is it a builtin function or bound builtin method?"""
    return isinstance(object, _Builtin)


def ismethodwrapper(object):
    """Is it a bound special method of a builtin type?"""
    return type(object).__name__ == "method-wrapper"


def isroutine(object):
    """Is it a function or method of any kind?"""
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object) \
        or ismethodwrapper(object)


def ismethoddescriptor(object):
    """Has it __get__ but not __set__, and is no function, method or class?"""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__get__") and not hasattr(kind, "__set__") and not isinstance(object, _Builtin) \
        or isinstance(object, _MethodDescriptor)


def isdatadescriptor(object):
    """Has it __set__ or __delete__?"""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__set__") or hasattr(kind, "__delete__")


def ismemberdescriptor(object):
    """Is it the descriptor of a slot?"""
    return isinstance(object, _Member)


def isgetsetdescriptor(object):
    """Is it an attribute of a builtin type?"""
    return type(object).__name__ == "getset_descriptor" or \
        type(object) is property and isinstance(object.fget, (_Builtin, _MethodDescriptor))


def isgenerator(object):
    """Is it a generator?"""
    return isinstance(object, _Generator)


def _inner(f):
    while ismethod(f):
        f = f.__func__
    tools = sys.modules.get("functools")
    while tools and isinstance(f, tools.partial):
        f = f.func
        while ismethod(f):
            f = f.__func__
    return f


def _has_code_flag(f, flag):
    f = _inner(f)
    return isfunction(f) and bool(f.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    """Does calling it give a generator?"""
    return _has_code_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    """Was it written with async def?"""
    return _has_code_flag(obj, CO_COROUTINE)


def isasyncgenfunction(obj):
    """Does calling it give an asynchronous generator?"""
    return _has_code_flag(obj, CO_ASYNC_GENERATOR)


def iscoroutine(object):
    """Is it a coroutine?"""
    return type(object).__name__ == "coroutine"


def isasyncgen(object):
    """Is it an asynchronous generator?"""
    return type(object).__name__ == "async_generator"


def isawaitable(object):
    """Can it be awaited?"""
    return iscoroutine(object) or hasattr(type(object), "__await__")


def iscode(object):
    """Is it a code object?"""
    return isinstance(object, _Code)


def isframe(object):
    """Is it a frame?"""
    return isinstance(object, _Frame)


def istraceback(object):
    """Is it a traceback?"""
    return isinstance(object, _TracebackType)


def isabstract(object):
    """Is it a class that can't be instantiated because methods are missing?"""
    return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", None))


# --- classes and members ---

def getmro(cls):
    """The classes an attribute is looked for in, in order."""
    return cls.__mro__


def _members(object, predicate, get):
    names = dir(object)
    mro = (object, *object.__mro__) if isclass(object) else ()
    if mro:
        for base in object.__bases__:
            for name, value in base.__dict__.items():
                if name not in names and isinstance(value, property) and type(value) is not property:
                    names.append(name)
    found, seen = [], set()
    for name in names:
        try:
            value = get(object, name)
            if name in seen:
                raise AttributeError
        except AttributeError:
            for base in mro:
                if name in base.__dict__:
                    value = base.__dict__[name]
                    break
            else:
                continue
        if not predicate or predicate(value):
            found.append((name, value))
        seen.add(name)
    found.sort(key=lambda pair: pair[0])
    return found


def getmembers(object, predicate=None):
    """(name, value) of all members, by name."""
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    """As getmembers(), without running descriptors or __getattr__."""
    return _members(object, predicate, getattr_static)


_missing = object()


def _static_dict(obj):
    try:
        return object.__getattribute__(obj, "__dict__")
    except AttributeError:
        return {}


def _in_mro(cls, name):
    for base in type.__dict__["__mro__"].__get__(cls) if not hasattr(cls, "__mro__") else cls.__mro__:
        if name in base.__dict__:
            return base.__dict__[name]
    return _missing


def getattr_static(obj, attr, default=_missing):
    """An attribute as it is stored, without running any code of the object."""
    found = _missing
    kind = type(obj)
    if not isinstance(obj, type):
        of_class = _in_mro(kind, attr)
        own = _static_dict(obj)
        if isinstance(own, dict) and attr in own and type(_in_mro(kind, "__dict__")) is not property:
            found = dict.__getitem__(own, attr)
        elif isinstance(own, dict) and attr in own:
            found = dict.__getitem__(own, attr)
    else:
        of_class = _in_mro(obj, attr)
    if found is not _missing and of_class is not _missing:
        if hasattr(type(of_class), "__get__") and \
                (hasattr(type(of_class), "__set__") or hasattr(type(of_class), "__delete__")):
            return of_class
    if found is not _missing:
        return found
    if of_class is not _missing:
        return of_class
    if isinstance(obj, type):
        of_meta = _in_mro(kind, attr)
        if of_meta is not _missing:
            return of_meta
    if default is not _missing:
        return default
    raise AttributeError(attr)


def record(name, fields, module="inspect"):
    """A small named tuple class."""
    names = tuple(fields.split())

    def __new__(cls, *values, **more):
        values += tuple(more.pop(n) for n in names[len(values):] if n in more)
        if more or len(values) != len(names):
            raise TypeError(f"{name}() takes {len(names)} arguments")
        return tuple.__new__(cls, values)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{n}={v!r}' for n, v in zip(names, self))})"

    def _asdict(self):
        return dict(zip(names, self))

    def _replace(self, /, **changes):
        made = type(self)(*[changes.pop(n, v) for n, v in zip(names, self)])
        if changes:
            raise ValueError(f"Got unexpected field names: {list(changes)!r}")
        return made
    def _make(cls, iterable):
        return cls(*iterable)
    space = {"__slots__": (), "__new__": __new__, "_make": classmethod(_make), "_field_defaults": {}, "__repr__": __repr__, "_fields": names, "_asdict": _asdict,
             "_replace": _replace, "__match_args__": names, "__module__": module}
    for i, n in enumerate(names):
        space[n] = property(lambda self, i=i: self[i])
    return type(name, (tuple,), space)


Attribute = record("Attribute", "name kind defining_class object")


def classify_class_attrs(cls):
    """Attribute records (name, kind, defining class, object) of a class."""
    metamro = tuple(c for c in type(cls).__mro__ if c not in (type, object))
    chain = (cls, *cls.__mro__[1:], *metamro)
    result = []
    for name in dir(cls):
        home, raw = None, _missing
        for base in chain:
            if name in base.__dict__:
                home, raw = base, base.__dict__[name]
                break
        try:
            value = getattr(cls, name) if name != "__dict__" else raw
        except Exception:
            value = raw
        if home is None:
            continue
        if isinstance(raw, (staticmethod,)) or isinstance(raw, _Builtin) and name == "__new__":
            kind = "static method"
        elif isinstance(raw, classmethod) or isinstance(raw, _Builtin):
            kind = "class method"
        elif isinstance(raw, property) and not isgetsetdescriptor(raw):
            kind = "property"
        elif isroutine(raw):
            kind = "method"
        else:
            kind = "data"
        result.append(Attribute(name, kind, home, value if kind in ("static method", "class method") and
                                False else raw))
    return result


def getclasstree(classes, unique=False):
    """Classes as nested lists, each list below the class it derives from."""
    children, roots = {}, []
    for c in classes:
        if c.__bases__:
            for parent in c.__bases__:
                below = children.setdefault(parent, [])
                if c not in below:
                    below.append(c)
                if unique and parent in classes:
                    break
        elif c not in roots:
            roots.append(c)
    for parent in children:
        if parent not in classes:
            roots.append(parent)
    return walktree(roots, children, None)


def walktree(classes, children, parent):
    """For getclasstree()."""
    results = []
    for c in sorted(classes, key=lambda c: (c.__module__, c.__name__)):
        results.append((c, c.__bases__))
        if c in children:
            results.append(walktree(children[c], children, c))
    return results


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """The annotations of a class, module or callable, as a new dict."""
    if isinstance(obj, type):
        notes = obj.__dict__.get("__annotations__", None)
        module = sys.modules.get(getattr(obj, "__module__", None))
        own_globals, own_locals, inner = getattr(module, "__dict__", None), dict(vars(obj)), obj
    elif ismodule(obj):
        notes, own_globals, own_locals, inner = getattr(obj, "__annotations__", None), obj.__dict__, None, None
    elif callable(obj):
        notes = getattr(obj, "__annotations__", None)
        own_globals, own_locals, inner = getattr(obj, "__globals__", None), None, obj
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    if notes is None:
        return {}
    if not isinstance(notes, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    if not eval_str or not notes:
        return dict(notes)
    if inner is not None:
        inner = unwrap(_inner(inner)) if not isinstance(inner, type) else inner
        own_globals = getattr(inner, "__globals__", own_globals)
    globals = own_globals if globals is None else globals
    locals = own_locals if locals is None else locals
    return {k: eval(v, globals, locals) if isinstance(v, str) else v for k, v in notes.items()}


# --- documentation ---

def cleandoc(doc):
    """A docstring without the indentation its source gave it."""
    try:
        lines = doc.expandtabs().split("\n")
    except UnicodeError:
        return None
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.lstrip()]
    lines[0] = lines[0].lstrip()
    if margins:
        cut = min(margins)
        lines[1:] = [line[cut:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def _doc_from_bases(obj):
    if isclass(obj):
        for base in obj.__mro__:
            if base is not object and base.__doc__ is not None:
                return base.__doc__
        return None
    if ismethod(obj):
        name, owner = obj.__func__.__name__, obj.__self__
        cls = owner if isclass(owner) else type(owner)
    elif isfunction(obj):
        name = obj.__name__
        cls = sys.modules.get(obj.__module__)
        for part in obj.__qualname__.split(".")[:-1]:
            cls = getattr(cls, part, None)
        if not isclass(cls) or getattr(cls, name, None) is not obj:
            return None
    elif isinstance(obj, property):
        name = getattr(obj.fget, "__name__", None)
        cls = sys.modules.get(getattr(obj.fget, "__module__", None))
        for part in getattr(obj.fget, "__qualname__", "").split(".")[:-1]:
            cls = getattr(cls, part, None)
        if not isclass(cls):
            return None
    else:
        return None
    for base in cls.__mro__:
        try:
            doc = getattr(base, name).__doc__
        except AttributeError:
            continue
        if doc is not None:
            return doc
    return None


def getdoc(object):
    """The docstring of an object, or the one it inherits, cleaned."""
    try:
        doc = object.__doc__
    except AttributeError:
        return None
    if doc is None:
        try:
            doc = _doc_from_bases(object)
        except (AttributeError, TypeError):
            return None
    return cleandoc(doc) if isinstance(doc, str) else None


# --- generators and closures ---

def getgeneratorstate(generator):
    """One of GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED."""
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_suspended:
        return GEN_SUSPENDED
    return GEN_CLOSED if generator.gi_frame is None else GEN_CREATED


def getgeneratorlocals(generator):
    """The variables of a generator, by name."""
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    frame = generator.gi_frame
    return frame.f_locals if frame is not None else {}


ClosureVars = record("ClosureVars", "nonlocals globals builtins unbound")


def getclosurevars(func):
    """What the names of a function that are not its own mean now."""
    func = _inner(func) if ismethod(func) else func
    if not isfunction(func):
        raise TypeError(f"{func!r} is not a Python function")
    code = func.__code__
    nonlocals = {n: c.cell_contents for n, c in zip(code.co_freevars, func.__closure__ or ())}
    space = func.__globals__
    builtins = space.get("__builtins__") or sys.modules["builtins"]
    if ismodule(builtins):
        builtins = builtins.__dict__
    globals_found, builtins_found, unbound = {}, {}, set()
    for name in code.co_names:
        if name in ("None", "True", "False"):
            continue
        if name in space:
            globals_found[name] = space[name]
        elif name in builtins:
            builtins_found[name] = builtins[name]
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, globals_found, builtins_found, unbound)


from _inspect_frames import (ArgInfo, Arguments, FrameInfo, FullArgSpec, Traceback, currentframe, formatargvalues,
                             getargs, getargvalues, getcallargs, getframeinfo, getfullargspec, getinnerframes,
                             getlineno, getouterframes, stack, trace)
from _inspect_source import (EndOfBlock, findsource, getabsfile, getblock, getcomments, getfile, getmodule,
                             getmodulename, getsource, getsourcefile, getsourcelines, indentsize)
