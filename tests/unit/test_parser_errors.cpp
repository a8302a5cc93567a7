// The parser's errors: type, message and place, each as CPython 3.11 gives them.
#include <doctest/doctest.h>

#include <string>

#include "compiler/parser.h"

using namespace baton;

namespace {

struct Case {
  const char* source;
  const char* message;
  int line, col, end_line, end_col;
  const char* type = "SyntaxError";
};

// clang-format off
const Case kErrors[] = {
    {"x = 1 +", "invalid syntax", 1, 8, 1, 8},
    {"x = 1 1", "invalid syntax", 1, 7, 1, 8},
    {"(1 2", "'(' was never closed", 1, 1, 1, 0},
    {"(1 2)", "invalid syntax. Perhaps you forgot a comma\?", 1, 2, 1, 5},
    {"x = (1,\ny = 2\n", "'(' was never closed", 1, 5, 1, 0},
    {"  x = 1\n", "unexpected indent", 1, 2, 1, -1, "IndentationError"},
    {"if x:\n    y\n  z\n",
     "unindent does not match any outer indentation level", 3, 4, 3, -1, "IndentationError"},
    {"if x:\n\ty\n        z\n",
     "inconsistent use of tabs and spaces in indentation", 3, 1, 3, 0, "TabError"},
    {"'abc", "unterminated string literal (detected at line 1)", 1, 1, 1, 1},
    {"'''abc", "unterminated triple-quoted string literal (detected at line 1)", 1, 1, 1, 1},
    {"'''abc\n", "unterminated triple-quoted string literal (detected at line 1)", 1, 1, 1, 1},
    {"x = '''abc\n\n",
     "unterminated triple-quoted string literal (detected at line 2)", 1, 5, 1, 5},
    {"1_a", "invalid decimal literal", 1, 2, 1, 2},
    {"0777",
     "leading zeros in decimal integer literals are not permitted; use an 0o pre"
     "fix for octal integers", 1, 1, 1, 2},
    {"0o8", "invalid digit '8' in octal literal", 1, 3, 1, 3},
    {"1__0", "invalid decimal literal", 1, 2, 1, 2},
    {"0x", "invalid hexadecimal literal", 1, 2, 1, 2},
    {"1e+", "invalid decimal literal", 1, 3, 1, 3},
    {"b'\303\251'", "bytes can only contain ASCII literal characters", 1, 1, 1, 5},
    {"x = \\ 1", "unexpected character after line continuation character", 1, 6, 1, 0},
    {"x = \\", "unexpected EOF while parsing", 1, 6, 1, -1},
    {"x = 1 \\\n", "unexpected EOF while parsing", 1, 8, 1, -1},
    {"f(**a, *b)", "iterable argument unpacking follows keyword argument unpacking", 1, 8, 1, 9},
    {"f(a for a in b, c)", "Generator expression must be parenthesized", 1, 3, 1, 15},
    {"f(c, a for a in b)", "Generator expression must be parenthesized", 1, 6, 1, 18},
    {"f(a=1, b)", "positional argument follows keyword argument", 1, 9, 1, 10},
    {"f(**a, b)", "positional argument follows keyword argument unpacking", 1, 9, 1, 10},
    {"f(True=1)", "cannot assign to True", 1, 3, 1, 8},
    {"f(a.b=1)", "expression cannot contain assignment, perhaps you meant \"==\"\?", 1, 3, 1, 7},
    {"f(a=b for b in c)",
     "invalid syntax. Maybe you meant '==' or ':=' instead of '='\?", 1, 3, 1, 5},
    {"print 1", "Missing parentheses in call to 'print'. Did you mean print(...)\?", 1, 1, 1, 8},
    {"print x, y",
     "Missing parentheses in call to 'print'. Did you mean print(...)\?", 1, 1, 1, 11},
    {"exec 'a'", "Missing parentheses in call to 'exec'. Did you mean exec(...)\?", 1, 1, 1, 9},
    {"1 = x", "cannot assign to literal here. Maybe you meant '==' instead of '='\?", 1, 1, 1, 2},
    {"f() = 1",
     "cannot assign to function call here. Maybe you meant '==' instead of '='\?", 1, 1, 1, 4},
    {"f() = g() = 1", "cannot assign to function call", 1, 1, 1, 4},
    {"a + 1 = 2",
     "cannot assign to expression here. Maybe you meant '==' instead of '='\?", 1, 1, 1, 6},
    {"(a, 1) = 2", "cannot assign to literal", 1, 5, 1, 6},
    {"[a, f()] = 1", "cannot assign to function call", 1, 5, 1, 8},
    {"x = 1 = 2", "cannot assign to literal", 1, 5, 1, 6},
    {"None = 1", "cannot assign to None", 1, 1, 1, 5},
    {"(yield) = 1",
     "cannot assign to yield expression here. Maybe you meant '==' instead of '="
     "'\?", 1, 2, 1, 7},
    {"x = yield = 1", "assignment to yield expression not possible", 1, 5, 1, 10},
    {"a, b += 1", "'tuple' is an illegal expression for augmented assignment", 1, 1, 1, 5},
    {"f() += 1", "'function call' is an illegal expression for augmented assignment", 1, 1, 1, 4},
    {"a, b: int", "only single target (not tuple) can be annotated", 1, 1, 1, 2},
    {"(a, b): int", "only single target (not tuple) can be annotated", 1, 1, 1, 7},
    {"f(): int", "illegal target for annotation", 1, 1, 1, 4},
    {"del f()", "cannot delete function call", 1, 5, 1, 8},
    {"del (a, 1)", "cannot delete literal", 1, 9, 1, 10},
    {"del *a", "cannot delete starred", 1, 5, 1, 7},
    {"for 1 in x: pass", "cannot assign to literal", 1, 5, 1, 6},
    {"for f() in x: pass", "cannot assign to function call", 1, 5, 1, 8},
    {"with a as 1: pass", "cannot assign to literal", 1, 11, 1, 12},
    {"with (a as 1): pass", "cannot assign to literal", 1, 12, 1, 13},
    {"[x for 1 in y]", "cannot assign to literal", 1, 8, 1, 9},
    {"[*a for a in b]", "iterable unpacking cannot be used in comprehension", 1, 2, 1, 4},
    {"[a, b for a in b]",
     "did you forget parentheses around the comprehension target\?", 1, 2, 1, 6},
    {"{**a for a in b}", "dict unpacking cannot be used in dict comprehension", 1, 2, 1, 4},
    {"(*a)", "cannot use starred expression here", 1, 2, 1, 4},
    {"(**a)", "cannot use double starred expression here", 1, 2, 1, 4},
    {"{1:*a}", "cannot use a starred expression in a dictionary value", 1, 4, 1, 6},
    {"{1:}", "expression expected after dictionary key and ':'", 1, 3, 1, 4},
    {"{1:2, 3}", "':' expected after dictionary key", 1, 7, 1, 0},
    {"{1:2, 3:}", "expression expected after dictionary key and ':'", 1, 8, 1, 9},
    {"if x = 3: pass", "invalid syntax. Maybe you meant '==' or ':=' instead of '='\?", 1, 4, 1, 9},
    {"if x.y = 3: pass",
     "cannot assign to attribute here. Maybe you meant '==' instead of '='\?", 1, 4, 1, 7},
    {"while x\n  pass", "expected ':'", 1, 8, 1, 8},
    {"if x\n  pass", "expected ':'", 1, 5, 1, 5},
    {"for x in y\n  pass", "expected ':'", 1, 11, 1, 11},
    {"def f()\n  pass", "expected ':'", 1, 8, 1, 8},
    {"def f:\n pass", "expected '('", 1, 6, 1, 7},
    {"class A\n pass", "expected ':'", 1, 8, 1, 8},
    {"class A(\n", "'(' was never closed", 1, 8, 1, 0},
    {"with x\n pass", "expected ':'", 1, 7, 1, 7},
    {"try\n pass", "expected ':'", 1, 4, 1, 4},
    {"try:\n pass\n", "expected 'except' or 'finally' block", 2, 6, 2, -1},
    {"try:\n pass\nx=1", "expected 'except' or 'finally' block", 3, 1, 3, 2},
    {"else:\n pass", "invalid syntax", 1, 1, 1, 5},
    {"if x:\npass",
     "expected an indented block after 'if' statement on line 1", 2, 1, 2, 5, "IndentationError"},
    {"def f():\npass",
     "expected an indented block after function definition on line 1",
     2, 1, 2, 5, "IndentationError"},
    {"class A:\npass",
     "expected an indented block after class definition on line 1", 2, 1, 2, 5, "IndentationError"},
    {"for x in y:\npass",
     "expected an indented block after 'for' statement on line 1", 2, 1, 2, 5, "IndentationError"},
    {"while x:\npass",
     "expected an indented block after 'while' statement on line 1",
     2, 1, 2, 5, "IndentationError"},
    {"with x:\npass",
     "expected an indented block after 'with' statement on line 1", 2, 1, 2, 5, "IndentationError"},
    {"try:\npass",
     "expected an indented block after 'try' statement on line 1", 2, 1, 2, 5, "IndentationError"},
    {"try:\n pass\nexcept:\npass",
     "expected an indented block after 'except' statement on line 3",
     4, 1, 4, 5, "IndentationError"},
    {"try:\n pass\nfinally:\npass",
     "expected an indented block after 'finally' statement on line 3",
     4, 1, 4, 5, "IndentationError"},
    {"if x:\n pass\nelse:\npass",
     "expected an indented block after 'else' statement on line 3", 4, 1, 4, 5, "IndentationError"},
    {"if x:\n pass\nelif y:\npass",
     "expected an indented block after 'elif' statement on line 3", 4, 1, 4, 5, "IndentationError"},
    {"match x:\npass",
     "expected an indented block after 'match' statement on line 1",
     2, 1, 2, 5, "IndentationError"},
    {"match x:\n case 1:\n pass",
     "expected an indented block after 'case' statement on line 2", 3, 2, 3, 6, "IndentationError"},
    {"match x\n case 1: pass", "expected ':'", 1, 8, 1, 8},
    {"match x:\n case 1\n  pass", "expected ':'", 2, 8, 2, 8},
    {"try:\n pass\nexcept A, B:\n pass",
     "multiple exception types must be parenthesized", 3, 8, 3, 12},
    {"try:\n pass\nexcept A\n pass", "expected ':'", 3, 9, 3, 9},
    {"try:\n pass\nexcept* A:\n pass\nexcept B: pass",
     "cannot have both 'except' and 'except*' on the same 'try'", 5, 1, 5, 7},
    {"try:\n pass\nexcept*:\n pass", "expected one or more exception types", 3, 8, 3, 9},
    {"def f(a=1, b): pass", "non-default argument follows default argument", 1, 12, 1, 13},
    {"def f(a, a): pass", "duplicate argument 'a' in function definition", 1, 10, 1, 11},
    {"def f(*): pass", "named arguments must follow bare *", 1, 7, 1, 8},
    {"def f(*, **k): pass", "named arguments must follow bare *", 1, 7, 1, 8},
    {"def f(**k, a): pass", "arguments cannot follow var-keyword argument", 1, 12, 1, 13},
    {"def f(/): pass", "invalid syntax", 1, 7, 1, 8},
    {"def f(a, /, b, /): pass", "/ may appear only once", 1, 16, 1, 17},
    {"def f(*a, /): pass", "/ must be ahead of *", 1, 11, 1, 12},
    {"def f(*a, *b): pass", "* argument may appear only once", 1, 11, 1, 12},
    {"def f((a, b)): pass", "Function parameters cannot be parenthesized", 1, 7, 1, 13},
    {"def f(a=): pass", "expected default value expression", 1, 8, 1, 9},
    {"def f(*a=1): pass", "var-positional argument cannot have default value", 1, 9, 1, 10},
    {"def f(**a=1): pass", "var-keyword argument cannot have default value", 1, 10, 1, 11},
    {"lambda a=1, b: 1", "non-default argument follows default argument", 1, 13, 1, 14},
    {"lambda a, a: 1", "duplicate argument 'a' in function definition", 1, 11, 1, 12},
    {"f(a=1, a=2)", "keyword argument repeated: a", 1, 8, 1, 11},
    {"from a import b,",
     "trailing comma not allowed without surrounding parentheses", 1, 17, 1, 17},
    {"from a import (b", "'(' was never closed", 1, 15, 1, 0},
    {"from a import *, b", "invalid syntax", 1, 16, 1, 17},
    {"import a.b as c.d", "invalid syntax", 1, 16, 1, 17},
    {"import", "invalid syntax", 1, 7, 1, 7},
    {"from a import", "invalid syntax", 1, 14, 1, 14},
    {"a if b", "expected 'else' after 'if' expression", 1, 1, 1, 7},
    {"(a if b)", "expected 'else' after 'if' expression", 1, 2, 1, 8},
    {"x = a if b\n", "expected 'else' after 'if' expression", 1, 5, 1, 11},
    {"f(a if b)", "expected 'else' after 'if' expression", 1, 3, 1, 9},
    {"a := 1", "invalid syntax", 1, 3, 1, 5},
    {"(a.b := 1)", "cannot use assignment expressions with attribute", 1, 2, 1, 5},
    {"f(a.b := 1)", "invalid syntax", 1, 7, 1, 9},
    {"x = $", "invalid syntax", 1, 5, 1, 6},
    {"x = \?", "invalid syntax", 1, 5, 1, 6},
    {"a ! b", "invalid syntax", 1, 3, 1, 4},
    {"x = \302\240 1", "invalid non-printable character U+00A0", 1, 5, 1, 5},
    {"x = \342\200\234a\342\200\235", "invalid character '\342\200\234' (U+201C)", 1, 5, 1, 5},
    {"\342\202\254 = 1", "invalid character '\342\202\254' (U+20AC)", 1, 1, 1, 1},
    {"a <> b", "invalid syntax", 1, 3, 1, 5},
    {")", "unmatched ')'", 1, 1, 1, 1},
    {"(]", "closing parenthesis ']' does not match opening parenthesis '('", 1, 2, 1, 2},
    {"(\n]",
     "closing parenthesis ']' does not match opening parenthesis '(' on line 1", 2, 1, 2, 1},
    {"]", "unmatched ']'", 1, 1, 1, 1},
    {"((((", "'(' was never closed", 1, 4, 1, 0},
    {"{", "'{' was never closed", 1, 1, 1, 0},
    {"x = (1\ndef f():\n  pass\n", "'(' was never closed", 1, 5, 1, 0},
    {"for x in range(10)\n   pass", "expected ':'", 1, 19, 1, 19},
    {"return 1 2", "invalid syntax", 1, 10, 1, 11},
    {"raise a from", "invalid syntax", 1, 13, 1, 13},
    {"assert", "invalid syntax", 1, 7, 1, 7},
    {"global", "invalid syntax", 1, 7, 1, 7},
    {"global a,", "invalid syntax", 1, 10, 1, 10},
    {"nonlocal 1", "invalid syntax", 1, 10, 1, 11},
    {"lambda", "invalid syntax", 1, 7, 1, 7},
    {"lambda:", "invalid syntax", 1, 8, 1, 8},
    {"not", "invalid syntax", 1, 4, 1, 4},
    {"a not b", "invalid syntax", 1, 7, 1, 8},
    {"a is", "invalid syntax", 1, 5, 1, 5},
    {"@a\nx=1", "invalid syntax", 2, 1, 2, 2},
    {"async x", "invalid syntax", 1, 7, 1, 8},
    {"class 1: pass", "invalid syntax", 1, 7, 1, 8},
    {"def 1(): pass", "invalid syntax", 1, 5, 1, 6},
    {"def f(1): pass", "invalid syntax", 1, 7, 1, 8},
    {"f(1", "'(' was never closed", 1, 2, 1, 0},
    {"f(1,", "'(' was never closed", 1, 2, 1, 0},
    {"a.1", "invalid syntax", 1, 2, 1, 4},
    {"a.", "invalid syntax", 1, 3, 1, 3},
    {"a[", "'[' was never closed", 1, 2, 1, 0},
    {"a[]", "invalid syntax", 1, 3, 1, 4},
    {"a[1:2:3:4]", "invalid syntax", 1, 8, 1, 9},
    {"x = [1, 2\ny = 3", "'[' was never closed", 1, 5, 1, 0},
    {"pass x", "invalid syntax", 1, 6, 1, 7},
    {"break 1", "invalid syntax", 1, 7, 1, 8},
    {"x y", "invalid syntax", 1, 3, 1, 4},
    {"x 'a'", "invalid syntax", 1, 3, 1, 6},
    {"'a' x", "invalid syntax", 1, 5, 1, 6},
    {"(x 'a')", "invalid syntax", 1, 4, 1, 7},
    {"('a' x)", "invalid syntax. Perhaps you forgot a comma\?", 1, 2, 1, 7},
    {"(x y z)", "invalid syntax. Perhaps you forgot a comma\?", 1, 2, 1, 5},
    {"f(x y)", "invalid syntax. Perhaps you forgot a comma\?", 1, 3, 1, 6},
    {"f(x, y z)", "invalid syntax. Perhaps you forgot a comma\?", 1, 6, 1, 9},
    {"[a b]", "invalid syntax. Perhaps you forgot a comma\?", 1, 2, 1, 5},
    {"{a b}", "invalid syntax. Perhaps you forgot a comma\?", 1, 2, 1, 5},
    {"{a: b c}", "invalid syntax. Perhaps you forgot a comma\?", 1, 5, 1, 8},
    {"(match x)", "invalid syntax", 1, 8, 1, 9},
    {"print(a b)", "invalid syntax. Perhaps you forgot a comma\?", 1, 7, 1, 10},
    {"a = print b",
     "Missing parentheses in call to 'print'. Did you mean print(...)\?", 1, 5, 1, 12},
    {"None.a = 1; None = 2", "cannot assign to None", 1, 13, 1, 17},
    {"f(None=1)", "cannot assign to None", 1, 3, 1, 8},
    {"f(1=2)", "expression cannot contain assignment, perhaps you meant \"==\"\?", 1, 3, 1, 5},
    {"f(a, b=1, *c, d)", "positional argument follows keyword argument", 1, 16, 1, 17},
    {"f(x for x in y, 1)", "Generator expression must be parenthesized", 1, 3, 1, 15},
    {"f(1, x for x in y)", "Generator expression must be parenthesized", 1, 6, 1, 18},
    {"f(x for x in y, )", "Generator expression must be parenthesized", 1, 3, 1, 15},
    {"class A(x for x in y): pass", "invalid syntax", 1, 11, 1, 14},
    {"match x:\n case a.b as _: pass", "cannot use '_' as a target", 2, 14, 2, 15},
    {"match x:\n case a as b.c: pass", "invalid syntax", 2, 13, 2, 14},
    {"match x:\n case A(b=1, c): pass",
     "positional patterns follow keyword patterns", 2, 14, 2, 15},
    {"match x:\n case {**a, 1: b}: pass", "invalid syntax", 2, 13, 2, 14},
    {"match x:\n case -a: pass", "invalid syntax", 2, 8, 2, 9},
    {"match x:\n case 1+2: pass", "imaginary number required in complex literal", 2, 9, 2, 10},
    {"match x:\n case {a: 1}: pass", "invalid syntax", 2, 9, 2, 10},
    {"'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n",
     "unterminated string literal (detected at line 1)", 1, 1, 1, 1},
    {"x = '\\\n", "unterminated string literal (detected at line 1)", 1, 5, 1, 5},
    {"0_", "invalid decimal literal", 1, 2, 1, 2},
    {"0b2", "invalid digit '2' in binary literal", 1, 3, 1, 3},
    {"0b12", "invalid digit '2' in binary literal", 1, 4, 1, 4},
    {"0x1g", "invalid hexadecimal literal", 1, 3, 1, 3},
    {"1.5a", "invalid decimal literal", 1, 3, 1, 3},
    {"1e5x", "invalid decimal literal", 1, 3, 1, 3},
    {"1jx", "invalid imaginary literal", 1, 2, 1, 2},
    {"0_7",
     "leading zeros in decimal integer literals are not permitted; use an 0o pre"
     "fix for octal integers", 1, 1, 1, 3},
    {"09",
     "leading zeros in decimal integer literals are not permitted; use an 0o pre"
     "fix for octal integers", 1, 1, 1, 2},
    {"1 if", "invalid syntax", 1, 5, 1, 5},
    {"x = 1;;", "invalid syntax", 1, 7, 1, 8},
    {"x = 1; ; y", "invalid syntax", 1, 8, 1, 9},
    {";", "invalid syntax", 1, 1, 1, 2},
    {"x: int: y", "invalid syntax", 1, 7, 1, 8},
    {"a = b: int", "invalid syntax", 1, 6, 1, 7},
    {"x += 1 += 2", "invalid syntax", 1, 8, 1, 10},
    {"x++", "invalid syntax", 1, 4, 1, 4},
    {"x === 1", "invalid syntax", 1, 5, 1, 6},
    {"x = = 1", "invalid syntax", 1, 5, 1, 6},
    {"a b = 1", "invalid syntax", 1, 3, 1, 4},
    {"if True:\n  x\n y\n",
     "unindent does not match any outer indentation level", 3, 3, 3, -1, "IndentationError"},
    {"\tif x:\n", "unexpected indent", 1, 1, 1, -1, "IndentationError"},
    {"if 1:\n  pass\n    pass\n", "unexpected indent", 3, 4, 3, -1, "IndentationError"},
    {"def f():\n    return (\n\nx = 1", "'(' was never closed", 2, 12, 2, 0},
    {"a\\\n b", "invalid syntax", 2, 2, 2, 3},
    {"f\"{'''\n'''}\"", "unterminated string literal (detected at line 1)", 1, 1, 1, 1},
    {"f(a)=1",
     "cannot assign to function call here. Maybe you meant '==' instead of '='\?", 1, 1, 1, 5},
    {"x = (yield) = 2", "cannot assign to yield expression", 1, 6, 1, 11},
    {"*a", "can't use starred expression here", 1, 1, 1, 3},
    {"*a = 1", "starred assignment target must be in a list or tuple", 1, 1, 1, 3},
    {"print(*a for a in b)", "iterable unpacking cannot be used in comprehension", 1, 7, 1, 9},
    {"*a += 1", "'starred' is an illegal expression for augmented assignment", 1, 1, 1, 3},
    {"del a, *b", "cannot delete starred", 1, 8, 1, 10},
    {"() += 1", "'tuple' is an illegal expression for augmented assignment", 1, 1, 1, 3},
    {"{} = 1",
     "cannot assign to dict literal here. Maybe you meant '==' instead of '='\?", 1, 1, 1, 3},
    {"{a} = 1",
     "cannot assign to set display here. Maybe you meant '==' instead of '='\?", 1, 1, 1, 4},
    {"...= 1", "cannot assign to ellipsis here. Maybe you meant '==' instead of '='\?", 1, 1, 1, 4},
    {"'a' = 1", "cannot assign to literal here. Maybe you meant '==' instead of '='\?", 1, 1, 1, 4},
    {"f'{a}' = 1",
     "cannot assign to f-string expression here. Maybe you meant '==' instead of"
     " '='\?", 1, 1, 1, 7},
    {"-a = 1",
     "cannot assign to expression here. Maybe you meant '==' instead of '='\?", 1, 1, 1, 3},
    {"a < b = 1", "cannot assign to comparison", 1, 1, 1, 6},
    {"(a if b else c) = 1",
     "cannot assign to conditional expression here. Maybe you meant '==' instead"
     " of '='\?", 1, 2, 1, 15},
    {"lambda: 1 = 2", "cannot assign to lambda", 1, 1, 1, 10},
    {"[x for x in y] = 1",
     "cannot assign to list comprehension here. Maybe you meant '==' instead of "
     "'='\?", 1, 1, 1, 15},
    {"(x for x in y) = 1", "cannot assign to generator expression", 1, 1, 1, 15},
    {"__debug__ = 1", "cannot assign to __debug__", 1, 1, 1, 10},
    {"a = 1 = b = 2", "cannot assign to literal", 1, 5, 1, 6},
    {"x = {a:1, **b, c}", "':' expected after dictionary key", 1, 16, 1, 0},
    {"x = {1, 2: 3}", "invalid syntax", 1, 10, 1, 11},
    {"x = {**a, b}", "':' expected after dictionary key", 1, 11, 1, 0},
    {"x = {*a: 1}", "invalid syntax", 1, 8, 1, 9},
    {"x={1:2 3:4}", "invalid syntax. Perhaps you forgot a comma\?", 1, 6, 1, 9},
    {"x = y := 1", "invalid syntax", 1, 7, 1, 9},
    {"f(a = b := 1)", "invalid syntax", 1, 9, 1, 11},
    {"a[*b:c]", "invalid syntax", 1, 5, 1, 6},
    {"def f(a: *b): pass", "invalid syntax", 1, 10, 1, 11},
    {"global x, y z", "invalid syntax", 1, 13, 1, 14},
    {"import a, b c", "invalid syntax", 1, 13, 1, 14},
    {"import a as", "invalid syntax", 1, 12, 1, 12},
    {"from . import", "invalid syntax", 1, 14, 1, 14},
    {"from .a. import b", "invalid syntax", 1, 10, 1, 16},
    {"from a import ()", "invalid syntax", 1, 16, 1, 17},
    {"while True print 1", "invalid syntax", 1, 12, 1, 17},
    {"class A: def f(): pass", "invalid syntax", 1, 10, 1, 13},
    {"if x: if y: pass", "invalid syntax", 1, 7, 1, 9},
    {"for x in y: for z in w: pass", "invalid syntax", 1, 13, 1, 16},
    {"else", "invalid syntax", 1, 1, 1, 5},
    {"elif x:\n pass", "invalid syntax", 1, 1, 1, 5},
    {"except:\n pass", "invalid syntax", 1, 1, 1, 7},
    {"case 1:\n pass", "invalid syntax", 1, 6, 1, 7},
    {"a = \n", "invalid syntax", 1, 5, 1, 5},
    {"a(\n", "'(' was never closed", 1, 2, 1, 0},
    {"def f(a,, b): pass", "invalid syntax", 1, 9, 1, 10},
    {"f(a,,b)", "invalid syntax", 1, 5, 1, 6},
    {"[,]", "invalid syntax", 1, 2, 1, 3},
    {"(,)", "invalid syntax", 1, 2, 1, 3},
    {"[1,,2]", "invalid syntax", 1, 4, 1, 5},
    {"{,}", "invalid syntax", 1, 2, 1, 3},
    {"f(,)", "invalid syntax", 1, 3, 1, 4},
};
// clang-format on

std::string error_of(std::string_view source, ParseOptions options = {}) {
  ParseResult r = parse(source, "t.py", ParseMode::kExec, options);
  return r.error ? r.error->message : "";
}

}  // namespace

