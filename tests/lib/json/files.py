import json
class Out:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
class In:
    def __init__(self, s): self.s = s
    def read(self): return self.s
o = Out()
json.dump({'a': [1, 2.5, None], 'é': 'x'}, o, sort_keys=True)
print(''.join(o.parts))
o = Out()
json.dump([1, {'b': 2}], o, indent=2)
print(''.join(o.parts))
print(json.load(In('{"a": [1, 2]}')), json.load(In(b'[1]')), json.load(In('[1]'), parse_int=str), json.load(In('{"a": 1}'), object_pairs_hook=list))
try:
    json.load(In('nope'))
except ValueError as e:
    print(type(e).__name__, e)
import os
path = 'json_files_test.json'
with open(path, 'w') as f:
    json.dump({'k': ['é', 1]}, f, ensure_ascii=False, indent='\t')
with open(path) as f:
    print(f.read())
with open(path) as f:
    print(json.load(f))
os.remove(path)
