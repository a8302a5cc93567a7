print('main of', __name__, __package__, __spec__.name)
result = 42
