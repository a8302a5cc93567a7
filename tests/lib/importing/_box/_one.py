from . import value
import sys
name, package = __name__, __package__
