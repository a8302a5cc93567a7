import logging, unittest, warnings
t = unittest.TestCase()
def fails(f):
    try:
        f()
    except AssertionError as e:
        print('failed:', e)
    except Exception as e:
        print(type(e).__name__, '|', e)
    else:
        print('fine')
def warn(text='old', cls=DeprecationWarning):
    warnings.warn(text, cls)
fails(lambda: t.assertWarns(DeprecationWarning, warn))
fails(lambda: t.assertWarns(UserWarning, len, 'x'))
fails(lambda: t.assertWarns(3, warn))
fails(lambda: t.assertWarnsRegex(DeprecationWarning, 'o.d', warn))
fails(lambda: t.assertWarnsRegex(DeprecationWarning, 'new', warn))
with t.assertWarns(UserWarning) as cm:
    warn('first', UserWarning)
    warn('second', UserWarning)
print(cm.warning, cm.filename == __file__, cm.lineno, len(cm.warnings))
def nothing():
    with t.assertWarns(UserWarning, msg='said'):
        pass
fails(nothing)
with t.assertLogs('foo', level='INFO') as cm:
    logging.getLogger('foo').info('first message')
    logging.getLogger('foo.bar').error('second %d', 2)
    logging.getLogger('foo').debug('not seen')
print(cm.output, [r.levelname for r in cm.records], len(cm))
with t.assertLogs() as cm:
    logging.warning('to root')
print(cm.output)
def no_logs():
    with t.assertLogs('foo', 'ERROR'):
        logging.getLogger('foo').info('too low')
fails(no_logs)
def some_logs():
    with t.assertNoLogs('foo'):
        logging.getLogger('foo').info('seen')
fails(some_logs)
def none_logged():
    with t.assertNoLogs(logging.getLogger('foo'), logging.ERROR):
        logging.getLogger('foo').info('seen')
fails(none_logged)
print(logging.getLogger('foo').handlers, logging.getLogger('foo').propagate)
