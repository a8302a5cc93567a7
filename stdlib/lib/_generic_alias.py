"""Type variables within list[T] and the like. Loaded when a GenericAlias is asked for them after typing was imported:
before, nobody can have made one."""

import typing


def parameters(args):
    """The type variables in the arguments of an alias."""
    return tuple(typing._parameters_of(args))


def subscript(alias, item):
    """The arguments of alias[item]."""
    variables = parameters(alias.__args__)
    if not variables:
        raise TypeError(f"{alias!r} is not a generic class")
    if not isinstance(item, tuple):
        item = (item,)
    if any(getattr(v, "several", False) for v in variables):
        return typing._substitute(alias.__args__, typing._assigned(alias, variables, item))
    typing._check_count(repr(alias), item, len(variables))
    return typing._substitute(alias.__args__, dict(zip(variables, item)))
