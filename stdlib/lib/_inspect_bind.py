"""Binding arguments to a signature, with inspect's wording of what is wrong. Used by Signature.bind()."""

from _inspect_signature import (_KEYWORD_ONLY, _POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_KEYWORD,
                                _VAR_POSITIONAL, _empty)


def bind(signature, args, kwargs, partial):
    """A dict from parameter names to values. With partial, arguments may be missing."""
    params = list(signature.parameters.values())
    result = {}
    at = used = 0
    while used < len(args):
        if at == len(params) or params[at].kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
            raise TypeError("too many positional arguments")
        param = params[at]
        if param.kind == _VAR_POSITIONAL:
            result[param.name] = tuple(args[used:])
            used = len(args)
            at += 1
            break
        if param.name in kwargs and param.kind != _POSITIONAL_ONLY:
            raise TypeError(f"multiple values for argument {param.name!r}")
        result[param.name] = args[used]
        used += 1
        at += 1
    rest = params[at:]
    catch_all = None
    if rest and rest[0].kind != _VAR_POSITIONAL:
        first = rest[0]
        if first.kind == _POSITIONAL_ONLY and first.name in kwargs and \
                not any(p.kind == _VAR_KEYWORD for p in params):
            raise TypeError(f"{first.name!r} parameter is positional only, but was passed as a keyword")
    for param in rest:
        if param.kind == _VAR_KEYWORD:
            catch_all = param
        elif param.kind == _VAR_POSITIONAL:
            continue
        elif param.name in kwargs and param.kind != _POSITIONAL_ONLY:
            result[param.name] = kwargs.pop(param.name)
        elif not partial and param.default is _empty:
            if param.kind == _POSITIONAL_ONLY and param.name in kwargs and catch_all is None and \
                    not any(p.kind == _VAR_KEYWORD for p in params):
                raise TypeError(f"{param.name!r} parameter is positional only, but was passed as a keyword")
            raise TypeError(f"missing a required argument: {param.name!r}")
    if kwargs:
        if catch_all is None:
            raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
        result[catch_all.name] = kwargs
    return result
