import re
from unittest.mock import MagicMock, Mock, mock_open, call, patch
m = MagicMock()
print(len(m), bool(m), int(m), float(m), complex(m), list(m), 'x' in m, hash(m) == hash(m), m == m, m == 3, m != 3)
print(re.sub(r'\d{5,}', 'ID', str(m)), re.sub(r'\d{5,}', 'ID', repr(m[1])), re.sub(r'\d{5,}', 'ID', repr(m + 1)))
with m as entered:
    print(re.sub(r'\d{5,}', 'ID', repr(entered)))
m.__len__.return_value = 5
m.__getitem__.side_effect = lambda k: k * 2
m.__iter__.return_value = [1, 2]
m.__str__.return_value = 'text'
m.__contains__.return_value = True
print(len(m), m[4], list(m), list(m), str(m), 3 in m)
m.__getitem__.assert_called_with(4)
try:
    m < 3
except TypeError as e:
    print(e)
plain = Mock()
try:
    len(plain)
except TypeError as e:
    print(e)
plain.__len__ = Mock(return_value=2)
plain.__str__ = lambda self: 'set'
print(len(plain), str(plain))
n = MagicMock()
n.x[3].y()
n.x[3] = 4
del n.x[3]
print(n.mock_calls)
o = mock_open(read_data='one\ntwo\n')
with o('file') as f:
    print(f.read())
print(o.mock_calls)
with o('file', 'w') as f:
    f.write('data')
o.assert_called_with('file', 'w')
o().write.assert_called_once_with('data')
print(o('again').readlines(), list(o('x')), o('y').readline())
with patch('builtins.open', mock_open(read_data='patched')):
    print(open('anything').read())