TEST_CASE("errors are worded and placed as CPython's") {
  for (const Case& c : kErrors) {
    CAPTURE(c.source);
    ParseResult r = parse(c.source, "t.py", ParseMode::kExec, {true});
    REQUIRE(r.error);
    CHECK(r.mod == nullptr);
    CHECK(r.error->message == c.message);
    CHECK(r.error->type == c.type);
    CHECK(r.error->line == c.line);
    CHECK(r.error->col == c.col);
    CHECK(r.error->end_line == c.end_line);
    CHECK(r.error->end_col == c.end_col);
    CHECK(r.error->filename == "t.py");
  }
}

TEST_CASE("errors in f-strings and escapes point at the literal or into the field") {
  auto at = [](const char* source, const char* message, int col, int end_col) {
    CAPTURE(source);
    ParseResult r = parse(source, "t.py", ParseMode::kExec);
    REQUIRE(r.error);
    CHECK(r.error->message == message);
    CHECK(r.error->col == col);
    CHECK(r.error->end_col == end_col);
  };
  at("f'{a b}'", "f-string: invalid syntax. Perhaps you forgot a comma?", 4, 7);
  at("f'{0x}'", "invalid hexadecimal literal", 5, 5);
  at("f'{}'", "f-string: empty expression not allowed", 6, 6);
  at("f'{1!x}'", "f-string: invalid conversion character: expected 's', 'r', or 'a'", 9, 9);
  at("f'{a'", "f-string: expecting '}'", 6, 6);
  at("f'}'", "f-string: single '}' is not allowed", 5, 5);
  at("f'{(}'", "f-string: closing parenthesis '}' does not match opening parenthesis '('", 7, 7);
  at("f'{)}'", "f-string: unmatched ')'", 7, 7);
  at("f'{\"a}'", "f-string: unterminated string", 8, 8);
  at("f'{a:{b:{c}}}'", "f-string: expressions nested too deeply", 15, 15);
  at("f'{a\\n}'", "f-string expression part cannot include a backslash", 9, 9);
  at("f'{#}'", "f-string expression part cannot include '#'", 7, 7);
  at("f'{*a}'", "f-string: cannot use starred expression here", 4, 6);
  at("f'{ !r}'", "f-string: expression required before '!'", 9, 9);
  at("x = '\\x1'",
     "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \\xXX "
     "escape",
     5, 10);
  at("x = b'\\x1'", "(value error) invalid \\x escape at position 0", 5, 11);
  at("'\\N{foo}'",
     "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-6: unknown Unicode "
     "character name",
     1, 10);
  at("'a' b'c'", "cannot mix bytes and nonbytes literals", 5, 9);
}

