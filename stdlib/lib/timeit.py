"""Measuring small pieces of code. `baton -m timeit` is the command.
Behaviour: https://docs.python.org/3.11/library/timeit.html"""
import sys
import time

__all__ = ['Timer', 'timeit', 'repeat', 'default_timer']

default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter

_SOURCE = '<timeit-src>'
_TEMPLATE = '''
def inner(_it, _timer{init}):
    {setup}
    _t0 = _timer()
    for _i in _it:
        {stmt}
        pass
    _t1 = _timer()
    return _t1 - _t0
'''

_globals = globals


def reindent(src, indent):
    """The lines of a text moved to the right, but for the first."""
    return src.replace('\n', '\n' + ' ' * indent)


class Timer:
    """Times stmt, after setup; both are code or functions."""

    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        self.timer = timer
        local_ns = {}
        global_ns = _globals() if globals is None else globals
        init = ''
        if isinstance(setup, str):
            compile(setup, _SOURCE, 'exec')
            before, setup = setup + '\n', reindent(setup, 4)
        elif callable(setup):
            local_ns['_setup'] = setup
            init += ', _setup=_setup'
            before, setup = '', '_setup()'
        else:
            raise ValueError('setup is neither a string nor callable')
        if isinstance(stmt, str):
            compile(before + stmt, _SOURCE, 'exec')
            stmt = reindent(stmt, 8)
        elif callable(stmt):
            local_ns['_stmt'] = stmt
            init += ', _stmt=_stmt'
            stmt = '_stmt()'
        else:
            raise ValueError('stmt is neither a string nor callable')
        self.src = _TEMPLATE.format(stmt=stmt, setup=setup, init=init)
        exec(compile(self.src, _SOURCE, 'exec'), global_ns, local_ns)
        self.inner = local_ns['inner']

    def print_exc(self, file=None):
        """Show the exception that the timed code raised, with the lines of that code."""
        import traceback
        try:
            import linecache
            linecache.cache[_SOURCE] = (len(self.src), None, self.src.split('\n'), _SOURCE)
        except (ImportError, AttributeError):
            pass
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        """Seconds that `number` runs of the statement take."""
        gc = sys.modules.get('gc')
        was_on = gc is not None and gc.isenabled()
        if was_on:
            gc.disable()
        try:
            from itertools import repeat as times
            steps = times(None, number)
        except ImportError:
            steps = range(number)
        try:
            return self.inner(steps, self.timer)
        finally:
            if was_on:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        """timeit() several times, as a list."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """(number, seconds) of as many runs as take 0.2 seconds."""
        scale = 1
        while True:
            for step in 1, 2, 5:
                number = scale * step
                seconds = self.timeit(number)
                if callback:
                    callback(number, seconds)
                if seconds >= 0.2:
                    return number, seconds
            scale *= 10


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    """Timer(...).timeit(number)"""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat,
           number=default_number, globals=None):
    """Timer(...).repeat(repeat, number)"""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)


_UNITS = {'nsec': 1e-9, 'usec': 1e-6, 'msec': 1e-3, 'sec': 1.0}

_USAGE = '''\
Time a small piece of code.

usage: baton -m timeit [-n N] [-r N] [-s S] [-p] [-u UNIT] [-v] [-h] [--] [statement ...]

  -n, --number N     run the statement N times (default: as often as takes 0.2 seconds)
  -r, --repeat N     measure N times (default 5)
  -s, --setup S      run S once before each measurement (default 'pass')
  -p, --process      measure the time of the process instead of the time that passes
  -u, --unit UNIT    show times in nsec, usec, msec or sec
  -v, --verbose      show more: several -v show more digits
  -h, --help         show this text

Each argument is a line of the statement; indented lines are arguments with leading blanks.'''


def main(args=None, *, _wrap_timer=None):
    """The command; its exit status, or None."""
    import getopt
    if args is None:
        args = sys.argv[1:]
    try:
        opts, args = getopt.getopt(args, 'n:u:s:r:pvh', ['number=', 'setup=', 'repeat=', 'process',
                                                         'verbose', 'unit=', 'help'])
    except getopt.error as e:
        print(e)
        print('use -h/--help for command line help')
        return 2
    timer = default_timer
    stmt = '\n'.join(args) or 'pass'
    number = 0
    setup = []
    count = default_repeat
    verbose = 0
    unit = None
    precision = 3
    for option, value in opts:
        if option in ('-n', '--number'):
            number = int(value)
        elif option in ('-s', '--setup'):
            setup.append(value)
        elif option in ('-u', '--unit'):
            if value not in _UNITS:
                print('Unrecognized unit. Please select nsec, usec, msec, or sec.',
                      file=sys.stderr)
                return 2
            unit = value
        elif option in ('-r', '--repeat'):
            count = max(int(value), 1)
        elif option in ('-p', '--process'):
            timer = time.process_time
        elif option in ('-v', '--verbose'):
            if verbose:
                precision += 1
            verbose += 1
        elif option in ('-h', '--help'):
            print(_USAGE)
            return None
    if '' not in sys.path:
        sys.path.insert(0, '')
    if _wrap_timer is not None:
        timer = _wrap_timer(timer)
    t = Timer(stmt, '\n'.join(setup) or 'pass', timer)
    try:
        if number == 0:
            callback = None
            if verbose:
                def callback(number, seconds):
                    plural = '' if number == 1 else 's'
                    print(f'{number} loop{plural} -> {seconds:.{precision}g} secs')
            number, _ = t.autorange(callback)
            if verbose:
                print()
        raw = t.repeat(count, number)
    except Exception:
        t.print_exc()
        return 1

    def format_time(seconds):
        if unit is not None:
            name, scale = unit, _UNITS[unit]
        else:
            for name, scale in sorted(_UNITS.items(), key=lambda item: -item[1]):
                if seconds >= scale:
                    break
        return f'{seconds / scale:.{precision}g} {name}'

    if verbose:
        print('raw times: ' + ', '.join(format_time(s) for s in raw))
        print()
    each = [seconds / number for seconds in raw]
    best, worst = min(each), max(each)
    print(f'{number} loop{"" if number == 1 else "s"}, best of {count}: {format_time(best)} '
          'per loop')
    if worst >= best * 4:
        import warnings
        warnings.warn_explicit(
            f'The test results are likely unreliable. The worst time ({format_time(worst)}) was '
            f'more than four times slower than the best time ({format_time(best)}).',
            UserWarning, '', 0)
    return None


if __name__ == '__main__':
    sys.exit(main())
