"""Enumerations: classes whose attributes are a fixed set of named values.

A class body is collected in an _EnumDict, which tells members from methods and works out auto(). The members
wait in the new class as a _Waiting object, whose __set_name__ makes the real ones: so they exist before
__init_subclass__ runs. Members are plain class attributes and found as fast as those. `name` and `value` of the class
itself are answered by the metaclass, so that members may bear these names. Flags are in _enum_flag, imported at the
end; the functional API, reprs and checks of whole classes in _enum_tools.
"""

__all__ = ["EnumType", "EnumMeta", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique",
           "property", "verify", "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP",
           "global_flag_repr", "global_enum_repr", "global_str", "global_enum", "EnumCheck", "CONTINUOUS",
           "NAMED_FLAGS", "UNIQUE", "pickle_by_global_name", "pickle_by_enum_name"]

import sys
from builtins import property as _property

_MappingProxy = type(type.__dict__)
Enum = Flag = EJECT = KEEP = ReprEnum = None


class nonmember:
    """Keeps an item of the class body from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes an item of the class body a member, whatever it is."""

    def __init__(self, value):
        self.value = value


class _AutoNull:
    def __repr__(self):
        return "_auto_null"


_auto_null = _AutoNull()


class auto:
    """Stands for a value that the class chooses."""

    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return f"auto({self.value!r})"


class property(_property):
    """A property whose name a member of the class may have as well."""
    member = None
    name = None
    clsname = None

    def __set_name__(self, owner, name):
        self.name = name
        self.clsname = owner.__name__

    def __get__(self, instance, owner=None):
        if instance is not None and self.fget is not None:
            return self.fget(instance)
        if self.member is not None:
            return self.member
        if instance is None:
            found = owner._member_map_.get(self.name)
            if found is not None:
                return found
            raise AttributeError(f"{owner!r} has no attribute {self.name!r}")
        if self.name in instance.__dict__:
            return instance.__dict__[self.name]
        raise AttributeError(f"{owner!r} member has no attribute {self.name!r}")

    def __set__(self, instance, value):
        if self.fset is None:
            if self.fget is None:
                instance.__dict__[self.name] = value
                return
            raise AttributeError(f"<enum {self.clsname!r}> cannot set attribute {self.name!r}")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot delete attribute {self.name!r}")
        self.fdel(instance)


def _is_descriptor(obj):
    kind = type(obj)
    return hasattr(kind, "__get__") or hasattr(kind, "__set__") or hasattr(kind, "__delete__")


def _is_dunder(name):
    return len(name) > 4 and name[:2] == "__" == name[-2:] and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == "_" == name[-1] and name[1] != "_" and name[-2] != "_"


def _is_private(cls_name, name):
    start = f"_{cls_name}__"
    return len(name) > len(start) and name.startswith(start) and name[len(start)] != "_" and name[-2:] != "__"


def _is_single_bit(num):
    return num > 0 and num & (num - 1) == 0


_SUNDERS = ("_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
            "_iter_member_by_value_", "_iter_member_by_def_")


class _EnumDict(dict):
    """The namespace of an enum's body: knows which names are members, and in which order they came."""

    def __init__(self):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._cls_name = ""
        self._generate_next_value = None

    def __setitem__(self, key, value):
        if _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            if key not in _SUNDERS:
                raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
            if key == "_generate_next_value_":
                if self._auto_called:
                    raise TypeError("_generate_next_value_ must be defined before members")
                self._generate_next_value = getattr(value, "__func__", value)
            elif key == "_ignore_":
                value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
                self._ignore = value
                already = set(value) & set(self._member_names)
                if already:
                    raise ValueError(f"_ignore_ cannot specify already set names: {already!r}")
        elif _is_dunder(key):
            if key == "__order__":
                key = "_order_"
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif _is_descriptor(value):
            pass
        else:
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            if isinstance(value, member):
                value = value.value
                self._last_values.append(value)
            elif isinstance(value, auto):
                value = self._choose(key, value)
            elif type(value) is tuple and any(isinstance(v, auto) for v in value):
                value = tuple(self._choose(key, v) if isinstance(v, auto) else v for v in value)
            else:
                self._last_values.append(value)
            self._member_names[key] = None
        super().__setitem__(key, value)

    def _choose(self, key, wish):
        if wish.value is _auto_null:
            wish.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
            self._auto_called = True
        self._last_values.append(wish.value)
        return wish.value

    def update(self, members, **more_members):
        pairs = members.keys() if hasattr(members, "keys") else None
        for name, value in ([(n, members[n]) for n in pairs] if pairs is not None else members):
            self[name] = value
        for name, value in more_members.items():
            self[name] = value


