import unittest
t = unittest.TestCase()
def fails(f):
    try:
        f()
    except AssertionError as e:
        print('failed:', e)
    except Exception as e:
        print(type(e).__name__, '|', e)
    else:
        print('fine')
def boom(*args, **kw):
    raise ValueError('boom', *args)
fails(lambda: t.assertRaises(ValueError, boom, 1, x=2))
fails(lambda: t.assertRaises(KeyError, boom))
fails(lambda: t.assertRaises(ValueError, int, '3'))
fails(lambda: t.assertRaises((KeyError, ValueError), len, 'x'))
fails(lambda: t.assertRaises((KeyError, ValueError), boom))
fails(lambda: t.assertRaises(3, boom))
fails(lambda: t.assertRaises(int))
fails(lambda: t.assertRaises(ValueError, bogus=1))
fails(lambda: t.assertRaisesRegex(ValueError, 'bo+m', boom))
fails(lambda: t.assertRaisesRegex(ValueError, 'nope', boom))
fails(lambda: t.assertRaisesRegex(ValueError, 'nope', int, '1'))
def block(cls, action, **kw):
    with t.assertRaises(cls, **kw) as cm:
        action()
    print(type(cm.exception).__name__, cm.exception, cm.exception.__traceback__)
fails(lambda: block(ValueError, boom))
fails(lambda: block(ValueError, lambda: None))
fails(lambda: block(ValueError, lambda: None, msg='said'))
fails(lambda: block(KeyError, boom))
def regex(pattern):
    with t.assertRaisesRegex(ValueError, pattern, msg='told'):
        boom()
fails(lambda: regex('oo'))
fails(lambda: regex('xx'))
with t.assertRaises(SystemExit) as cm:
    raise SystemExit(3)
print(cm.exception.code)
