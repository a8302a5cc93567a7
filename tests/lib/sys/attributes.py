import sys
print(type(sys.argv), type(sys.orig_argv), sys.maxsize, sys.maxunicode, sys.byteorder, sys.platform)
print(sys.float_info, sys.float_info.max, sys.float_info[0] == sys.float_info.max)
print(sys.hash_info, sys.hash_info.algorithm, sys.hash_info.width)
print(sys.thread_info.name, sys.thread_info.lock, len(sys.thread_info))
print(len(sys.flags), sys.flags.optimize, sys.flags.isolated, sys.flags.safe_path, sys.flags.int_max_str_digits, sys.flags.dev_mode)
print(sys.version_info[:2], sys.version_info >= (3, 11), sys.version_info.releaselevel, sys.hexversion >> 16 == 0x30b)
print(sys.float_repr_style, sys.platlibdir, sys.abiflags == '', sys.pycache_prefix, sys._xoptions)
print({'sys', 'math', 'os', 'typing', 'builtins', 'threading'} <= sys.stdlib_module_names, type(sys.stdlib_module_names))
print({'sys', 'builtins', 'time', 'posix', '_thread'} <= set(sys.builtin_module_names), type(sys.builtin_module_names))
print(sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.getfilesystemencodeerrors())
print(sys.stdin is sys.__stdin__, sys.stdout is sys.__stdout__, sys.stderr is sys.__stderr__)
print(sys.displayhook is sys.__displayhook__, sys.excepthook is sys.__excepthook__, sys.unraisablehook is sys.__unraisablehook__)
print(sys.getrecursionlimit(), sys.get_int_max_str_digits(), sys.getswitchinterval())
print([type(f).__name__ for f in sys.meta_path][-3:], [f.__name__ for f in sys.meta_path[-3:]])
print(sys.intern('abc') is sys.intern('ab' + 'c'), sys.is_finalizing(), sys.warnoptions)
for attempt in ('sys.intern(3)', 'sys.setrecursionlimit(0)', 'sys.setswitchinterval(0)', 'sys.setswitchinterval("a")', 'sys.set_int_max_str_digits(5)', 'sys.nothing', 'sys.flags.x', 'type(sys.flags)()', 'type(sys.version_info)()', 'sys.getsizeof()', 'sys.exit(1, 2)'):
    try:
        print(eval(attempt))
    except Exception as e:
        print(attempt, '->', type(e).__name__)
print(sys.implementation.version == sys.version_info, sys.implementation.hexversion == sys.hexversion)
