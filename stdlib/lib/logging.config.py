"""Loggers, handlers and formatters from a dict (dictConfig) or from an INI file (fileConfig).
Behaviour: https://docs.python.org/3.11/library/logging.config.html"""
import logging

__all__ = ['dictConfig', 'dictConfigClass', 'fileConfig', 'DictConfigurator']


def _clear_handlers():
    logging._handlers.clear()
    logging.shutdown(logging._handlerList[:])
    del logging._handlerList[:]


def _existing_loggers():
    return sorted(logging.root.manager.loggerDict)


def _settle_existing(existing, named, disable):
    """Loggers made before, which the configuration does not name."""
    below = tuple(name + '.' for name in named)
    for name in existing:
        if name in named:
            continue
        logger = logging.root.manager.loggerDict[name]
        if isinstance(logger, logging.PlaceHolder):
            continue
        if name.startswith(below):
            logger.setLevel(logging.NOTSET)
            logger.handlers = []
            logger.propagate = True
        else:
            logger.disabled = disable


def _resolve(name):
    """The object of a dotted name; modules are imported on the way."""
    try:
        return _walk(name)
    except ImportError as e:
        raise ValueError(f'Cannot resolve {name!r}: {e}') from e


def _walk(name):
    parts = name.split('.')
    used = parts.pop(0)
    found = __import__(used)
    for part in parts:
        used += '.' + part
        try:
            found = getattr(found, part)
        except AttributeError:
            __import__(used)
            found = getattr(found, part)
    return found


class DictConfigurator:
    """Reads one dict."""

    def __init__(self, config):
        self.config = config
        self.made = {'formatters': {}, 'filters': {}, 'handlers': {}}

    def convert(self, value):
        """A value with ext://name and cfg://path put in, at any depth."""
        if isinstance(value, dict):
            return {k: self.convert(v) for k, v in value.items()}
        if isinstance(value, list):
            return [self.convert(v) for v in value]
        if isinstance(value, tuple) and not hasattr(value, '_fields'):
            return tuple(self.convert(v) for v in value)
        if isinstance(value, str):
            kind, mark, rest = value.partition('://')
            if mark and kind == 'ext':
                return _resolve(rest)
            if mark and kind == 'cfg':
                return self._from_config(rest)
        return value

    def _from_config(self, path):
        found = self.config
        word = ''
        for c in path + '.':
            if c in '.[]':
                if word:
                    try:
                        found = found[word]
                    except (KeyError, TypeError):
                        if not word.isdecimal():
                            raise
                        found = found[int(word)]
                word = ''
            else:
                word += c
        return self.convert(found)

    def _call_factory(self, config):
        factory = config.pop('()')
        if not callable(factory):
            factory = _resolve(factory)
        extra = config.pop('.', None)
        result = factory(**{k: config[k] for k in config if str(k).isidentifier()})
        for name, value in (extra or {}).items():
            setattr(result, name, value)
        return result

    def configure(self):
        """Do it."""
        config = self.config
        if 'version' not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config['version'] != 1:
            raise ValueError(f'Unsupported version: {config["version"]}')
        with logging._lock:
            if config.get('incremental', False):
                self._change(config)
            else:
                self._build(config)

    def _change(self, config):
        for name, one in config.get('handlers', {}).items():
            if name not in logging._handlers:
                raise ValueError(f'No handler found with name {name!r}')
            try:
                level = one.get('level')
                if level:
                    logging._handlers[name].setLevel(logging._checkLevel(level))
            except Exception as e:
                raise ValueError(f'Unable to configure handler {name!r}') from e
        for name, one in config.get('loggers', {}).items():
            try:
                self._logger(name, self.convert(one), True)
            except Exception as e:
                raise ValueError(f'Unable to configure logger {name!r}') from e
        if config.get('root'):
            try:
                self._common(logging.root, self.convert(config['root']), True)
            except Exception as e:
                raise ValueError('Unable to configure root logger') from e

    def _build(self, config):
        disable = config.get('disable_existing_loggers', True)
        _clear_handlers()
        for kind, make in (('formatters', self._formatter), ('filters', self._filter)):
            for name, one in config.get(kind, {}).items():
                try:
                    self.made[kind][name] = make(self.convert(one))
                except Exception as e:
                    raise ValueError(f'Unable to configure {kind[:-1]} {name!r}') from e
        waiting = sorted(config.get('handlers', {}))
        last_try = False
        while waiting:
            later = []
            for name in waiting:
                try:
                    handler = self._handler(self.convert(config['handlers'][name]))
                    handler.name = name
                    self.made['handlers'][name] = handler
                except Exception as e:
                    if 'target not configured yet' in str(e.__cause__) and not last_try:
                        later.append(name)
                    else:
                        raise ValueError(f'Unable to configure handler {name!r}') from e
            last_try = len(later) == len(waiting)
            waiting = later
        existing = _existing_loggers()
        loggers = config.get('loggers', {})
        for name, one in loggers.items():
            try:
                self._logger(name, self.convert(one))
            except Exception as e:
                raise ValueError(f'Unable to configure logger {name!r}') from e
        _settle_existing(existing, list(loggers), disable)
        if config.get('root'):
            try:
                self._common(logging.root, self.convert(config['root']))
            except Exception as e:
                raise ValueError('Unable to configure root logger') from e

    def _formatter(self, config):
        if '()' in config:
            return self._call_factory(dict(config))
        cls = _resolve(config['class']) if config.get('class') else logging.Formatter
        more = {'validate': config['validate']} if 'validate' in config else {}
        return cls(config.get('format'), config.get('datefmt'), config.get('style', '%'), **more)

    def _filter(self, config):
        if '()' in config:
            return self._call_factory(dict(config))
        return logging.Filter(config.get('name', ''))

    def _add_filters(self, filterer, names):
        for one in names:
            try:
                if callable(one) or callable(getattr(one, 'filter', None)):
                    filterer.addFilter(one)
                else:
                    filterer.addFilter(self.made['filters'][one])
            except Exception as e:
                raise ValueError(f'Unable to add filter {one!r}') from e

    def _handler(self, config):
        config = dict(config)
        formatter = config.pop('formatter', None)
        if formatter:
            try:
                formatter = self.made['formatters'][formatter]
            except Exception as e:
                raise ValueError(f'Unable to set formatter {formatter!r}') from e
        level = config.pop('level', None)
        filters = config.pop('filters', None)
        if '()' in config:
            handler = self._call_factory(config)
        else:
            name = config.pop('class')
            cls = name if callable(name) else _resolve(name)
            if 'target' in config and name == 'logging.handlers.MemoryHandler':
                target = config['target']
                if target not in self.made['handlers']:
                    reason = TypeError('target not configured yet')
                    raise ValueError(f'Unable to set target handler {target!r}') from reason
                config['target'] = self.made['handlers'][target]
            extra = config.pop('.', None)
            kwargs = {k: config[k] for k in config if str(k).isidentifier()}
            handler = cls(**kwargs)
            for key, value in (extra or {}).items():
                setattr(handler, key, value)
        if formatter:
            handler.setFormatter(formatter)
        if level is not None:
            handler.setLevel(logging._checkLevel(level))
        if filters:
            self._add_filters(handler, filters)
        return handler

    def _common(self, logger, config, incremental=False):
        level = config.get('level')
        if level is not None:
            logger.setLevel(logging._checkLevel(level))
        if incremental:
            return
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        for name in config.get('handlers') or ():
            try:
                logger.addHandler(self.made['handlers'][name])
            except Exception as e:
                raise ValueError(f'Unable to add handler {name!r}') from e
        if config.get('filters'):
            self._add_filters(logger, config['filters'])

    def _logger(self, name, config, incremental=False):
        logger = logging.getLogger(name)
        self._common(logger, config, incremental)
        logger.disabled = False
        if config.get('propagate') is not None:
            logger.propagate = config['propagate']


