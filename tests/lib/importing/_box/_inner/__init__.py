from .. import value as outer
from .._one import name as sibling
from ._leaf import leaf
deep = 'deep'
