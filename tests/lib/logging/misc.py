import logging, sys
sys.stderr = sys.stdout
logging.getLogger('nobody').warning('last resort')
logging.getLogger('nobody').info('not even that')
root = logging.getLogger()
print(root.handlers)
class Adapter(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f'[{self.extra["id"]}] {msg}', kwargs
logging.basicConfig(stream=sys.stdout, format='%(funcName)s %(levelname)s:%(message)s')
logging.basicConfig(format='ignored')
a = Adapter(logging.getLogger('adapted'), {'id': 7})
def f():
    a.warning('message %d', 1)
    a.info('nothing')
    try:
        raise ValueError('v')
    except ValueError:
        a.exception('exc')
f()
print(a, a.name, a.isEnabledFor(10), a.getEffectiveLevel(), a.hasHandlers())
plain = logging.LoggerAdapter(logging.getLogger('plain'), {'extra_field': 'x'})
h = logging.StreamHandler(sys.stdout)
h.setFormatter(logging.Formatter('%(extra_field)s %(message)s'))
plain.logger.addHandler(h)
plain.logger.propagate = False
plain.error('plain')
for kw in ({'stream': 1, 'filename': 'x'}, {'handlers': [], 'stream': 1}, {'style': 'x'}, {'bogus': 1}):
    try:
        logging.basicConfig(force=True, **kw)
    except ValueError as e:
        print(e)
root.handlers.clear()
logging.basicConfig(stream=sys.stdout, format='{levelname} {message}', style='{', level='INFO', force=True)
logging.info('braces')
logging.basicConfig(stream=sys.stdout, level=logging.ERROR, force=True)
logging.warning('no')
logging.error('default format')
old = logging.getLogRecordFactory()
def factory(*args, **kw):
    record = old(*args, **kw)
    record.msg = 'made: ' + record.msg
    return record
logging.setLogRecordFactory(factory)
logging.error('factory')
logging.setLogRecordFactory(old)
logging.error('bad %d', 'format') if 0 else None
logging.raiseExceptions = False
logging.error('bad %d', 'format')
logging.raiseExceptions = True
order = logging.getLogger('x.y.z')
middle = logging.getLogger('x')
print(order.parent is middle, logging.getLogger('x.y').parent is middle, order.parent.name)
r = logging.LogRecord('n', 10, '/a/b.py', 3, 'm %s', ('x',), None)
print(r, r.getMessage(), r.filename, r.module, r.threadName, r.processName)
logging.shutdown()
