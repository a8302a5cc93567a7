import logging, os, sys
from logging import handlers
class ListHandler(logging.Handler):
    def __init__(self, level=0):
        super().__init__(level)
        self.seen = []
    def emit(self, record):
        self.seen.append(self.format(record))
log = logging.getLogger('h')
log.propagate = False
log.setLevel(1)
one, two = ListHandler(), ListHandler('WARNING')
log.addHandler(one)
log.addHandler(two)
log.addHandler(two)
log.info('info')
log.warning('warning')
print(one.seen, two.seen, log.handlers == [one, two], log.hasHandlers())
print(one, two, logging.StreamHandler(sys.stdout), logging.NullHandler(), logging.StreamHandler())
one.setFormatter(logging.Formatter('<%(message)s>'))
one.addFilter(lambda r: 'no' not in r.getMessage())
two.addFilter(logging.Filter('h.sub'))
log.error('yes')
log.error('no')
logging.getLogger('h.sub').error('from sub')
print(one.seen, two.seen)
log.removeHandler(two)
one.seen.clear()
log.addFilter(lambda r: r.levelno > 10)
log.debug('filtered')
log.warning('passed')
print(one.seen)
one.name = 'first'
print(one.name, one.get_name())
fh = logging.FileHandler('log.txt', mode='w', encoding='utf-8')
fh.setFormatter(logging.Formatter('%(levelname)s %(message)s'))
log.addHandler(fh)
log.warning('to file é')
print(fh.baseFilename == os.path.abspath('log.txt'), repr(fh).replace(os.getcwd(), 'CWD'))
fh.close()
print(open('log.txt', encoding='utf-8').read())
log.handlers = []
delayed = logging.FileHandler('late.txt', delay=True)
print(os.path.exists('late.txt'))
log.addHandler(delayed)
log.error('late')
delayed.close()
print(open('late.txt').read())
log.handlers = []
rot = handlers.RotatingFileHandler('rot.txt', maxBytes=50, backupCount=2)
log.addHandler(rot)
for i in range(12):
    log.error('message number %d', i)
rot.close()
print({n: open(n).read() for n in sorted(os.listdir('.')) if n.startswith('rot')})
log.handlers = []
target = ListHandler()
mem = handlers.MemoryHandler(3, target=target)
log.addHandler(mem)
log.info('1'); print(target.seen)
log.info('2'); log.info('3'); print(target.seen)
log.info('4'); log.error('5'); print(target.seen)
log.info('6'); mem.close(); print(target.seen)
log.handlers = []
class Stream:
    def __init__(self):
        self.text = ''
    def write(self, s):
        self.text += s
s1, s2 = Stream(), Stream()
sh = logging.StreamHandler(s1)
log.addHandler(sh)
log.error('a')
print(sh.setStream(s2) is s1, sh.setStream(s2))
sh.terminator = '!'
log.error('b')
print(repr(s1.text), repr(s2.text))
for n in os.listdir('.'):
    if n.endswith('.txt') or n.startswith('rot.txt'):
        os.remove(n)
