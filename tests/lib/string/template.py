# Template: substitution, escapes, errors with their place, subclasses.
from string import Template


def attempt(fn, *args, **kw):
    try:
        print("ok", repr(fn(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


t = Template("$who likes ${what}s, $$5 and $who_2")
print(t.template, t.substitute(who="tim", what="kung pao", who_2=3), t.substitute({"who": 1, "what": 2, "who_2": 3}, who=9))
attempt(t.substitute, who="tim")
attempt(t.substitute)
attempt(t.substitute, {}, {})
print(t.safe_substitute(who="tim"), Template("$a ${b} $").safe_substitute(a=1), Template("$1 ${} ${a").safe_substitute(a=1))
for text in ("$", "a $ b", "$1", "line one\nline $two ok\n  $!", "${", "${a", "${1}", "x$-", "\n\n$"):
    attempt(Template(text).substitute, two=2, a=1)
    print(Template(text).is_valid(), Template(text).get_identifiers())
print(Template("$a $b ${a} $$c ${d}").get_identifiers(), Template("$A_b9 $é").safe_substitute(A_b9=1), Template("$abc").substitute(abc=None))
print(Template("$self").substitute(self=1), Template("$mapping").substitute({"mapping": 2}), Template("").substitute())


class Percent(Template):
    delimiter = "%"


class Dotted(Template):
    idpattern = r"[a-z]+(?:\.[a-z]+)*"


class Braces(Template):
    braceidpattern = r"[0-9]+"


class Own(Template):
    pattern = r"\[\[(?:(?P<escaped>\[\[)|(?P<named>[a-z]+)\]\]|(?P<braced>b)\]\]|(?P<invalid>))"
    delimiter = "[["


print(Percent("%a $a %% %{b}").substitute(a=1, b=2), Dotted("$a.b $c").substitute({"a.b": 1, "c": 2}), Braces("$a ${12}").substitute({"a": 1, "12": 2}))
print(Own("x [[name]] y [[[[").substitute(name=5), Percent("%1").is_valid())
attempt(Own("[[ 1").substitute)


class Sub(Percent):
    pass


print(Sub("%x").substitute(x="deep"), Template.delimiter, Percent.delimiter, Template.idpattern, Template.braceidpattern)
