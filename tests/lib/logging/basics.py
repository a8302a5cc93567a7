import logging, sys
logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format='%(levelname)-8s|%(name)s|%(filename)s|%(module)s|%(funcName)s|%(lineno)d|%(message)s')
log = logging.getLogger('app.part')
def f():
    log.debug('debug %d', 1)
    log.info('info %s %r', 'a', 'b')
    log.warning('named %(x)s', {'x': 5})
    log.error('no args')
    log.critical('100%')
    log.log(35, 'odd level')
    log.fatal('fatal')
f()
try:
    1 / 0
except ZeroDivisionError as e:
    log.exception('caught %s', 'it')
    log.error('with info', exc_info=True)
    log.info('instance', exc_info=e)
    logging.exception('root')
log.info('none', exc_info=None)
logging.info('from root')
logging.getLogger('app').setLevel('ERROR')
log.info('not shown')
print(log.isEnabledFor(logging.INFO), log.getEffectiveLevel(), log.level)
log.setLevel(logging.INFO)
log.info('shown')
log.disabled = True
log.error('disabled')
log.disabled = False
logging.disable(logging.ERROR)
log.error('off')
log.critical('on')
logging.disable(logging.NOTSET)
print(log, log.parent, log.parent.parent, logging.getLogger() is logging.root, logging.getLogger('root') is logging.root)
print(log.getChild('x').name, logging.getLogger('app.part.x') is log.getChild('x'), logging.root.getChild('y').name)
print(logging.getLevelName(10), logging.getLevelName('INFO'), logging.getLevelName(15), logging.getLevelName('x'))
logging.addLevelName(25, 'NOTICE')
log.log(25, 'notice')
print(logging.getLevelNamesMapping())
def inner():
    log.info('level 1')
    log.info('level 2', stacklevel=2)
def outer():
    inner()
outer()
for bad in (lambda: log.setLevel('nope'), lambda: log.setLevel(1.5), lambda: log.log('x', 'y'), lambda: logging.getLogger(3), lambda: log.info('x', extra={'message': 1}), lambda: log.info('x', bogus=1), lambda: logging.Handler().emit(None)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, '|', e)
log.info('extra %s', 1, extra={'custom': 5})
class Custom(logging.Logger):
    pass
logging.setLoggerClass(Custom)
print(type(logging.getLogger('custom')).__name__, logging.getLoggerClass().__name__)
try:
    logging.setLoggerClass(int)
except TypeError as e:
    print(e)
