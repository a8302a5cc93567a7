"""More handlers: files that are renamed at a size or at a time, records kept in memory or sent
through a queue. Those for sockets, mail and the system's log are not there.
Behaviour: https://docs.python.org/3.11/library/logging.handlers.html"""
import logging
import os
import time

from _logging_record import _srcfiles

_srcfiles.add((lambda: None).__code__.co_filename)

_MIDNIGHT = 24 * 60 * 60


class BaseRotatingHandler(logging.FileHandler):
    """A file that is sometimes renamed, and begun anew."""
    namer = None
    rotator = None

    def __init__(self, filename, mode, encoding=None, delay=False, errors=None):
        logging.FileHandler.__init__(self, filename, mode=mode, encoding=encoding, delay=delay,
                                     errors=errors)

    def emit(self, record):
        try:
            if self.shouldRollover(record):
                self.doRollover()
            logging.FileHandler.emit(self, record)
        except Exception:
            self.handleError(record)

    def rotation_filename(self, default_name):
        """The name of a file that is put aside."""
        return self.namer(default_name) if callable(self.namer) else default_name

    def rotate(self, source, dest):
        """Put a file aside."""
        if callable(self.rotator):
            self.rotator(source, dest)
        elif os.path.exists(source):
            os.rename(source, dest)

    def _replace(self, source, dest):
        if os.path.exists(dest):
            os.remove(dest)
        self.rotate(source, dest)

    def _close_stream(self):
        if self.stream:
            self.stream.close()
            self.stream = None


class RotatingFileHandler(BaseRotatingHandler):
    """Begins a new file before one grows past maxBytes; the old ones are NAME.1, NAME.2 ..."""

    def __init__(self, filename, mode='a', maxBytes=0, backupCount=0, encoding=None, delay=False,
                 errors=None):
        if maxBytes > 0:
            mode = 'a'
        BaseRotatingHandler.__init__(self, filename, mode, encoding, delay, errors)
        self.maxBytes = maxBytes
        self.backupCount = backupCount

    def doRollover(self):
        """Begin a new file."""
        self._close_stream()
        if self.backupCount > 0:
            for i in range(self.backupCount - 1, 0, -1):
                source = self.rotation_filename(f'{self.baseFilename}.{i}')
                if os.path.exists(source):
                    dest = self.rotation_filename(f'{self.baseFilename}.{i + 1}')
                    if os.path.exists(dest):
                        os.remove(dest)
                    os.rename(source, dest)
            self._replace(self.baseFilename, self.rotation_filename(self.baseFilename + '.1'))
        if not self.delay:
            self.stream = self._open()

    def shouldRollover(self, record):
        """Would the record make the file too large?"""
        if os.path.exists(self.baseFilename) and not os.path.isfile(self.baseFilename):
            return False
        if self.stream is None:
            self.stream = self._open()
        if self.maxBytes > 0:
            text = f'{self.format(record)}\n'
            self.stream.seek(0, 2)
            if self.stream.tell() + len(text) >= self.maxBytes:
                return True
        return False


class TimedRotatingFileHandler(BaseRotatingHandler):
    """Begins a new file at intervals: when is 'S', 'M', 'H', 'D', 'MIDNIGHT' or 'W0' to 'W6'."""

    def __init__(self, filename, when='h', interval=1, backupCount=0, encoding=None, delay=False,
                 utc=False, atTime=None, errors=None):
        BaseRotatingHandler.__init__(self, filename, 'a', encoding, delay, errors)
        self.when = when.upper()
        self.backupCount = backupCount
        self.utc = utc
        self.atTime = atTime
        units = {'S': (1, '%Y-%m-%d_%H-%M-%S'), 'M': (60, '%Y-%m-%d_%H-%M'),
                 'H': (3600, '%Y-%m-%d_%H'), 'D': (_MIDNIGHT, '%Y-%m-%d'),
                 'MIDNIGHT': (_MIDNIGHT, '%Y-%m-%d')}
        if self.when in units:
            self.interval, self.suffix = units[self.when]
        elif self.when.startswith('W'):
            if len(self.when) != 2:
                raise ValueError('You must specify a day for weekly rollover from 0 to 6 (0 is '
                                 f'Monday): {self.when}')
            if self.when[1] < '0' or self.when[1] > '6':
                raise ValueError(f'Invalid day specified for weekly rollover: {self.when}')
            self.interval, self.suffix = 7 * _MIDNIGHT, '%Y-%m-%d'
            self.dayOfWeek = int(self.when[1])
        else:
            raise ValueError(f'Invalid rollover interval specified: {self.when}')
        self.interval *= interval
        if os.path.exists(self.baseFilename):
            start = int(os.stat(self.baseFilename).st_mtime)
        else:
            start = int(time.time())
        self.rolloverAt = self.computeRollover(start)

    def computeRollover(self, currentTime):
        """The next time to begin a new file."""
        if self.when != 'MIDNIGHT' and not self.when.startswith('W'):
            return currentTime + self.interval
        now = time.gmtime(currentTime) if self.utc else time.localtime(currentTime)
        at = _MIDNIGHT
        if self.atTime is not None:
            at = self.atTime.hour * 3600 + self.atTime.minute * 60 + self.atTime.second
        left = at - (now[3] * 3600 + now[4] * 60 + now[5])
        day = now[6]
        if left < 0:
            left += _MIDNIGHT
            day = (day + 1) % 7
        result = currentTime + left
        if self.when.startswith('W') and day != self.dayOfWeek:
            result += (self.dayOfWeek - day) % 7 * _MIDNIGHT
        return result

    def shouldRollover(self, record):
        """Is it time?"""
        if int(time.time()) < self.rolloverAt:
            return False
        if os.path.exists(self.baseFilename) and not os.path.isfile(self.baseFilename):
            self.rolloverAt = self.computeRollover(int(time.time()))
            return False
        return True

    def getFilesToDelete(self):
        """The files put aside that are too many."""
        folder, base = os.path.split(self.baseFilename)
        prefix = base + '.'
        found = []
        for name in os.listdir(folder):
            tail = name[len(prefix):]
            if name.startswith(prefix) and tail and all(c.isdigit() or c in '-_' for c in tail):
                found.append(os.path.join(folder, name))
        if len(found) < self.backupCount:
            return []
        return sorted(found)[:len(found) - self.backupCount]

    def doRollover(self):
        """Begin a new file."""
        self._close_stream()
        now = int(time.time())
        began = self.rolloverAt - self.interval
        when = time.gmtime(began) if self.utc else time.localtime(began)
        stamp = time.strftime(self.suffix, when)
        self._replace(self.baseFilename, self.rotation_filename(f'{self.baseFilename}.{stamp}'))
        if self.backupCount > 0:
            for name in self.getFilesToDelete():
                os.remove(name)
        if not self.delay:
            self.stream = self._open()
        at = self.computeRollover(now)
        while at <= now:
            at += self.interval
        self.rolloverAt = at


