"""A package for the tests of imports."""
__all__ = ['_one', 'value', '_inner']
value = 'box'
