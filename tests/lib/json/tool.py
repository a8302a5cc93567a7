import json.tool, os, sys
path = 'json_tool_test'
def run(text, *options, out=False):
    with open(path, 'w', encoding='utf-8') as f:
        f.write(text)
    sys.argv = ['tool', *options, path] + ([path + '.out'] if out else [])
    try:
        json.tool.main()
    except SystemExit as e:
        print('exit:', e)
    if out:
        with open(path + '.out', encoding='utf-8') as f:
            print('file:', f.read())
        os.remove(path + '.out')
    os.remove(path)
text = '{"b": [1, 2, {}], "a": "\\u00e9"}'
run(text, out=True)
class Kept:
    # main() may close what it prints to
    def write(self, s): real.write(s)
    def flush(self): real.flush()
    def __enter__(self): return self
    def __exit__(self, *args): pass
real = sys.stdout
sys.stdout = Kept()
run(text)
run(text, '--sort-keys', '--indent', '1')
run(text, '--no-ensure-ascii', '--tab')
run(text, '--no-indent')
run(text, '--compact')
run('{"a": 1}\n[2]\n', '--json-lines', '--compact')
run('{"a" 1}')
run('')
