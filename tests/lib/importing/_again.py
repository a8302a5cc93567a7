count = globals().get('count', 0) + 1
__all__ = ['count', 'absent']
