from . import value
from ._inner import deep
from .. import nothing
