import timeit
t = timeit.timeit('x = 1', number=10)
print(type(t), t >= 0, len(timeit.repeat('pass', number=1, repeat=3)), len(timeit.repeat(number=1)))
calls = []
timeit.timeit(lambda: calls.append(1), setup=lambda: calls.append('setup'), number=3)
print(calls)
clock = iter(range(100))
timer = timeit.Timer('pass', timer=lambda: next(clock))
print(timer.timeit(5), timer.repeat(3, 1))
ns = {'value': []}
timeit.timeit('value.append(n)', 'n = 5', number=2, globals=ns)
print(ns['value'])
timeit.timeit('''
for i in range(2):
    out.append(i)
''', setup='''
import math
x = 1''', number=1, globals={'out': calls})
print(calls)
for args in ((3,), ('pass', 3), ('x +',), ('pass', 'return'), ('nope',)):
    try:
        timeit.Timer(*args).timeit(1)
    except Exception as e:
        print(type(e).__name__, '|', e)
seen = []
fake = iter([0, 0.1, 0, 0.15, 0, 0.3])
print(timeit.Timer('pass', timer=lambda: next(fake)).autorange(lambda n, s: seen.append((n, s))), seen)
print(timeit.default_timer is __import__('time').perf_counter, timeit.default_number, timeit.default_repeat)
clock = iter(x / 8 for x in range(1000))
print(timeit.main(['-n', '10', '-r', '3', 'pass'], _wrap_timer=lambda t: lambda: next(clock)))
print(timeit.main(['-n', '1', '-u', 'msec', '-s', 'x=1', '-v', 'x', 'x'], _wrap_timer=lambda t: lambda: next(clock)))
clock = iter(x / 4 for x in range(1000))
print(timeit.main(['-vv', 'x=1'], _wrap_timer=lambda t: lambda: next(clock)))
print(timeit.main(['-u', 'year', 'x']), timeit.main(['-z']))
