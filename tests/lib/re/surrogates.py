import re
text = 'x\ud800y\udfffz'
print(re.findall('[\ud800-\udfff]', text) == ['\ud800', '\udfff'], re.search('\udfff', text).span(), re.search(r'\ud800', text).span(), re.sub(r'[^\x00-\x7f]', '?', text), re.split('y', text) == ['x\ud800', '\udfffz'], re.findall(r'\w', text), len(re.findall('.', text)))
print(re.search('é', text), re.search('(?i)[é\ud800]', text).span(), repr(re.compile('\ud800')))