class _Waiting:
    """The members to be: they become members when their class is told of them."""

    def __init__(self, values):
        self.values = values

    def __set_name__(self, cls, name):
        type.__delattr__(cls, name)
        for name, value in self.values:
            self._make(cls, name, value)

    def _make(self, cls, name, value):
        args = value if isinstance(value, tuple) else (value,)
        kind = cls._member_type_
        if kind is tuple:
            args = (args,)
        if not cls._use_args_:
            made = cls._new_member_(cls)
        else:
            made = cls._new_member_(cls, *args)
        if not hasattr(made, "_value_"):
            if kind is object:
                made._value_ = value
            else:
                try:
                    made._value_ = kind(*args)
                except Exception as error:
                    new = TypeError("_value_ not set in __new__, unable to create it")
                    new.__cause__ = error
                    raise new
        value = made._value_
        made._name_ = name
        made.__objclass__ = cls
        made.__init__(*args)
        made._sort_order_ = len(cls._member_names_)
        made = self._enter(cls, name, value, made)
        inherited = None
        for base in cls.__mro__[1:]:
            if name in base.__dict__:
                inherited = base.__dict__[name]
                break
        if isinstance(inherited, _property):
            if name not in ("name", "value"):
                redirect = property(inherited.fget, inherited.fset, inherited.fdel)
                redirect.member = made
                redirect.name = name
                redirect.clsname = cls.__name__
                type.__setattr__(cls, name, redirect)
        else:
            type.__setattr__(cls, name, made)
        cls._member_map_[name] = made
        try:
            cls._value2member_map_.setdefault(value, made)
        except TypeError:
            cls._unhashable_values_.append(value)

    @staticmethod
    def _enter(cls, name, value, made):
        """The first member with this value, for which `name` is an alias; or `made`, now listed."""
        found = None
        try:
            found = cls._value2member_map_.get(value)
        except TypeError:
            for other in cls._member_map_.values():
                if other._value_ == value:
                    return other
        if found is not None:
            return found
        if Flag is None or not issubclass(cls, Flag):
            cls._member_names_.append(name)
        else:
            if not isinstance(value, int) or value > 0:
                cls._flag_mask_ |= value
                if _is_single_bit(value):
                    cls._singles_mask_ |= value
                    cls._member_names_.append(name)
            cls._all_bits_ = 2 ** cls._flag_mask_.bit_length() - 1
        return made


