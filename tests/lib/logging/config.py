import io, logging, logging.config, sys
old = logging.getLogger('old')
kept = logging.getLogger('app.below')
kept.addHandler(logging.NullHandler())
class Upper(logging.Formatter):
    def __init__(self, prefix='', **kw):
        super().__init__(**kw)
        self.prefix = prefix
    def format(self, record):
        return self.prefix + super().format(record).upper()
config = {
    'version': 1,
    'formatters': {'brief': {'format': '%(levelname)s:%(message)s'}, 'braces': {'format': '{name} {message}', 'style': '{'}, 'made': {'()': '__main__.Upper', 'prefix': '> '}},
    'filters': {'only': {'name': 'app.only'}},
    'handlers': {
        'out': {'class': 'logging.StreamHandler', 'stream': 'ext://sys.stdout', 'formatter': 'brief', 'level': 'INFO'},
        'braces': {'class': 'logging.StreamHandler', 'stream': 'ext://sys.stdout', 'formatter': 'braces', 'filters': ['only']},
        'made': {'class': 'logging.StreamHandler', 'stream': 'cfg://handlers.out.stream', 'formatter': 'made'},
        'memory': {'class': 'logging.handlers.MemoryHandler', 'capacity': 2, 'target': 'out'},
    },
    'loggers': {'app': {'level': 'DEBUG', 'handlers': ['out', 'braces'], 'propagate': False}, 'shout': {'handlers': ['made'], 'propagate': False}, 'mem': {'handlers': ['memory'], 'level': 'INFO', 'propagate': False}},
    'root': {'level': 'WARNING', 'handlers': ['out']},
}
logging.config.dictConfig(config)
logging.getLogger('app').debug('debug')
logging.getLogger('app').info('info')
logging.getLogger('app.only').warning('both')
logging.getLogger('shout').error('loud')
logging.warning('root')
print(old.disabled, kept.disabled, kept.handlers, kept.propagate)
mem = logging.getLogger('mem')
mem.info('one'); print('--'); mem.info('two')
logging.config.dictConfig({'version': 1, 'incremental': True, 'handlers': {'out': {'level': 'ERROR'}}, 'loggers': {'app': {'level': 'ERROR'}}})
logging.getLogger('app').warning('no')
logging.getLogger('app').error('yes')
for bad in ({}, {'version': 2}, {'version': 1, 'handlers': {'x': {'class': 'nowhere.Handler'}}}, {'version': 1, 'root': {'handlers': ['absent']}}, {'version': 1, 'formatters': {'f': {'style': '?'}}},
            {'version': 1, 'loggers': {'a': {'level': 'NOPE'}}}, {'version': 1, 'handlers': {'h': {'class': 'logging.NullHandler', 'formatter': 'none'}}}):
    try:
        logging.config.dictConfig(bad)
    except ValueError as e:
        print(e, '|', type(e.__cause__).__name__, e.__cause__)
ini = '''
[loggers]
keys=root,part
[handlers]
keys=h
[formatters]
keys=f
[logger_root]
level=WARNING
handlers=h
[logger_part]
qualname=the.part
level=DEBUG
handlers=
[handler_h]
class=StreamHandler
args=(sys.stdout,)
formatter=f
[formatter_f]
format=ini %(name)s %(message)s
'''
logging.config.fileConfig(io.StringIO(ini), disable_existing_loggers=False)
logging.getLogger('the.part').debug('from a file')
logging.info('no')