dictConfigClass = DictConfigurator


def dictConfig(config):
    """Configure logging by a dict."""
    dictConfigClass(config).configure()


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    """Configure logging by an INI file: its name, an open file, or a ConfigParser."""
    import configparser
    if isinstance(fname, configparser.RawConfigParser):
        cp = fname
    else:
        cp = configparser.ConfigParser(defaults)
        try:
            if hasattr(fname, 'readline'):
                cp.read_file(fname)
            else:
                import os
                if not os.path.exists(fname):
                    raise FileNotFoundError(f"{fname} doesn't exist")
                cp.read(fname, encoding=encoding)
        except configparser.ParsingError as e:
            raise RuntimeError(f'{fname} is invalid: {e}') from e

    def names(section):
        keys = cp[section]['keys']
        return [k.strip() for k in keys.split(',')] if keys else []

    def evaluate(text):
        return eval(text, vars(logging))

    with logging._lock:
        _clear_handlers()
        formatters = {}
        for name in names('formatters'):
            section = f'formatter_{name}'
            cls = _resolve(cp[section]['class']) if cp[section].get('class') else logging.Formatter
            formatters[name] = cls(cp.get(section, 'format', raw=True, fallback=None),
                                   cp.get(section, 'datefmt', raw=True, fallback=None),
                                   cp.get(section, 'style', raw=True, fallback='%'))
        handlers = {}
        targets = {}
        for name in names('handlers'):
            section = cp[f'handler_{name}']
            try:
                cls = evaluate(section['class'])
            except (AttributeError, NameError):
                cls = _resolve(section['class'])
            handler = cls(*evaluate(section.get('args', '()')),
                          **evaluate(section.get('kwargs', '{}')))
            handler.name = name
            if section.get('level'):
                handler.setLevel(section['level'])
            if section.get('formatter'):
                handler.setFormatter(formatters[section['formatter']])
            if section.get('target'):
                targets[handler] = section['target']
            handlers[name] = handler
        for handler, target in targets.items():
            handler.setTarget(handlers[target])
        wanted = names('loggers')
        wanted.remove('root')

        def fill(logger, section):
            if section.get('level'):
                logger.setLevel(section['level'])
            for handler in logger.handlers[:]:
                logger.removeHandler(handler)
            for name in section.get('handlers', '').split(','):
                if name.strip():
                    logger.addHandler(handlers[name.strip()])

        fill(logging.root, cp['logger_root'])
        existing = _existing_loggers()
        named = []
        for name in wanted:
            section = cp[f'logger_{name}']
            logger = logging.getLogger(section['qualname'])
            named.append(section['qualname'])
            fill(logger, section)
            logger.propagate = section.getint('propagate', fallback=1)
            logger.disabled = False
        _settle_existing(existing, named, disable_existing_loggers)