class EnumType(type):
    """Metaclass for Enum."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        space = _EnumDict()
        space._cls_name = cls
        kind, first = metacls._get_mixins_(cls, bases)
        if first is not None:
            space["_generate_next_value_"] = getattr(first, "_generate_next_value_", None)
            space._auto_called = False
        return space

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if not isinstance(classdict, _EnumDict):
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        classdict.setdefault("_ignore_", []).append("_ignore_")
        for key in classdict["_ignore_"]:
            classdict.pop(key, None)
        member_names = classdict._member_names
        bad = set(member_names) & {"mro", ""}
        if bad:
            raise ValueError("invalid enum member name(s) %s" % ",".join(repr(n) for n in bad))
        order = classdict.pop("_order_", None)
        space = dict(classdict)
        kind, first = metacls._get_mixins_(cls, bases)
        new_member, save_new, use_args = metacls._find_new_(space, kind, first)
        space.update(_new_member_=new_member, _use_args_=use_args, _member_names_=[], _member_map_={},
                     _value2member_map_={}, _unhashable_values_=[], _member_type_=kind,
                     _value_repr_=metacls._find_data_repr_(cls, bases))
        if member_names:
            space["_waiting_"] = _Waiting([(name, space.pop(name)) for name in member_names])
        is_flag = Flag is not None and issubclass(first, Flag) if first is not None else False
        if is_flag or boundary is not None or cls == "Flag" and first is Enum:
            space["_boundary_"] = boundary or getattr(first, "_boundary_", None)
            space["_flag_mask_"] = 0
            space["_singles_mask_"] = 0
            space["_all_bits_"] = 0
            space["_inverted_"] = None
        if "__doc__" not in space and first is not None:
            space["__doc__"] = None
        problem = None
        try:
            made = super().__new__(metacls, cls, bases, space, **kwds)
        except RuntimeError as error:
            problem = error.__cause__
            if problem is None:
                raise
        if problem is not None:  # what went wrong while the members were made
            raise problem
        if first is not None:
            metacls._adopt_methods_(made, space, bases, kind, first)
            if save_new:
                made.__new_member__ = space["__new__"]
            type.__setattr__(made, "__new__", Enum.__new__)
            if is_flag:
                metacls._finish_flag_(made)
            if order is not None:
                metacls._check_order_(made, order)
        return made

    def _adopt_methods_(made, space, bases, kind, first):
        """Prints members as Enum does, unless the class or its data type was asked to."""
        if ReprEnum is not None and ReprEnum in bases:
            if "__format__" not in space:
                made.__format__ = kind.__format__
            if "__str__" not in space:
                method = kind.__str__
                made.__str__ = kind.__repr__ if method is object.__str__ else method
        for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
            if name not in space:
                found = getattr(made, name, None)
                if found is getattr(object, name, None) or found is getattr(kind, name, None):
                    if not (ReprEnum is not None and ReprEnum in made.__mro__ and name in ("__str__", "__format__")):
                        setattr(made, name, getattr(first, name))
    _adopt_methods_ = staticmethod(_adopt_methods_)

    @staticmethod
    def _finish_flag_(made):
        for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
            method = getattr(Flag, name)
            if name not in made.__dict__ and getattr(made, name) is not method:
                if getattr(made, name) is getattr(made._member_type_, name, None):
                    setattr(made, name, method)
        values = [made._member_map_[name]._value_ for name in made._member_names_]
        if values != sorted(values):
            made._iter_member_ = made._iter_member_by_def_

    @staticmethod
    def _check_order_(made, order):
        order = order.replace(",", " ").split() if isinstance(order, str) else list(order)
        if made._member_names_ != order:
            names = made._member_names_
            if Flag is not None and issubclass(made, Flag):
                order = [n for n in order if n in names]
            order = [n for n in order if n not in made._member_map_ or n in names]
            if names != order:
                raise TypeError(f"member order does not match _order_:\n  {names!r}\n  {order!r}")

    def __bool__(cls):
        return True

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            try:
                return cls._value2member_map_[value]
            except (KeyError, TypeError):
                pass
            return cls.__new__(cls, value)
        return cls._create_(value, names=names, module=module, qualname=qualname, type=type, start=start,
                            boundary=boundary)

    def __contains__(cls, member):
        if not isinstance(member, Enum):
            import warnings
            warnings.warn("in 3.12 __contains__ will no longer raise TypeError, but will return True or\n"
                          "False depending on whether the value is a member or the value of a member",
                          DeprecationWarning, stacklevel=2)
            raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'"
                            % (type(member).__qualname__, cls.__class__.__qualname__))
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        super().__delattr__(attr)

    def __dir__(cls):
        names = {"__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__",
                 "__module__", "__name__", "__qualname__"} | set(cls._member_names_)
        if cls._new_member_ is not object.__new__:
            names.add("__new__")
        if cls.__init_subclass__ is not object.__init_subclass__:
            names.add("__init_subclass__")
        if cls._member_type_ is object:
            return sorted(names)
        return sorted(set(dir(cls._member_type_)) | names)

    def __getattr__(cls, name):
        if _is_dunder(name):
            raise AttributeError(name)
        try:
            return cls._member_map_[name]
        except KeyError:
            raise AttributeError(name) from None

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        members = cls._member_map_
        return (members[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    def __reversed__(cls):
        members = cls._member_map_
        return (members[name] for name in reversed(cls._member_names_))

    @_property
    def __members__(cls):
        return _MappingProxy(cls._member_map_)

    @_property
    def name(cls):
        return cls.__getattr__("name")

    @_property
    def value(cls):
        return cls.__getattr__("value")

    def __repr__(cls):
        return f"<{'flag' if Flag is not None and issubclass(cls, Flag) else 'enum'} {cls.__name__!r}>"

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """The functional API: Enum("Name", "A B C")."""
        from _enum_tools import create
        return create(cls, class_name, names, module, qualname, type, start, boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        """Makes an enum of those names of a module that filter() accepts."""
        from _enum_tools import convert
        return convert(cls, name, module, filter, source, boundary, as_global)

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError(f"<enum {class_name!r}> cannot extend {base!r}")

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        """The data type of the members, and the nearest enum class."""
        if not bases or Enum is None:
            return object, Enum
        first = bases[-1]
        if not isinstance(first, EnumType):
            raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] "
                            "enum_type)`")
        return mcls._find_data_type_(class_name, bases) or object, first

    @classmethod
    def _find_data_repr_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base._value_repr_
                if "__repr__" in base.__dict__:
                    return base.__dict__["__repr__"]
        return None

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        found = []
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        if base._member_type_ not in found:
                            found.append(base._member_type_)
                        break
                elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                    pick = candidate or base
                    if pick not in found:
                        found.append(pick)
                    break
                else:
                    candidate = candidate or base
        if len(found) > 1:
            raise TypeError(f"too many data types for {class_name!r}: {set(found)!r}")
        return found[0] if found else None

    @classmethod
    def _find_new_(mcls, space, kind, first):
        """(the function that makes a member, is it one to keep as __new_member__, does it take the value)"""
        new = space.get("__new__")
        save = first is not None and new is not None
        if new is None:
            plain = (None, None.__new__, object.__new__, Enum.__new__ if Enum is not None else None)
            for method in ("__new_member__", "__new__"):
                for owner in (kind, first):
                    target = getattr(owner, method, None)
                    if not any(target == p for p in plain):
                        new = target
                        break
                if new is not None:
                    break
            else:
                new = object.__new__
        return new, save, not (first is None or new in (Enum.__new__ if Enum is not None else None, object.__new__))


EnumMeta = EnumType


class Enum(metaclass=EnumType):
    """Base class of enumerations."""

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for found in cls._member_map_.values():
                if found._value_ == value:
                    return found
        if not cls._member_map_:
            raise TypeError(f"{cls!r} has no members defined")
        problem = None
        try:
            result = cls._missing_(value)
        except Exception as error:
            problem, result = error, None
        try:
            if isinstance(result, cls):
                return result
            if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(result, int):
                return result
            wrong = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
            if result is None and problem is None:
                raise wrong
            if problem is None:
                problem = TypeError(f"error in {cls.__name__}._missing_: returned {result!r} instead of None or a "
                                    "valid member")
            if not isinstance(problem, ValueError):
                problem.__context__ = wrong
            raise problem
        finally:
            problem = wrong = None

    def __init__(self, *args, **kwds):
        pass

    def _generate_next_value_(name, start, count, last_values):
        """The value of auto(): one more than the last value that is a number."""
        if not last_values:
            return start
        try:
            last = last_values[-1]
            last_values.sort()
            if last == last_values[-1]:
                return last + 1
        except TypeError:
            pass
        import warnings
        warnings.warn("In 3.13 the default `auto()`/`_generate_next_value_` will require all values to be sortable "
                      "and support adding +1\nand the value returned will be the largest value in the enum "
                      "incremented by 1", DeprecationWarning, stacklevel=4)
        for last in reversed(last_values):
            try:
                return last + 1
            except TypeError:
                pass
        return start
    _generate_next_value_ = staticmethod(_generate_next_value_)

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        return f"<{self.__class__.__name__}.{self._name_}: {show(self._value_)}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __dir__(self):
        names = set()
        if self.__class__._member_type_ is not object:
            names = set(object.__dir__(self))
        for name in getattr(self, "__dict__", ()):
            if name[0] != "_" and name not in self._member_map_:
                names.add(name)
        for cls in self.__class__.__mro__:
            for name, obj in cls.__dict__.items():
                if name[0] == "_":
                    continue
                if isinstance(obj, _property):
                    if obj.fget is not None or name not in self._member_map_:
                        names.add(name)
                    else:
                        names.discard(name)
                elif name not in self._member_map_:
                    names.add(name)
        return sorted({"__class__", "__doc__", "__eq__", "__hash__", "__module__"} | names)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    # Plain properties, which are read fastest; the class itself is asked through the metaclass.
    def _get_name(self):
        """The name of the Enum member."""
        return self._name_

    def _get_value(self):
        """The value of the Enum member."""
        return self._value_

    def _refuse_name(self, value=None):
        raise AttributeError("<enum 'Enum'> cannot set attribute 'name'")

    def _refuse_value(self, value=None):
        raise AttributeError("<enum 'Enum'> cannot set attribute 'value'")

    name = _property(_get_name, _refuse_name)
    value = _property(_get_value, _refuse_value)
    del _get_name, _get_value, _refuse_name, _refuse_value


class ReprEnum(Enum):
    """Changes only the repr() of its data type, not str() and format()."""


class IntEnum(int, ReprEnum):
    """Enum whose members are also ints."""


class StrEnum(str, ReprEnum):
    """Enum whose members are also strings."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError(f"encoding must be a string, not {values[1]!r}")
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError(f"errors must be a string, not {values[2]!r}")
        made = str.__new__(cls, str(*values))
        made._value_ = str(*values)
        return made

    def _generate_next_value_(name, start, count, last_values):
        """The value of auto(): the name in lower case."""
        return name.lower()
    _generate_next_value_ = staticmethod(_generate_next_value_)


def pickle_by_global_name(self, proto):
    """For __reduce_ex__: a member that is a global of its module."""
    return self.name


def pickle_by_enum_name(self, proto):
    """For __reduce_ex__: a member found by its name."""
    return getattr, (self.__class__, self._name_)


# FlagBoundary is an enum before Flag is one, and Flag needs it.
class FlagBoundary(StrEnum):
    """What a Flag does with bits that no member has."""
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary

from _enum_flag import Flag, IntFlag
from _enum_tools import (CONTINUOUS, NAMED_FLAGS, UNIQUE, EnumCheck, global_enum, global_enum_repr, global_flag_repr,
                         global_str, show_flag_values, unique, verify)