class WatchedFileHandler(logging.FileHandler):
    """Opens its file anew when another program has renamed it."""

    def __init__(self, filename, mode='a', encoding=None, delay=False, errors=None):
        logging.FileHandler.__init__(self, filename, mode=mode, encoding=encoding, delay=delay,
                                     errors=errors)
        self.dev, self.ino = -1, -1
        self._note()

    def _note(self):
        if self.stream:
            found = os.fstat(self.stream.fileno())
            self.dev, self.ino = found.st_dev, found.st_ino

    def reopenIfNeeded(self):
        """Open the file anew if it is another one."""
        try:
            found = os.stat(self.baseFilename)
        except FileNotFoundError:
            found = None
        if not found or found.st_dev != self.dev or found.st_ino != self.ino:
            if self.stream is not None:
                self.stream.flush()
                self.stream.close()
                self.stream = self._open()
                self._note()

    def emit(self, record):
        self.reopenIfNeeded()
        logging.FileHandler.emit(self, record)


class BufferingHandler(logging.Handler):
    """Keeps records; flush() is called when there are `capacity` of them."""

    def __init__(self, capacity):
        logging.Handler.__init__(self)
        self.capacity = capacity
        self.buffer = []

    def shouldFlush(self, record):
        """Are there enough records?"""
        return len(self.buffer) >= self.capacity

    def emit(self, record):
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()

    def flush(self):
        self.acquire()
        try:
            self.buffer.clear()
        finally:
            self.release()

    def close(self):
        try:
            self.flush()
        finally:
            logging.Handler.close(self)


class MemoryHandler(BufferingHandler):
    """Keeps records until there are enough, or one is grave; then another handler gets them."""

    def __init__(self, capacity, flushLevel=logging.ERROR, target=None, flushOnClose=True):
        BufferingHandler.__init__(self, capacity)
        self.flushLevel = flushLevel
        self.target = target
        self.flushOnClose = flushOnClose

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity or record.levelno >= self.flushLevel

    def setTarget(self, target):
        """The handler that gets the records."""
        self.acquire()
        try:
            self.target = target
        finally:
            self.release()

    def flush(self):
        self.acquire()
        try:
            if self.target:
                for record in self.buffer:
                    self.target.handle(record)
                self.buffer.clear()
        finally:
            self.release()

    def close(self):
        try:
            if self.flushOnClose:
                self.flush()
        finally:
            self.acquire()
            try:
                self.target = None
                BufferingHandler.close(self)
            finally:
                self.release()


class QueueHandler(logging.Handler):
    """Puts records into a queue."""

    def __init__(self, queue):
        logging.Handler.__init__(self)
        self.queue = queue

    def enqueue(self, record):
        """Put one record into the queue."""
        self.queue.put_nowait(record)

    def prepare(self, record):
        """A copy of the record with its text made, fit for another thread."""
        import copy
        text = self.format(record)
        record = copy.copy(record)
        record.message = record.msg = text
        record.args = record.exc_info = record.exc_text = record.stack_info = None
        return record

    def emit(self, record):
        try:
            self.enqueue(self.prepare(record))
        except Exception:
            self.handleError(record)


class QueueListener:
    """A thread that passes the records of a queue to handlers."""
    _sentinel = None

    def __init__(self, queue, *handlers, respect_handler_level=False):
        self.queue = queue
        self.handlers = handlers
        self._thread = None
        self.respect_handler_level = respect_handler_level

    def dequeue(self, block):
        """Take one record out of the queue."""
        return self.queue.get(block)

    def start(self):
        """Begin."""
        import threading
        self._thread = threading.Thread(target=self._monitor, daemon=True)
        self._thread.start()

    def prepare(self, record):
        """What the handlers get for a record."""
        return record

    def handle(self, record):
        """Pass one record to the handlers."""
        record = self.prepare(record)
        for handler in self.handlers:
            if not self.respect_handler_level or record.levelno >= handler.level:
                handler.handle(record)

    def _monitor(self):
        done = getattr(self.queue, 'task_done', None)
        while True:
            record = self.dequeue(True)
            if record is not self._sentinel:
                self.handle(record)
            if done:
                done()
            if record is self._sentinel:
                break

    def enqueue_sentinel(self):
        """Put in what ends the thread."""
        self.queue.put_nowait(self._sentinel)

    def stop(self):
        """End, after what is in the queue."""
        self.enqueue_sentinel()
        self._thread.join()
        self._thread = None
