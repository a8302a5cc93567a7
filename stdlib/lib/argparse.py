"""Command lines: declares arguments, parses them, and writes help. The formatters, actions and
containers are in _argparse_format, _argparse_actions and _argparse_container; here is the parser.
Behaviour: https://docs.python.org/3.11/library/argparse.html"""
import sys

import _argparse_actions
import _argparse_container
import _argparse_format
from _argparse_actions import (_UNRECOGNIZED_ARGS_ATTR, Action, ArgumentError, ArgumentTypeError,
                               BooleanOptionalAction, FileType, Namespace, _AttributeHolder,
                               _get_action_name, _AppendAction, _AppendConstAction, _CountAction,
                               _ExtendAction, _HelpAction, _StoreAction, _StoreConstAction,
                               _StoreFalseAction, _StoreTrueAction, _SubParsersAction,
                               _VersionAction)
from _argparse_container import (_ActionsContainer, _ArgumentGroup, _is_negative_number,
                                 _MutuallyExclusiveGroup)
from _argparse_format import (ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE,
                              ArgumentDefaultsHelpFormatter, HelpFormatter,
                              MetavarTypeHelpFormatter, RawDescriptionHelpFormatter,
                              RawTextHelpFormatter)

__all__ = ['ArgumentParser', 'ArgumentError', 'ArgumentTypeError', 'BooleanOptionalAction',
           'FileType', 'HelpFormatter', 'ArgumentDefaultsHelpFormatter',
           'RawDescriptionHelpFormatter', 'RawTextHelpFormatter', 'MetavarTypeHelpFormatter',
           'Namespace', 'Action', 'ONE_OR_MORE', 'OPTIONAL', 'PARSER', 'REMAINDER', 'SUPPRESS',
           'ZERO_OR_MORE']

for _module in (_argparse_actions, _argparse_container, _argparse_format):
    for _value in list(vars(_module).values()):
        if isinstance(_value, type) and _value.__module__ == _module.__name__:
            _value.__module__ = 'argparse'
del _module, _value

_MANY = 1 << 30


def _count_pattern(action):
    """What an action takes: [(letters, least, most)] over a line of A (argument), O (option) and
    - (the "--"). Greedy, as a regular expression would be."""
    nargs = action.nargs
    dashes = ('-', 0, _MANY)
    if nargs is None:
        pattern = [dashes, ('A', 1, 1), dashes]
    elif nargs == OPTIONAL:
        pattern = [dashes, ('A', 0, 1), dashes]
    elif nargs == ZERO_OR_MORE:
        pattern = [dashes, ('A-', 0, _MANY)]
    elif nargs == ONE_OR_MORE:
        pattern = [dashes, ('A', 1, 1), ('A-', 0, _MANY)]
    elif nargs == REMAINDER:
        pattern = [('-AO', 0, _MANY)]
    elif nargs == PARSER:
        pattern = [dashes, ('A', 1, 1), ('-AO', 0, _MANY)]
    elif nargs == SUPPRESS:
        pattern = [dashes]
    else:
        pattern = [dashes]
        for i in range(nargs):
            pattern += [('A', 1, 1), dashes]
    if action.option_strings:
        pattern = [(letters.replace('-', ''), least, most) for letters, least, most in pattern
                   if letters != '-']
    return pattern


def _match(patterns, text):
    """How many letters each pattern takes from the text's beginning; None if they don't fit."""
    parts = [(part, i) for i, pattern in enumerate(patterns) for part in pattern]
    counts = [0] * len(patterns)
    dead = set()  # (part, place) from which nothing fits
    taken = []    # (begin, end) of the parts so far
    at = 0
    while len(taken) < len(parts):
        (letters, least, most), owner = parts[len(taken)]
        end = at
        while end < len(text) and end - at < most and text[end] in letters:
            end += 1
        if end - at < least or (len(taken), at) in dead:
            while taken:
                begin, end = taken.pop()
                if end - 1 - begin >= parts[len(taken)][0][1]:
                    end -= 1
                    at = begin
                    break
                dead.add((len(taken), begin))
            else:
                return None
        taken.append((at, end))
        at = end
    for (part, owner), (begin, end) in zip(parts, taken):
        counts[owner] += end - begin
    return counts


