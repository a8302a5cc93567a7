import time
g = time.gmtime(86400 * 59 + 3661)
print(g, repr(g) == str(g), len(g), g[0], g[-1], g.tm_zone, g.tm_gmtoff)
print(g.tm_year, g.tm_mon, g.tm_mday, g.tm_hour, g.tm_min, g.tm_sec, g.tm_wday, g.tm_yday, g.tm_isdst)
print(isinstance(g, tuple), g == tuple(g), hash(g) == hash(tuple(g)), g[:3], tuple(g), list(g))
print(time.struct_time.n_fields, time.struct_time.n_sequence_fields, time.struct_time.n_unnamed_fields, time.struct_time.__match_args__)
print(time.struct_time(range(9)), time.struct_time([1] * 11).tm_gmtoff, time.struct_time(range(9)).tm_zone)
y, m, d, *rest = g
print(y, m, d, rest)
print(time.struct_time, time.struct_time.__name__, time.struct_time.__module__)
print(g < time.gmtime(86400 * 60), max(g, time.gmtime(0)))
for f in (lambda: time.struct_time(5), lambda: time.struct_time((1, 2)), lambda: time.struct_time(range(12)), lambda: g.nope, lambda: g + 5):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
