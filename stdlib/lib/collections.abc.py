"""collections.abc: the abstract classes of containers, which _collections_abc holds."""

from _collections_abc import *
from _collections_abc import __all__