class ArgumentParser(_AttributeHolder, _ActionsContainer):
    """A program's (or a subcommand's) arguments."""

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[],
                 formatter_class=HelpFormatter, prefix_chars='-', fromfile_prefix_chars=None,
                 argument_default=None, conflict_handler='error', add_help=True,
                 allow_abbrev=True, exit_on_error=True):
        _ActionsContainer.__init__(self, description=description, prefix_chars=prefix_chars,
                                   argument_default=argument_default,
                                   conflict_handler=conflict_handler)
        if prog is None:
            prog = sys.argv[0].rpartition('/')[2]
        self.prog = prog
        self.usage = usage
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._positionals = self.add_argument_group('positional arguments')
        self._optionals = self.add_argument_group('options')
        self._subparsers = None
        self.register('type', None, lambda string: string)
        if add_help:
            prefix = '-' if '-' in prefix_chars else prefix_chars[0]
            self.add_argument(prefix + 'h', prefix * 2 + 'help', action='help', default=SUPPRESS,
                              help='show this help message and exit')
        for parent in parents:
            self._add_container_actions(parent)
            self._defaults.update(getattr(parent, '_defaults', {}))

    def _get_kwargs(self):
        names = ('prog', 'usage', 'description', 'formatter_class', 'conflict_handler',
                 'add_help')
        return [(name, getattr(self, name)) for name in names]

    def add_subparsers(self, **kwargs):
        """The argument whose value picks another parser for the rest."""
        if self._subparsers is not None:
            self.error('cannot have multiple subparser arguments')
        kwargs.setdefault('parser_class', type(self))
        if 'title' in kwargs or 'description' in kwargs:
            title = kwargs.pop('title', 'subcommands')
            self._subparsers = self.add_argument_group(title, kwargs.pop('description', None))
        else:
            self._subparsers = self._positionals
        if kwargs.get('prog') is None:
            formatter = self._get_formatter()
            formatter.add_usage(self.usage, self._get_positional_actions(),
                                self._mutually_exclusive_groups, '')
            kwargs['prog'] = formatter.format_help().strip()
        action = self._pop_action_class(kwargs, 'parsers')(option_strings=[], **kwargs)
        self._subparsers._add_action(action)
        return action

    def _add_action(self, action):
        (self._optionals if action.option_strings else self._positionals)._add_action(action)
        return action

    def _get_optional_actions(self):
        return [action for action in self._actions if action.option_strings]

    def _get_positional_actions(self):
        return [action for action in self._actions if not action.option_strings]

    def parse_args(self, args=None, namespace=None):
        """Parse all of args (sys.argv[1:]); what is not known is an error."""
        args, rest = self.parse_known_args(args, namespace)
        if rest:
            self.error(f'unrecognized arguments: {" ".join(rest)}')
        return args

    def parse_known_args(self, args=None, namespace=None):
        """Parse args; what is not known is returned as a list."""
        args = sys.argv[1:] if args is None else list(args)
        if namespace is None:
            namespace = Namespace()
        for action in self._actions:
            if (action.dest is not SUPPRESS and not hasattr(namespace, action.dest)
                    and action.default is not SUPPRESS):
                setattr(namespace, action.dest, action.default)
        for dest in self._defaults:
            if not hasattr(namespace, dest):
                setattr(namespace, dest, self._defaults[dest])
        if self.exit_on_error:
            try:
                namespace, args = self._parse_known_args(args, namespace)
            except ArgumentError as e:
                self.error(str(e))
        else:
            namespace, args = self._parse_known_args(args, namespace)
        if hasattr(namespace, _UNRECOGNIZED_ARGS_ATTR):
            args.extend(getattr(namespace, _UNRECOGNIZED_ARGS_ATTR))
            delattr(namespace, _UNRECOGNIZED_ARGS_ATTR)
        return namespace, args

    def _parse_known_args(self, arg_strings, namespace):
        if self.fromfile_prefix_chars is not None:
            arg_strings = self._read_args_from_files(arg_strings)
        conflicts = {}
        for group in self._mutually_exclusive_groups:
            for i, action in enumerate(group._group_actions):
                others = conflicts.setdefault(action, [])
                others.extend(group._group_actions[:i])
                others.extend(group._group_actions[i + 1:])
        options = {}  # index -> (action, option, explicit argument)
        letters = []
        rest = iter(enumerate(arg_strings))
        for i, arg in rest:
            if arg == '--':
                letters.append('-')
                letters.extend('A' for _ in rest)
                break
            option = self._parse_optional(arg)
            if option is None:
                letters.append('A')
            else:
                options[i] = option
                letters.append('O')
        pattern = ''.join(letters)
        seen, seen_non_default = set(), set()
        extras = []
        positionals = self._get_positional_actions()

        def take_action(action, strings, option=None):
            seen.add(action)
            values = self._get_values(action, strings)
            if values is not action.default:
                seen_non_default.add(action)
                for other in conflicts.get(action, []):
                    if other in seen_non_default:
                        raise ArgumentError(
                            action, f'not allowed with argument {_get_action_name(other)}')
            if values is not SUPPRESS:
                action(self, namespace, values, option)

        def consume_optional(start):
            action, option, explicit = options[start]
            found = []
            while True:
                if action is None:
                    extras.append(arg_strings[start])
                    return start + 1
                if explicit is None:
                    stop = start + 1 + self._match_argument(action, pattern[start + 1:])
                    found.append((action, arg_strings[start + 1:stop], option))
                    break
                count = self._match_argument(action, 'A')
                if count == 0 and option[1] not in self.prefix_chars and explicit != '':
                    # Several one-letter options in one word.
                    found.append((action, [], option))
                    option = option[0] + explicit[0]
                    if option not in self._option_string_actions:
                        raise ArgumentError(action, f'ignored explicit argument {explicit!r}')
                    action = self._option_string_actions[option]
                    explicit = explicit[1:] or None
                elif count == 1:
                    stop = start + 1
                    found.append((action, [explicit], option))
                    break
                else:
                    raise ArgumentError(action, f'ignored explicit argument {explicit!r}')
            for action, strings, option in found:
                take_action(action, strings, option)
            return stop

        def consume_positionals(start):
            counts = self._match_arguments_partial(positionals, pattern[start:])
            for action, count in zip(positionals, counts):
                take_action(action, arg_strings[start:start + count])
                start += count
            positionals[:] = positionals[len(counts):]
            return start

        start = 0
        last_option = max(options, default=-1)
        while start <= last_option:
            next_option = min(i for i in options if i >= start)
            if start != next_option:
                end = consume_positionals(start)
                if end > start:
                    start = end
                    continue
            if start not in options:
                extras.extend(arg_strings[start:next_option])
                start = next_option
            start = consume_optional(start)
        stop = consume_positionals(start)
        extras.extend(arg_strings[stop:])
        missing = []
        for action in self._actions:
            if action in seen:
                continue
            if action.required:
                missing.append(_get_action_name(action))
            elif (isinstance(action.default, str) and hasattr(namespace, action.dest)
                    and action.default is getattr(namespace, action.dest)):
                # A default that is text goes through the type, but only now that it is used.
                setattr(namespace, action.dest, self._get_value(action, action.default))
        if missing:
            self.error(f'the following arguments are required: {", ".join(missing)}')
        for group in self._mutually_exclusive_groups:
            if group.required and not any(a in seen_non_default for a in group._group_actions):
                names = [_get_action_name(a) for a in group._group_actions
                         if a.help is not SUPPRESS]
                self.error(f'one of the arguments {" ".join(names)} is required')
        return namespace, extras

    def _read_args_from_files(self, arg_strings):
        result = []
        for arg in arg_strings:
            if not arg or arg[0] not in self.fromfile_prefix_chars:
                result.append(arg)
                continue
            try:
                with open(arg[1:]) as file:
                    inner = []
                    for line in file.read().splitlines():
                        inner.extend(self.convert_arg_line_to_args(line))
                result.extend(self._read_args_from_files(inner))
            except OSError as e:
                self.error(str(e))
        return result

    def convert_arg_line_to_args(self, arg_line):
        """The arguments in a line of a file of arguments."""
        return [arg_line]

    def _match_argument(self, action, pattern):
        counts = _match([_count_pattern(action)], pattern)
        if counts is not None:
            return counts[0]
        texts = {None: 'expected one argument', OPTIONAL: 'expected at most one argument',
                 ONE_OR_MORE: 'expected at least one argument'}
        text = texts.get(action.nargs)
        if text is None:
            text = f'expected {action.nargs} argument{"" if action.nargs == 1 else "s"}'
        raise ArgumentError(action, text)

    def _match_arguments_partial(self, actions, pattern):
        patterns = [_count_pattern(action) for action in actions]
        for i in range(len(actions), 0, -1):
            counts = _match(patterns[:i], pattern)
            if counts is not None:
                return counts
        return []

    def _parse_optional(self, arg):
        """None for an argument; (action or None, option, explicit argument) for an option."""
        if not arg or arg[0] not in self.prefix_chars:
            return None
        if arg in self._option_string_actions:
            return self._option_string_actions[arg], arg, None
        if len(arg) == 1:
            return None
        if '=' in arg:
            option, explicit = arg.split('=', 1)
            if option in self._option_string_actions:
                return self._option_string_actions[option], option, explicit
        found = self._get_option_tuples(arg)
        if len(found) > 1:
            options = ', '.join(option for action, option, explicit in found)
            self.error(f'ambiguous option: {arg} could match {options}')
        if found:
            return found[0]
        if _is_negative_number(arg) and not self._has_negative_number_optionals:
            return None
        if ' ' in arg:
            return None
        return None, arg, None

    def _get_option_tuples(self, arg):
        result = []
        actions = self._option_string_actions
        if arg[1] in self.prefix_chars:
            if self.allow_abbrev:
                prefix, equals, explicit = arg.partition('=')
                for option in actions:
                    if option.startswith(prefix):
                        result.append((actions[option], option, explicit if equals else None))
        else:
            for option in actions:
                if option == arg[:2]:
                    result.append((actions[option], option, arg[2:]))
                elif option.startswith(arg):
                    result.append((actions[option], option, None))
        return result

    def parse_intermixed_args(self, args=None, namespace=None):
        """As parse_args, with options between the positional arguments."""
        args, rest = self.parse_known_intermixed_args(args, namespace)
        if rest:
            self.error(f'unrecognized arguments: {" ".join(rest)}')
        return args

    def parse_known_intermixed_args(self, args=None, namespace=None):
        """As parse_known_args, with options between the positional arguments."""
        positionals = self._get_positional_actions()
        if any(a.nargs in (PARSER, REMAINDER) for a in positionals):
            bad = [a for a in positionals if a.nargs in (PARSER, REMAINDER)]
            raise TypeError(f'parse_intermixed_args: positional arg with nargs={bad[0].nargs}')
        for group in self._mutually_exclusive_groups:
            if any(a in positionals for a in group._group_actions):
                raise TypeError('parse_intermixed_args: positional in mutuallyExclusiveGroup')
        usage = self.usage
        try:
            if self.usage is None:
                self.usage = self.format_usage()[7:]  # errors show the positional ones too
            saved = [(a, a.nargs, a.default) for a in positionals]
            try:
                for action in positionals:
                    action.nargs = SUPPRESS
                    action.default = SUPPRESS
                namespace, rest = self.parse_known_args(args, namespace)
                for action in positionals:
                    if hasattr(namespace, action.dest) and getattr(namespace, action.dest) == []:
                        delattr(namespace, action.dest)
            finally:
                for action, action.nargs, action.default in saved:
                    pass
            optionals = self._get_optional_actions()
            required = [(a, a.required) for a in optionals]
            groups = [(g, g.required) for g in self._mutually_exclusive_groups]
            try:
                for item in optionals + self._mutually_exclusive_groups:
                    item.required = False
                return self.parse_known_args(rest, namespace)
            finally:
                for item, value in required + groups:
                    item.required = value
        finally:
            self.usage = usage

    def _get_values(self, action, arg_strings):
        if action.nargs not in (PARSER, REMAINDER) and '--' in arg_strings:
            arg_strings = list(arg_strings)
            arg_strings.remove('--')
        if not arg_strings and action.nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = self._get_value(action, value)
                self._check_value(action, value)
        elif not arg_strings and action.nargs == ZERO_OR_MORE and not action.option_strings:
            if action.default is not None:
                value = action.default
                self._check_value(action, value)
            else:
                value = arg_strings
        elif len(arg_strings) == 1 and action.nargs in (None, OPTIONAL):
            value = self._get_value(action, arg_strings[0])
            self._check_value(action, value)
        elif action.nargs == SUPPRESS:
            value = SUPPRESS
        else:
            value = [self._get_value(action, v) for v in arg_strings]
            if action.nargs == PARSER:
                self._check_value(action, value[0])
            elif action.nargs != REMAINDER:
                for v in value:
                    self._check_value(action, v)
        return value

    def _get_value(self, action, arg_string):
        type_func = self._registry_get('type', action.type, action.type)
        if not callable(type_func):
            raise ArgumentError(action, f'{type_func!r} is not callable')
        try:
            return type_func(arg_string)
        except ArgumentTypeError as e:
            raise ArgumentError(action, str(e))
        except (TypeError, ValueError):
            name = getattr(action.type, '__name__', repr(action.type))
            raise ArgumentError(action, f'invalid {name} value: {arg_string!r}')

    def _check_value(self, action, value):
        if action.choices is not None and value not in action.choices:
            choices = ', '.join(repr(c) for c in action.choices)
            raise ArgumentError(action, f'invalid choice: {value!r} (choose from {choices})')

    def format_usage(self):
        """The usage line or lines."""
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return formatter.format_help()

    def format_help(self):
        """The whole help."""
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        formatter.add_text(self.description)
        for group in self._action_groups:
            formatter.start_section(group.title)
            formatter.add_text(group.description)
            formatter.add_arguments(group._group_actions)
            formatter.end_section()
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def print_usage(self, file=None):
        """Write the usage."""
        self._print_message(self.format_usage(), sys.stdout if file is None else file)

    def print_help(self, file=None):
        """Write the help."""
        self._print_message(self.format_help(), sys.stdout if file is None else file)

    def _print_message(self, message, file=None):
        if message:
            file = sys.stderr if file is None else file
            try:
                file.write(message)
            except (AttributeError, OSError):
                pass

    def exit(self, status=0, message=None):
        """Leave the program."""
        if message:
            self._print_message(message, sys.stderr)
        sys.exit(status)

    def error(self, message):
        """Write usage and message, and leave with status 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f'{self.prog}: error: {message}\n')
