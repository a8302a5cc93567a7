# limit: 60
# Expressions ten thousand deep, of every kind: told by an exception, whichever, never by a signal.
check() {
  awk -v before="$2" -v middle="$3" -v after="$4" -v n="${5:-10000}" \
    'BEGIN { printf "x = "; for (i = 0; i < n; i++) printf "%s", before; printf "%s", middle; for (i = 0; i < n; i++) printf "%s", after; print "" }' >deep.py
  baton deep.py >out 2>err
  code=$?
  [ $code -lt 2 ] && echo "$1 fine" || { echo "$1: status $code"; tail -n 2 err; }
}
check parentheses "(" 1 ")"
check lists "[" 1 "]"
check dicts "{1:" 1 "}"
check calls "f(" 1 ")"
check subscripts "a[" 1 "]"
check minus "-" 1 ""
check not "not " 1 ""
check lambda "lambda:" 1 ""
check ternary "1 if 1 else " 1 ""
check power "2**" 1 ""
check attribute "" a ".b"
check postfix_calls "" a "()"
check sum "" 1 "+1" 100000
check product "" 1 "*1" 100000
check comparison "" 1 "<2" 100000
check concatenation "'a'" "" "'b'" 50000
check await "await " 1 ""
check star "*" 1 ""
check generator "(x for x in " "[]" ")"
check fstring "f'{" 1 "}'"
awk 'BEGIN { for (i = 0; i < 10000; i++) print "@f"; print "def g(): pass" }' >deep.py
baton deep.py 2>err; [ $? -lt 2 ] && echo decorators fine
awk 'BEGIN { print "class A:"; for (i = 1; i < 95; i++) { for (j = 0; j < i; j++) printf " "; print "class A:" } for (j = 0; j < 95; j++) printf " "; print "pass" }' >deep.py
baton deep.py 2>err; [ $? -lt 2 ] && echo classes fine
awk 'BEGIN { for (i = 0; i < 20000; i++) print "if x: pass\nelif y: pass\nelse:\n pass" } ' | sed '1i x = y = 0' >deep.py
baton deep.py 2>err; echo "ifs $?"
