import logging
record = logging.makeLogRecord({'name': 'n', 'levelname': 'INFO', 'levelno': 20, 'msg': 'hello %s', 'args': ('you',), 'created': 0, 'msecs': 7.0, 'custom': 3})
print(record)
for fmt, style in (('%(levelname)s %(message)s', '%'), ('{levelname:>8} {message}', '{'), ('$levelname ${message} $$', '$'), ('%(custom)05d', '%'), ('{custom!r:>5}', '{'), (None, '%'), (None, '{'), (None, '$')):
    f = logging.Formatter(fmt, style=style)
    print(f.format(record), f.usesTime(), f._fmt)
for fmt, style in (('nothing', '%'), ('nothing', '{'), ('nothing', '$'), ('bad $', '$'), ('{a-b}', '{'), ('{x!z}', '{'), ('{x:Z}', '{'), ('%s', '%'), ('x', 'x'), ('{', '{')):
    try:
        logging.Formatter(fmt, style=style)
        print('fine')
    except Exception as e:
        print(type(e).__name__, '|', e)
print(logging.Formatter('nothing', validate=False).format(record))
try:
    logging.Formatter('%(absent)s').format(record)
except ValueError as e:
    print(e)
print(logging.Formatter('%(absent)s', defaults={'absent': 'default'}).format(record))
class Utc(logging.Formatter):
    import time
    converter = time.gmtime
print(Utc('%(asctime)s').format(record))
print(Utc('%(asctime)s', datefmt='%H:%M').format(record))
print(Utc('{asctime}', style='{').usesTime(), Utc('$asctime', style='$').usesTime(), Utc('%(message)s').usesTime())
class NoMs(Utc):
    default_msec_format = None
print(NoMs('%(asctime)s').format(record))
print(logging.BASIC_FORMAT)
class Shout(logging.Formatter):
    def format(self, record):
        return super().format(record).upper()
print(Shout().format(record))
try:
    raise KeyError('k')
except KeyError:
    import sys
    record.exc_info = sys.exc_info()
text = logging.Formatter('%(message)s').format(record)
print(text.splitlines()[0], text.splitlines()[-1], record.exc_text == '\n'.join(text.splitlines()[1:]))
print(logging.BufferingFormatter(logging.Formatter('%(levelname)s ')).format([record, record])[:5])
