import keyword
print(keyword.kwlist, keyword.softkwlist, len(keyword.kwlist))
print(keyword.iskeyword("if"), keyword.iskeyword("match"), keyword.iskeyword("x"), keyword.issoftkeyword("match"), keyword.issoftkeyword("if"), keyword.issoftkeyword("_"), keyword.iskeyword(""))