TEST_CASE("the quoted line and character columns") {
  ParseResult r = parse("ok\n\u00e9\u00e8 = (x y)\n", "t.py", ParseMode::kExec);
  REQUIRE(r.error);
  CHECK(r.error->line == 2);
  CHECK(r.error->col == 7);
  CHECK(r.error->text == "\u00e9\u00e8 = (x y)\n");
}

TEST_CASE("encodings") {
  CHECK(error_of("\xEF\xBB\xBFx = 1") == "");
  CHECK(error_of("# -*- coding: latin-1 -*-\nx = '\xE9'") == "");
  CHECK(error_of("#!/bin/x\n# vim: set fileencoding=utf-8 :\nx = '\xC3\xA9'") == "");
  CHECK(error_of("x = 1\n\n# coding: foo") == "");
  CHECK(error_of("# coding: foo") == "unknown encoding: foo");
  CHECK(error_of("# coding: foo", {true}) == "");
  CHECK(error_of("\xEF\xBB\xBF# coding: latin-1") == "encoding problem: latin-1 with BOM");
  CHECK(error_of("# coding: ascii\nx='\xC3'") ==
        "'ascii' codec can't decode byte 0xc3 in position 19: ordinal not in range(128)");
  CHECK(error_of("x='\xFF'") ==
        "(unicode error) 'utf-8' codec can't decode byte 0xff in position 3: invalid start byte");
  CHECK(error_of("x='\xC3'") ==
        "(unicode error) 'utf-8' codec can't decode byte 0xc3 in position 3: invalid continuation "
        "byte");
  CHECK(error_of("x='\xE2\x82") ==
        "(unicode error) 'utf-8' codec can't decode bytes in position 3-4: unexpected end of data");
  CHECK(error_of("\xED\xA0\x80").find("0xed in position 0: invalid continuation byte") !=
        std::string::npos);
  CHECK(error_of(std::string_view("a\0b", 3)) == "source code string cannot contain null bytes");
  ParseResult r = parse("# coding: latin-1\nx = '\xE9'", "t.py", ParseMode::kExec);
  REQUIRE(r.source);
  CHECK(r.source->line(2) == "x = '\u00e9'");
  CHECK(r.source->line_count() == 2);
  CHECK(r.source->line(3) == "");
}

TEST_CASE("the lexer's errors come first, however late in the file") {
  CHECK(error_of("a b\n'c\n") == "unterminated string literal (detected at line 2)");
  CHECK(error_of("x = (1\ndef f():\n  pass\n") == "'(' was never closed");
  CHECK(error_of("  x = 1\n'c\n") == "unexpected indent");
}

TEST_CASE("what only shows after parsing is reported last") {
  CHECK(error_of("def f(a, a): pass\nx y\n") == "invalid syntax");
  CHECK(error_of("def f(a, a): pass\n") == "duplicate argument 'a' in function definition");
  CHECK(error_of("*a, *b = c") == "multiple starred expressions in assignment");
  CHECK(error_of("f(a=1, **b, a=2)") == "keyword argument repeated: a");
  CHECK(error_of("try: a\nexcept: b\nexcept C: d\n") == "default 'except:' must be last");
}
