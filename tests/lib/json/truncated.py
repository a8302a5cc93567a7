import json
# Every beginning of a document, and every document with one character gone.
docs = ['{"a": [1, -2.5e3, null], "b": {"c": "x\\u00e9\\ud83d\\ude00y\\n"}, "d": true}', '[[], {}, [{"k": [false]}], NaN, -Infinity, "é\\\\"]']
def show(s):
    try:
        print(ascii(json.loads(s)))
    except json.JSONDecodeError as e:
        print(e)
for doc in docs:
    for i in range(len(doc)):
        show(doc[:i])
        show(doc[:i] + doc[i + 1:])
