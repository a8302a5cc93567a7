import sys
sys.path.insert(0, __file__.rsplit("/", 1)[0])
import _helper
from _helper import double, CONSTANT as C
import _helper as again
print(_helper.double(4), double(5), C, again is _helper, _helper.__name__, _helper.calls)
double(1); print(_helper.calls)
from _helper import *
print(exported, "_hidden" in globals(), _helper._hidden)
