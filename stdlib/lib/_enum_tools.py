"""What enum offers beside its classes: the functional API, global_enum() with its reprs, unique() and verify().

Part of enum, which imports this at its end.
"""

import sys
from enum import EnumType, Flag, StrEnum, auto
from _enum_flag import _bits


def create(cls, class_name, names, module, qualname, kind, start, boundary):
    metacls = cls.__class__
    bases = (cls,) if kind is None else (kind, cls)
    space = metacls.__prepare__(class_name, bases)
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
        given, names, last = names, [], []
        first_enum = metacls._get_mixins_(class_name, bases)[1]
        for count, name in enumerate(given):
            value = first_enum._generate_next_value_(name, start, count, last[:])
            last.append(value)
            names.append((name, value))
    if names is None:
        names = ()
    for item in names:
        name, value = (item, names[item]) if isinstance(item, str) else item
        space[name] = value
    if module is None:
        try:
            module = sys._getframe(3).f_globals["__name__"]
        except (AttributeError, ValueError, KeyError):
            pass
    if module is not None:
        space["__module__"] = module
    if qualname is not None:
        space["__qualname__"] = qualname
    return metacls.__new__(metacls, class_name, bases, space, boundary=boundary)


def convert(cls, name, module, accepts, source, boundary, as_global):
    space = sys.modules[module].__dict__
    found = [(n, v) for n, v in (source.__dict__ if source else space).items() if accepts(n)]
    try:
        found.sort(key=lambda pair: (pair[1], pair[0]))
    except TypeError:
        found.sort(key=lambda pair: pair[0])
    made = cls(name, dict(found), module=module, boundary=boundary or getattr(cls, "_boundary_", None)) \
        if issubclass(cls, Flag) else cls(name, dict(found), module=module)
    if as_global:
        global_enum(made)
    else:
        space.update(made.__members__)
    space[name] = made
    return made


def _module(self):
    return self.__class__.__module__.split(".")[-1]


def global_enum_repr(self):
    """module.NAME"""
    return f"{_module(self)}.{self._name_}"


def global_flag_repr(self):
    """module.NAME|module.OTHER, or module.Class(number) where bits have no name."""
    module = _module(self)
    name = self.__class__.__name__
    if self._name_ is None:
        return f"{module}.{name}({self._value_})"
    if "|" not in self._name_:
        return f"{module}.{self._name_}"
    return "|".join(n if n[0].isdigit() else f"{module}.{n}" for n in self._name_.split("|"))


def global_str(self):
    """NAME"""
    if self._name_ is None:
        return f"{self.__class__.__name__}({self._value_!r})"
    return self._name_


def global_enum(cls, update_str=False):
    """Decorator: puts the members into their module and prints them as its names."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    from enum import ReprEnum
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


def show_flag_values(value):
    """The bits of a number or member, as a list."""
    return list(_bits(int(value.value if isinstance(value, Flag) else value)))


def unique(enumeration):
    """Decorator: refuses aliases."""
    doubles = [f"{alias} -> {m.name}" for alias, m in enumeration.__members__.items() if alias != m.name]
    if doubles:
        raise ValueError(f"duplicate values found in {enumeration!r}: {', '.join(doubles)}")
    return enumeration


class EnumCheck(StrEnum):
    """What verify() can demand."""
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Decorator: checks an enumeration for the given demands."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                doubles = [f"{a} -> {m.name}" for a, m in enumeration.__members__.items() if a != m.name]
                if doubles:
                    raise ValueError(f"aliases found in {enumeration!r}: {', '.join(doubles)}")
            elif check is CONTINUOUS:
                self._continuous(enumeration)
            elif check is NAMED_FLAGS:
                self._named(enumeration)
        return enumeration

    @staticmethod
    def _continuous(enumeration):
        values = {m.value for m in enumeration}
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        kind = "enum"
        if issubclass(enumeration, Flag):
            kind = "flag"
            missing = [1 << i for i in range(low.bit_length(), high.bit_length() - 1) if 1 << i not in values]
        else:
            missing = [i for i in range(low + 1, high) if i not in values]
        if missing:
            raise ValueError(f"invalid {kind} {enumeration.__name__!r}: missing values "
                             + ", ".join(map(str, missing)))

    @staticmethod
    def _named(enumeration):
        names = enumeration._member_names_
        values = [m.value for m in enumeration]
        wrong, lost = [], 0
        for name, alias in enumeration._member_map_.items():
            if name in names or alias.value < 0:
                continue
            absent = [v for v in _bits(alias.value) if v not in values]
            if absent:
                wrong.append(name)
                for v in absent:
                    lost |= v
        if wrong:
            start = f"alias {wrong[0]} is" if len(wrong) == 1 else \
                f"aliases {', '.join(wrong[:-1])} and {wrong[-1]} are"
            many = bin(lost).count("1") > 1
            what = f"combined values of {hex(lost)}" if many else f"value {hex(lost)}"
            raise ValueError(f"invalid Flag {enumeration.__name__!r}: {start} missing {what} "
                             "[use enum.show_flag_values(value) for details]")
