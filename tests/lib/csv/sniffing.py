# Sniffer: delimiters, quotes, spaces, headers.
import csv

samples = {
    "commas": "a,b,c\n1,2,3\n4,5,6\n",
    "semicolons": "name;age;city\nAnn;3;Rome\nBob;44;Oslo\n",
    "tabs": "x\ty\n1\t2\n3\t4\n",
    "pipes": "x|y|z\n1|2|3\n4|5|6\n",
    "quoted": '"a","b","c"\n"1","2","3"\n',
    "single": "'a':'b':'c'\n'd':'e':'f'\n",
    "mixed": 'name,"full, text",x\n1,"a, b",2\n3,"c, d",4\n',
    "doubled": 'a,"say ""hi""",b\nc,"no ""x""",d\n',
    "spaces after": "a, b, c\nd, e, f\n",
    "quoted spaces": "'a', 'b', 'c'\n'd', 'e', 'f'\n",
    "first only": '"a",b\n"c",d\n',
    "last only": 'b,"a"\nd,"c"\n',
    "alone": '"a"\n"b"\n',
    "words": "one two three\nfour five six\n",
    "times": "10:20 30:40\n11:21 31:41\n",
    "nothing": "abc\ndef\n",
    "one": "abc",
    "empty": "",
    "ragged": "a,b\nc\nd,e,f\ng,h\n",
    "many": "".join(f"row {i},{i * i},{'x' * (i % 5)}\n" for i in range(35)),
    "names": "Name,Height,Born\nAnn,1.70,1990\nBob,1.82,1985\nCy,1.65,2001\n",
    "no names": "1.70,1990,12\n1.82,1985,13\n1.65,2001,15\n",
    "lengths": "code,id\nAB1,xx\nCD2,yy\nEF3,zz\n",
    "same": "ab,cd\nef,gh\nij,kl\n",
    "windows": "a,b\r\n1,2\r\n",
}
for name, sample in samples.items():
    for delimiters in (None, ",;", "|\t"):
        try:
            d = csv.Sniffer().sniff(sample, delimiters)
            print(name, repr(delimiters), repr(d.delimiter), repr(d.quotechar), d.doublequote, bool(d.skipinitialspace), d._name, repr(d.lineterminator), d.quoting)
        except csv.Error as e:
            print(name, repr(delimiters), "Error", e)
    try:
        print("   header", csv.Sniffer().has_header(sample))
    except (csv.Error, StopIteration) as e:
        print("   header", type(e).__name__, e)
d = csv.Sniffer().sniff(samples["mixed"])
print(issubclass(d, csv.Dialect), list(csv.reader(samples["mixed"].splitlines(), d)), csv.Sniffer().preferred)
