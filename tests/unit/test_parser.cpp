// The parser: trees compared with the text that CPython 3.11's `ast.dump` prints for the same
// source, positions, literals' values, limits on depth, and what a REPL needs to know.
// Error messages have their own file, test_parser_errors.cpp.
#include <doctest/doctest.h>

#include <string>

#include "compiler/parser.h"

using namespace baton;
using namespace baton::ast;

namespace {

std::string body_of(std::string_view source) {
  ParseResult r = parse(source, "t.py", ParseMode::kExec);
  if (r.error) return r.error->type + ": " + r.error->message;
  std::string text = dump(r.mod);
  std::string head = "Module(body=[", tail = "], type_ignores=[])";
  REQUIRE(text.size() >= head.size() + tail.size());
  return text.substr(head.size(), text.size() - head.size() - tail.size());
}

std::string error_of(std::string_view source) {
  ParseResult r = parse(source, "t.py", ParseMode::kExec);
  CHECK(!r.error == (r.mod != nullptr));
  return r.error ? r.error->message : "";
}

std::string repeat(std::string_view text, int n) {
  std::string out;
  for (int i = 0; i < n; ++i) out += text;
  return out;
}

// The value of `source`, a single constant.
const Constant* constant_of(const ParseResult& r) {
  REQUIRE(r.mod);
  return as<Constant>(as<ExprStmt>(r.mod->body[0])->value);
}

struct Case {
  const char* source;
  const char* tree;
};

// clang-format off
const Case kTrees[] = {
    {"x",
     "Expr(value=Name(id='x', ctx=Load()))"},
    {"x = y = 1\n",
     "Assign(targets=[Name(id='x', ctx=Store()), Name(id='y', ctx=Store())], val"
     "ue=Constant(value=1))"},
    {"a, *b = c\n",
     "Assign(targets=[Tuple(elts=[Name(id='a', ctx=Store()), Starred(value=Name("
     "id='b', ctx=Store()), ctx=Store())], ctx=Store())], value=Name(id='c', ctx"
     "=Load()))"},
    {"x += 1\n",
     "AugAssign(target=Name(id='x', ctx=Store()), op=Add(), value=Constant(value"
     "=1))"},
    {"x **= 2\n",
     "AugAssign(target=Name(id='x', ctx=Store()), op=Pow(), value=Constant(value"
     "=2))"},
    {"x //= 2\n",
     "AugAssign(target=Name(id='x', ctx=Store()), op=FloorDiv(), value=Constant("
     "value=2))"},
    {"x @= m\n",
     "AugAssign(target=Name(id='x', ctx=Store()), op=MatMult(), value=Name(id='m"
     "', ctx=Load()))"},
    {"x: int\n",
     "AnnAssign(target=Name(id='x', ctx=Store()), annotation=Name(id='int', ctx="
     "Load()), simple=1)"},
    {"(x): int = 1\n",
     "AnnAssign(target=Name(id='x', ctx=Store()), annotation=Name(id='int', ctx="
     "Load()), value=Constant(value=1), simple=0)"},
    {"a.b: int = 2\n",
     "AnnAssign(target=Attribute(value=Name(id='a', ctx=Load()), attr='b', ctx=S"
     "tore()), annotation=Name(id='int', ctx=Load()), value=Constant(value=2), s"
     "imple=0)"},
    {"del a, b[0], (c, d)\n",
     "Delete(targets=[Name(id='a', ctx=Del()), Subscript(value=Name(id='b', ctx="
     "Load()), slice=Constant(value=0), ctx=Del()), Tuple(elts=[Name(id='c', ctx"
     "=Del()), Name(id='d', ctx=Del())], ctx=Del())])"},
    {"return\n",
     "Return()"},
    {"return 1, 2\n",
     "Return(value=Tuple(elts=[Constant(value=1), Constant(value=2)], ctx=Load()"
     "))"},
    {"raise A from b\n",
     "Raise(exc=Name(id='A', ctx=Load()), cause=Name(id='b', ctx=Load()))"},
    {"assert a, 'm'\n",
     "Assert(test=Name(id='a', ctx=Load()), msg=Constant(value='m'))"},
    {"import a.b as c, d\n",
     "Import(names=[alias(name='a.b', asname='c'), alias(name='d')])"},
    {"from ..a import b as c, d\n",
     "ImportFrom(module='a', names=[alias(name='b', asname='c'), alias(name='d')"
     "], level=2)"},
    {"from . import (x, y,)\n",
     "ImportFrom(names=[alias(name='x'), alias(name='y')], level=1)"},
    {"from m import *\n",
     "ImportFrom(module='m', names=[alias(name='*')], level=0)"},
    {"global a, b\n",
     "Global(names=['a', 'b'])"},
    {"nonlocal c\n",
     "Nonlocal(names=['c'])"},
    {"pass; break; continue\n",
     "Pass(), Break(), Continue()"},
    {"if a: b\nelif c: d\nelse: e\n",
     "If(test=Name(id='a', ctx=Load()), body=[Expr(value=Name(id='b', ctx=Load()"
     "))], orelse=[If(test=Name(id='c', ctx=Load()), body=[Expr(value=Name(id='d"
     "', ctx=Load()))], orelse=[Expr(value=Name(id='e', ctx=Load()))])])"},
    {"while a: b\nelse: c\n",
     "While(test=Name(id='a', ctx=Load()), body=[Expr(value=Name(id='b', ctx=Loa"
     "d()))], orelse=[Expr(value=Name(id='c', ctx=Load()))])"},
    {"for i, (j, k) in x: pass\nelse: y\n",
     "For(target=Tuple(elts=[Name(id='i', ctx=Store()), Tuple(elts=[Name(id='j',"
     " ctx=Store()), Name(id='k', ctx=Store())], ctx=Store())], ctx=Store()), it"
     "er=Name(id='x', ctx=Load()), body=[Pass()], orelse=[Expr(value=Name(id='y'"
     ", ctx=Load()))])"},
    {"with a as b, c as (d, e): pass\n",
     "With(items=[withitem(context_expr=Name(id='a', ctx=Load()), optional_vars="
     "Name(id='b', ctx=Store())), withitem(context_expr=Name(id='c', ctx=Load())"
     ", optional_vars=Tuple(elts=[Name(id='d', ctx=Store()), Name(id='e', ctx=St"
     "ore())], ctx=Store()))], body=[Pass()])"},
    {"with (a as b, c): pass\n",
     "With(items=[withitem(context_expr=Name(id='a', ctx=Load()), optional_vars="
     "Name(id='b', ctx=Store())), withitem(context_expr=Name(id='c', ctx=Load())"
     ")], body=[Pass()])"},
    {"with (a, b): pass\n",
     "With(items=[withitem(context_expr=Name(id='a', ctx=Load())), withitem(cont"
     "ext_expr=Name(id='b', ctx=Load()))], body=[Pass()])"},
    {"with (a): pass\n",
     "With(items=[withitem(context_expr=Name(id='a', ctx=Load()))], body=[Pass()"
     "])"},
    {"with (yield): pass\n",
     "With(items=[withitem(context_expr=Yield())], body=[Pass()])"},
    {"with (a, b) as c: pass\n",
     "With(items=[withitem(context_expr=Tuple(elts=[Name(id='a', ctx=Load()), Na"
     "me(id='b', ctx=Load())], ctx=Load()), optional_vars=Name(id='c', ctx=Store"
     "()))], body=[Pass()])"},
    {"try: a\nexcept A as e: b\nexcept (B, C): c\nexcept: d\nelse: e\nfinally: f\n",
     "Try(body=[Expr(value=Name(id='a', ctx=Load()))], handlers=[ExceptHandler(t"
     "ype=Name(id='A', ctx=Load()), name='e', body=[Expr(value=Name(id='b', ctx="
     "Load()))]), ExceptHandler(type=Tuple(elts=[Name(id='B', ctx=Load()), Name("
     "id='C', ctx=Load())], ctx=Load()), body=[Expr(value=Name(id='c', ctx=Load("
     ")))]), ExceptHandler(body=[Expr(value=Name(id='d', ctx=Load()))])], orelse"
     "=[Expr(value=Name(id='e', ctx=Load()))], finalbody=[Expr(value=Name(id='f'"
     ", ctx=Load()))])"},
    {"try: a\nexcept* A: b\n",
     "TryStar(body=[Expr(value=Name(id='a', ctx=Load()))], handlers=[ExceptHandl"
     "er(type=Name(id='A', ctx=Load()), body=[Expr(value=Name(id='b', ctx=Load()"
     "))])], orelse=[], finalbody=[])"},
    {"@d.e(1)\n@f\ndef g(a, /, b: int = 1, *c: *d, e, f=2, **h) -> i: yield\n",
     "FunctionDef(name='g', args=arguments(posonlyargs=[arg(arg='a')], args=[arg"
     "(arg='b', annotation=Name(id='int', ctx=Load()))], vararg=arg(arg='c', ann"
     "otation=Starred(value=Name(id='d', ctx=Load()), ctx=Load())), kwonlyargs=["
     "arg(arg='e'), arg(arg='f')], kw_defaults=[None, Constant(value=2)], kwarg="
     "arg(arg='h'), defaults=[Constant(value=1)]), body=[Expr(value=Yield())], d"
     "ecorator_list=[Call(func=Attribute(value=Name(id='d', ctx=Load()), attr='e"
     "', ctx=Load()), args=[Constant(value=1)], keywords=[]), Name(id='f', ctx=L"
     "oad())], returns=Name(id='i', ctx=Load()))"},
    {"class A(B, *c, k=1, **d): x = 1\n",
     "ClassDef(name='A', bases=[Name(id='B', ctx=Load()), Starred(value=Name(id="
     "'c', ctx=Load()), ctx=Load())], keywords=[keyword(arg='k', value=Constant("
     "value=1)), keyword(value=Name(id='d', ctx=Load()))], body=[Assign(targets="
     "[Name(id='x', ctx=Store())], value=Constant(value=1))], decorator_list=[])"},
    {"lambda: 0\n",
     "Expr(value=Lambda(args=arguments(posonlyargs=[], args=[], kwonlyargs=[], k"
     "w_defaults=[], defaults=[]), body=Constant(value=0)))"},
    {"lambda a, b=1, *c, d=2, **e: a\n",
     "Expr(value=Lambda(args=arguments(posonlyargs=[], args=[arg(arg='a'), arg(a"
     "rg='b')], vararg=arg(arg='c'), kwonlyargs=[arg(arg='d')], kw_defaults=[Con"
     "stant(value=2)], kwarg=arg(arg='e'), defaults=[Constant(value=1)]), body=N"
     "ame(id='a', ctx=Load())))"},
    {"a if b else c if d else e\n",
     "Expr(value=IfExp(test=Name(id='b', ctx=Load()), body=Name(id='a', ctx=Load"
     "()), orelse=IfExp(test=Name(id='d', ctx=Load()), body=Name(id='c', ctx=Loa"
     "d()), orelse=Name(id='e', ctx=Load()))))"},
    {"a or b or c and d and not e\n",
     "Expr(value=BoolOp(op=Or(), values=[Name(id='a', ctx=Load()), Name(id='b', "
     "ctx=Load()), BoolOp(op=And(), values=[Name(id='c', ctx=Load()), Name(id='d"
     "', ctx=Load()), UnaryOp(op=Not(), operand=Name(id='e', ctx=Load()))])]))"},
    {"a < b <= c != d == e > f >= g\n",
     "Expr(value=Compare(left=Name(id='a', ctx=Load()), ops=[Lt(), LtE(), NotEq("
     "), Eq(), Gt(), GtE()], comparators=[Name(id='b', ctx=Load()), Name(id='c',"
     " ctx=Load()), Name(id='d', ctx=Load()), Name(id='e', ctx=Load()), Name(id="
     "'f', ctx=Load()), Name(id='g', ctx=Load())]))"},
    {"a is not b not in c in d is e\n",
     "Expr(value=Compare(left=Name(id='a', ctx=Load()), ops=[IsNot(), NotIn(), I"
     "n(), Is()], comparators=[Name(id='b', ctx=Load()), Name(id='c', ctx=Load()"
     "), Name(id='d', ctx=Load()), Name(id='e', ctx=Load())]))"},
    {"a | b ^ c & d << e >> f + g - h\n",
     "Expr(value=BinOp(left=Name(id='a', ctx=Load()), op=BitOr(), right=BinOp(le"
     "ft=Name(id='b', ctx=Load()), op=BitXor(), right=BinOp(left=Name(id='c', ct"
     "x=Load()), op=BitAnd(), right=BinOp(left=BinOp(left=Name(id='d', ctx=Load("
     ")), op=LShift(), right=Name(id='e', ctx=Load())), op=RShift(), right=BinOp"
     "(left=BinOp(left=Name(id='f', ctx=Load()), op=Add(), right=Name(id='g', ct"
     "x=Load())), op=Sub(), right=Name(id='h', ctx=Load())))))))"},
    {"-a ** -b * ~c // +d % e @ f / g\n",
     "Expr(value=BinOp(left=BinOp(left=BinOp(left=BinOp(left=BinOp(left=UnaryOp("
     "op=USub(), operand=BinOp(left=Name(id='a', ctx=Load()), op=Pow(), right=Un"
     "aryOp(op=USub(), operand=Name(id='b', ctx=Load())))), op=Mult(), right=Una"
     "ryOp(op=Invert(), operand=Name(id='c', ctx=Load()))), op=FloorDiv(), right"
     "=UnaryOp(op=UAdd(), operand=Name(id='d', ctx=Load()))), op=Mod(), right=Na"
     "me(id='e', ctx=Load())), op=MatMult(), right=Name(id='f', ctx=Load())), op"
     "=Div(), right=Name(id='g', ctx=Load())))"},
    {"a.b.c[d](e)(f=1)(*g, **h)\n",
     "Expr(value=Call(func=Call(func=Call(func=Subscript(value=Attribute(value=A"
     "ttribute(value=Name(id='a', ctx=Load()), attr='b', ctx=Load()), attr='c', "
     "ctx=Load()), slice=Name(id='d', ctx=Load()), ctx=Load()), args=[Name(id='e"
     "', ctx=Load())], keywords=[]), args=[], keywords=[keyword(arg='f', value=C"
     "onstant(value=1))]), args=[Starred(value=Name(id='g', ctx=Load()), ctx=Loa"
     "d())], keywords=[keyword(value=Name(id='h', ctx=Load()))]))"},
    {"a[b:c, d:e:f, ::, *g]\n",
     "Expr(value=Subscript(value=Name(id='a', ctx=Load()), slice=Tuple(elts=[Sli"
     "ce(lower=Name(id='b', ctx=Load()), upper=Name(id='c', ctx=Load())), Slice("
     "lower=Name(id='d', ctx=Load()), upper=Name(id='e', ctx=Load()), step=Name("
     "id='f', ctx=Load())), Slice(), Starred(value=Name(id='g', ctx=Load()), ctx"
     "=Load())], ctx=Load()), ctx=Load()))"},
    {"a[1:2]\n",
     "Expr(value=Subscript(value=Name(id='a', ctx=Load()), slice=Slice(lower=Con"
     "stant(value=1), upper=Constant(value=2)), ctx=Load()))"},
    {"[a, *b]\n",
     "Expr(value=List(elts=[Name(id='a', ctx=Load()), Starred(value=Name(id='b',"
     " ctx=Load()), ctx=Load())], ctx=Load()))"},
    {"(a,)\n",
     "Expr(value=Tuple(elts=[Name(id='a', ctx=Load())], ctx=Load()))"},
    {"()\n",
     "Expr(value=Tuple(elts=[], ctx=Load()))"},
    {"{a, *b}\n",
     "Expr(value=Set(elts=[Name(id='a', ctx=Load()), Starred(value=Name(id='b', "
     "ctx=Load()), ctx=Load())]))"},
    {"{a: b, **c}\n",
     "Expr(value=Dict(keys=[Name(id='a', ctx=Load()), None], values=[Name(id='b'"
     ", ctx=Load()), Name(id='c', ctx=Load())]))"},
    {"{}\n",
     "Expr(value=Dict(keys=[], values=[]))"},
    {"[a for b in c if d if e for f in g]\n",
     "Expr(value=ListComp(elt=Name(id='a', ctx=Load()), generators=[comprehensio"
     "n(target=Name(id='b', ctx=Store()), iter=Name(id='c', ctx=Load()), ifs=[Na"
     "me(id='d', ctx=Load()), Name(id='e', ctx=Load())], is_async=0), comprehens"
     "ion(target=Name(id='f', ctx=Store()), iter=Name(id='g', ctx=Load()), ifs=["
     "], is_async=0)]))"},
    {"{a for b in c}\n",
     "Expr(value=SetComp(elt=Name(id='a', ctx=Load()), generators=[comprehension"
     "(target=Name(id='b', ctx=Store()), iter=Name(id='c', ctx=Load()), ifs=[], "
     "is_async=0)]))"},
    {"{a: b for c in d}\n",
     "Expr(value=DictComp(key=Name(id='a', ctx=Load()), value=Name(id='b', ctx=L"
     "oad()), generators=[comprehension(target=Name(id='c', ctx=Store()), iter=N"
     "ame(id='d', ctx=Load()), ifs=[], is_async=0)]))"},
    {"(a for b in c)\n",
     "Expr(value=GeneratorExp(elt=Name(id='a', ctx=Load()), generators=[comprehe"
     "nsion(target=Name(id='b', ctx=Store()), iter=Name(id='c', ctx=Load()), ifs"
     "=[], is_async=0)]))"},
    {"f(a for b in c)\n",
     "Expr(value=Call(func=Name(id='f', ctx=Load()), args=[GeneratorExp(elt=Name"
     "(id='a', ctx=Load()), generators=[comprehension(target=Name(id='b', ctx=St"
     "ore()), iter=Name(id='c', ctx=Load()), ifs=[], is_async=0)])], keywords=[]"
     "))"},
    {"f(a, (b for c in d))\n",
     "Expr(value=Call(func=Name(id='f', ctx=Load()), args=[Name(id='a', ctx=Load"
     "()), GeneratorExp(elt=Name(id='b', ctx=Load()), generators=[comprehension("
     "target=Name(id='c', ctx=Store()), iter=Name(id='d', ctx=Load()), ifs=[], i"
     "s_async=0)])], keywords=[]))"},
    {"(a := 1)\n",
     "Expr(value=NamedExpr(target=Name(id='a', ctx=Store()), value=Constant(valu"
     "e=1)))"},
    {"f(a := 1, b=2)\n",
     "Expr(value=Call(func=Name(id='f', ctx=Load()), args=[NamedExpr(target=Name"
     "(id='a', ctx=Store()), value=Constant(value=1))], keywords=[keyword(arg='b"
     "', value=Constant(value=2))]))"},
    {"x = yield a, b\n",
     "Assign(targets=[Name(id='x', ctx=Store())], value=Yield(value=Tuple(elts=["
     "Name(id='a', ctx=Load()), Name(id='b', ctx=Load())], ctx=Load())))"},
    {"x = yield from a\n",
     "Assign(targets=[Name(id='x', ctx=Store())], value=YieldFrom(value=Name(id="
     "'a', ctx=Load())))"},
    {"await_ = match = case = _ = 1\n",
     "Assign(targets=[Name(id='await_', ctx=Store()), Name(id='match', ctx=Store"
     "()), Name(id='case', ctx=Store()), Name(id='_', ctx=Store())], value=Const"
     "ant(value=1))"},
    {"match(x)\n",
     "Expr(value=Call(func=Name(id='match', ctx=Load()), args=[Name(id='x', ctx="
     "Load())], keywords=[]))"},
    {"match[x] = 1\n",
     "Assign(targets=[Subscript(value=Name(id='match', ctx=Load()), slice=Name(i"
     "d='x', ctx=Load()), ctx=Store())], value=Constant(value=1))"},
    {"match.a\n",
     "Expr(value=Attribute(value=Name(id='match', ctx=Load()), attr='a', ctx=Loa"
     "d()))"},
    {"print(match, case)\n",
     "Expr(value=Call(func=Name(id='print', ctx=Load()), args=[Name(id='match', "
     "ctx=Load()), Name(id='case', ctx=Load())], keywords=[]))"},
    {"0 + 10 + 0x1F + 0o17 + 0b11 + 1_000\n",
     "Expr(value=BinOp(left=BinOp(left=BinOp(left=BinOp(left=BinOp(left=Constant"
     "(value=0), op=Add(), right=Constant(value=10)), op=Add(), right=Constant(v"
     "alue=31)), op=Add(), right=Constant(value=15)), op=Add(), right=Constant(v"
     "alue=3)), op=Add(), right=Constant(value=1000)))"},
    {"1. + .5 + 1e10 + 1.5E-3 + 2j + 1e400 + 1e-400\n",
     "Expr(value=BinOp(left=BinOp(left=BinOp(left=BinOp(left=BinOp(left=BinOp(le"
     "ft=Constant(value=1.0), op=Add(), right=Constant(value=0.5)), op=Add(), ri"
     "ght=Constant(value=10000000000.0)), op=Add(), right=Constant(value=0.0015)"
     "), op=Add(), right=Constant(value=2j)), op=Add(), right=Constant(value=inf"
     ")), op=Add(), right=Constant(value=0.0)))"},
    {"'a' \"b\" \"\"\"c\nd\"\"\"\n",
     "Expr(value=Constant(value='abc\\nd'))"},
    {"r'\\n' '\\n\\x41\\u00e9\\U0001F600\\101\\N{EURO SIGN}\\\nz'\n",
     "Expr(value=Constant(value='\\\\n\\nA\303\251\360\237\230\200A\342\202\254z'))"},
    {"b'a\\x00\\xff' rb'\\x'\n",
     "Expr(value=Constant(value=b'a\\x00\\xff\\\\x'))"},
    {"u'a' 'b'\n",
     "Expr(value=Constant(value='ab', kind='u'))"},
    {"f'a{b}c{d!r:>{w}.{p}}e{{}}' 'f'\n",
     "Expr(value=JoinedStr(values=[Constant(value='a'), FormattedValue(value=Nam"
     "e(id='b', ctx=Load()), conversion=-1), Constant(value='c'), FormattedValue"
     "(value=Name(id='d', ctx=Load()), conversion=114, format_spec=JoinedStr(val"
     "ues=[Constant(value='>'), FormattedValue(value=Name(id='w', ctx=Load()), c"
     "onversion=-1), Constant(value='.'), FormattedValue(value=Name(id='p', ctx="
     "Load()), conversion=-1)])), Constant(value='e{}f')]))"},
    {"f'{a=}{b = :x}{c=!s}'\n",
     "Expr(value=JoinedStr(values=[Constant(value='a='), FormattedValue(value=Na"
     "me(id='a', ctx=Load()), conversion=114), Constant(value='b = '), Formatted"
     "Value(value=Name(id='b', ctx=Load()), conversion=-1, format_spec=JoinedStr"
     "(values=[Constant(value='x')])), Constant(value='c='), FormattedValue(valu"
     "e=Name(id='c', ctx=Load()), conversion=115)]))"},
    {"f'{a[\"x\"]:{b}}' f\"{(lambda: 1)()}\" f'{ {1: 2}[1] }'\n",
     "Expr(value=JoinedStr(values=[FormattedValue(value=Subscript(value=Name(id="
     "'a', ctx=Load()), slice=Constant(value='x'), ctx=Load()), conversion=-1, f"
     "ormat_spec=JoinedStr(values=[FormattedValue(value=Name(id='b', ctx=Load())"
     ", conversion=-1)])), FormattedValue(value=Call(func=Lambda(args=arguments("
     "posonlyargs=[], args=[], kwonlyargs=[], kw_defaults=[], defaults=[]), body"
     "=Constant(value=1)), args=[], keywords=[]), conversion=-1), FormattedValue"
     "(value=Subscript(value=Dict(keys=[Constant(value=1)], values=[Constant(val"
     "ue=2)]), slice=Constant(value=1), ctx=Load()), conversion=-1)]))"},
    {"f''\n",
     "Expr(value=JoinedStr(values=[]))"},
    {"... is None is True is False\n",
     "Expr(value=Compare(left=Constant(value=Ellipsis), ops=[Is(), Is(), Is()], "
     "comparators=[Constant(value=None), Constant(value=True), Constant(value=Fa"
     "lse)]))"},
    {"\303\251 = \357\254\201\n",
     "Assign(targets=[Name(id='\303\251', ctx=Store())], value=Name(id='fi', ctx=Load()"
     "))"},
    {"match x:\n  case 1 | -2 | 1+2j: a\n  case \"s\" \"t\": b\n  case None | True: c\n "
     " case a.b.c: d\n  case [a, *_, (b, c)]: e\n  case (): f\n  case {\"k\": v, 1: _"
     ", a.b: c, **rest}: g\n  case A(1, b, k=2): h\n  case (x) as y if z: i\n  case"
     " *a, b: j\n  case _: k\n",
     "Match(subject=Name(id='x', ctx=Load()), cases=[match_case(pattern=MatchOr("
     "patterns=[MatchValue(value=Constant(value=1)), MatchValue(value=UnaryOp(op"
     "=USub(), operand=Constant(value=2))), MatchValue(value=BinOp(left=Constant"
     "(value=1), op=Add(), right=Constant(value=2j)))]), body=[Expr(value=Name(i"
     "d='a', ctx=Load()))]), match_case(pattern=MatchValue(value=Constant(value="
     "'st')), body=[Expr(value=Name(id='b', ctx=Load()))]), match_case(pattern=M"
     "atchOr(patterns=[MatchSingleton(value=None), MatchSingleton(value=True)]),"
     " body=[Expr(value=Name(id='c', ctx=Load()))]), match_case(pattern=MatchVal"
     "ue(value=Attribute(value=Attribute(value=Name(id='a', ctx=Load()), attr='b"
     "', ctx=Load()), attr='c', ctx=Load())), body=[Expr(value=Name(id='d', ctx="
     "Load()))]), match_case(pattern=MatchSequence(patterns=[MatchAs(name='a'), "
     "MatchStar(), MatchSequence(patterns=[MatchAs(name='b'), MatchAs(name='c')]"
     ")]), body=[Expr(value=Name(id='e', ctx=Load()))]), match_case(pattern=Matc"
     "hSequence(patterns=[]), body=[Expr(value=Name(id='f', ctx=Load()))]), matc"
     "h_case(pattern=MatchMapping(keys=[Constant(value='k'), Constant(value=1), "
     "Attribute(value=Name(id='a', ctx=Load()), attr='b', ctx=Load())], patterns"
     "=[MatchAs(name='v'), MatchAs(), MatchAs(name='c')], rest='rest'), body=[Ex"
     "pr(value=Name(id='g', ctx=Load()))]), match_case(pattern=MatchClass(cls=Na"
     "me(id='A', ctx=Load()), patterns=[MatchValue(value=Constant(value=1)), Mat"
     "chAs(name='b')], kwd_attrs=['k'], kwd_patterns=[MatchValue(value=Constant("
     "value=2))]), body=[Expr(value=Name(id='h', ctx=Load()))]), match_case(patt"
     "ern=MatchAs(pattern=MatchAs(name='x'), name='y'), guard=Name(id='z', ctx=L"
     "oad()), body=[Expr(value=Name(id='i', ctx=Load()))]), match_case(pattern=M"
     "atchSequence(patterns=[MatchStar(name='a'), MatchAs(name='b')]), body=[Exp"
     "r(value=Name(id='j', ctx=Load()))]), match_case(pattern=MatchAs(), body=[E"
     "xpr(value=Name(id='k', ctx=Load()))])])"},
    {"match x, y:\n  case a, b: pass\n",
     "Match(subject=Tuple(elts=[Name(id='x', ctx=Load()), Name(id='y', ctx=Load("
     "))], ctx=Load()), cases=[match_case(pattern=MatchSequence(patterns=[MatchA"
     "s(name='a'), MatchAs(name='b')]), body=[Pass()])])"},
    {"match *a, b:\n  case _:\n    pass\n",
     "Match(subject=Tuple(elts=[Starred(value=Name(id='a', ctx=Load()), ctx=Load"
     "()), Name(id='b', ctx=Load())], ctx=Load()), cases=[match_case(pattern=Mat"
     "chAs(), body=[Pass()])])"},
    {"match -x:\n  case _: pass\n",
     "Match(subject=UnaryOp(op=USub(), operand=Name(id='x', ctx=Load())), cases="
     "[match_case(pattern=MatchAs(), body=[Pass()])])"},
    {"def f():\n\tif x:\n\t\ty\n\treturn\n",
     "FunctionDef(name='f', args=arguments(posonlyargs=[], args=[], kwonlyargs=["
     "], kw_defaults=[], defaults=[]), body=[If(test=Name(id='x', ctx=Load()), b"
     "ody=[Expr(value=Name(id='y', ctx=Load()))], orelse=[]), Return()], decorat"
     "or_list=[])"},
    {"if a:\n    b\n\n  # c\n    c\nd\n",
     "If(test=Name(id='a', ctx=Load()), body=[Expr(value=Name(id='b', ctx=Load()"
     ")), Expr(value=Name(id='c', ctx=Load()))], orelse=[]), Expr(value=Name(id="
     "'d', ctx=Load()))"},
    {"x = (1,\n  2 # c\n)\n",
     "Assign(targets=[Name(id='x', ctx=Store())], value=Tuple(elts=[Constant(val"
     "ue=1), Constant(value=2)], ctx=Load()))"},
    {"x = 1 + \\\n  2\n",
     "Assign(targets=[Name(id='x', ctx=Store())], value=BinOp(left=Constant(valu"
     "e=1), op=Add(), right=Constant(value=2)))"},
    {"x\015\ny\015z\n",
     "Expr(value=Name(id='x', ctx=Load())), Expr(value=Name(id='y', ctx=Load()))"
     ", Expr(value=Name(id='z', ctx=Load()))"},
    {"",
     ""},
};
// clang-format on

}  // namespace

TEST_CASE("trees are CPython's") {
  for (const Case& c : kTrees) {
    CAPTURE(c.source);
    CHECK(body_of(c.source) == c.tree);
  }
}

TEST_CASE("positions: lines from 1, columns in bytes from 0, ends exclusive") {
  ParseResult r = parse("\n\u00e9 = (a + b) * c\n", "t.py", ParseMode::kExec);
  REQUIRE(r.mod);
  auto* assign = as<Assign>(r.mod->body[0]);
  CHECK(assign->line == 2);
  CHECK(assign->col == 0);
  CHECK(assign->end_line == 2);
  CHECK(assign->end_col == 16);
  auto* product = as<BinOp>(assign->value);
  CHECK(product->col == 5);  // with the bracket
  CHECK(product->left->col == 6);
  CHECK(product->left->end_col == 11);
  CHECK(product->left->parenthesized);
}

TEST_CASE("positions inside f-strings are those of the source") {
  ParseResult r = parse("x = f'''a\n  {b}{  c}'''\n", "t.py", ParseMode::kExec);
  REQUIRE(r.mod);
  auto* joined = as<JoinedStr>(as<Assign>(r.mod->body[0])->value);
  CHECK(joined->line == 1);
  CHECK(joined->col == 4);
  CHECK(joined->end_line == 2);
  Expr* b = as<FormattedValue>(joined->values[1])->value;
  CHECK(b->line == 2);
  CHECK(b->col == 3);
  CHECK(b->end_col == 4);
  Expr* c = as<FormattedValue>(joined->values[2])->value;
  CHECK(c->col == 8);
}

TEST_CASE("names are interned") {
  ParseResult r = parse("abc + abc", "t.py", ParseMode::kEval);
  REQUIRE(r.mod);
  auto* sum = as<BinOp>(r.mod->expr);
  CHECK(as<NameExpr>(sum->left)->id == "abc");
  CHECK(as<NameExpr>(sum->left)->id.data() == as<NameExpr>(sum->right)->id.data());
}

TEST_CASE("integers past 62 bits") {
  auto big = [](const char* source, ConstantKind kind, int base, std::string_view digits) {
    CAPTURE(source);
    ParseResult r = parse(source, "t.py", ParseMode::kExec);
    const Constant* c = constant_of(r);
    CHECK(c->type == kind);
    if (kind == ConstantKind::kBigInt) {
      CHECK(c->base == base);
      CHECK(c->text == digits);
    } else {
      CHECK(std::to_string(c->int_value) == digits);
    }
  };
  big("9223372036854775807", ConstantKind::kInt, 10, "9223372036854775807");
  big("9_223_372_036_854_775_808", ConstantKind::kBigInt, 10, "9223372036854775808");
  big("0x7fff_ffff_ffff_ffff", ConstantKind::kInt, 16, "9223372036854775807");
  big("0x0_8000_0000_0000_000F", ConstantKind::kBigInt, 16, "800000000000000f");
  big("0o1000000000000000000000", ConstantKind::kBigInt, 8, "1000000000000000000000");
  big(("0b1" + repeat("0", 63)).c_str(), ConstantKind::kBigInt, 2, "1" + repeat("0", 63));
  big("0_0", ConstantKind::kInt, 10, "0");
}

TEST_CASE("long decimal literals are refused, long hexadecimal ones are not") {
  CHECK(error_of(repeat("1", 4300)) == "");
  CHECK(error_of(repeat("1", 4301)).find("Exceeds the limit (4300 digits)") == 0);
  CHECK(error_of("0x" + repeat("f", 100000)) == "");
}

TEST_CASE("lone surrogates are kept, three bytes each") {
  ParseResult r = parse("'\\ud800'", "t.py", ParseMode::kExec);
  CHECK(constant_of(r)->text == "\xED\xA0\x80");
}

TEST_CASE("named characters") {
  ParseResult r = parse(
      "'\\N{greek small letter alpha}\\N{HANGUL SYLLABLE GAG}"
      "\\N{CJK UNIFIED IDEOGRAPH-4E2D}'",
      "t.py", ParseMode::kExec);
  CHECK(constant_of(r)->text == "\u03b1\uac01\u4e2d");
}

TEST_CASE("nesting is bounded, chains are long") {
  CHECK(error_of("x=" + repeat("a+", 5000) + "a") == "");
  CHECK(error_of("x=" + repeat("a+", 100000) + "a") == "expression nested too deeply");
  CHECK(error_of("x=a" + repeat(".b", 100000)) == "expression nested too deeply");
  CHECK(error_of("x=" + repeat("a and ", 50000) + "a") == "");
  CHECK(error_of("x=" + repeat("(", 200) + repeat(")", 200)) == "");
  CHECK(error_of(repeat("(", 201)) == "too many nested parentheses");
  const char* nesting = "too many levels of nesting in the expression";
  for (const char* prefix : {"-", "not ", "lambda:", "a if b else ", "a**", "~-+"}) {
    CAPTURE(prefix);
    CHECK(error_of("x=" + repeat(prefix, 300) + "1") == "");
    CHECK(error_of("x=" + repeat(prefix, 50000) + "1") == nesting);
  }
  CHECK(error_of("if a: b\n" + repeat("elif c: d\n", 5000)) == "");
  CHECK(error_of(repeat("@a\n", 5000) + "def f(): pass\n") == "");
  std::string loops;
  for (int i = 0; i < 21; ++i) loops += repeat(" ", i) + "for x in y:\n";
  CHECK(error_of(loops + repeat(" ", 21) + "pass\n") == "too many statically nested blocks");
}

TEST_CASE("hostile input takes linear time") {
  CHECK(error_of("x = '" + repeat("a", 5000000) + "'") == "");
  CHECK(error_of("x = f'" + repeat("{a}b", 50000) + "'") == "");
  CHECK(error_of("f(" + repeat("a,", 100000) + ")") == "");
  CHECK(error_of("(" + repeat("print {", 190)) != "");
  CHECK(error_of("(" + repeat("(a = ", 190)) != "");
  CHECK(error_of(repeat("with (", 190)) != "");
}

TEST_CASE("eval mode takes one expression") {
  ParseResult r = parse("  a, b \n\n", "t.py", ParseMode::kEval, {true});
  CHECK(r.error);  // an indent, as a file sees it
  r = parse("a, b \n\n", "t.py", ParseMode::kEval, {true});
  REQUIRE(r.mod);
  CHECK(dump(r.mod) ==
        "Expression(body=Tuple(elts=[Name(id='a', ctx=Load()), Name(id='b', ctx=Load())], "
        "ctx=Load()))");
  CHECK(parse("a = 1", "t.py", ParseMode::kEval).error->message == "invalid syntax");
  CHECK(parse("", "t.py", ParseMode::kEval).error->message == "invalid syntax");
}

TEST_CASE("a REPL can tell unfinished input from wrong input") {
  auto single = [](std::string_view s) { return parse(s, "<stdin>", ParseMode::kSingle, {true}); };
  for (const char* source : {"(", "f(1,\n", "'''a\n", "if x:", "if x:\n", "try:\n  a\n", "@a\n",
                             "x = 1 + \\\n", "class A:\n  def f(self):\n", "x = [1,\n  {\n",
                             "match x:\n", "for x in y:\n  # nothing yet\n"}) {
    CAPTURE(source);
    ParseResult r = single(source);
    REQUIRE(r.error);
    CHECK(r.error->incomplete);
  }
  for (const char* source : {"x = \n", "1 +\n", ")", "if x\n", "'a\n", "x = (]\n", "(a b)\n",
                             "a b\n", "f'{'\n", "0777\n"}) {
    CAPTURE(source);
    ParseResult r = single(source);
    REQUIRE(r.error);
    CHECK_FALSE(r.error->incomplete);
  }
  CHECK(single("if x:\n  a\n").open_block);
  CHECK(single("if x: a\n").open_block);
  CHECK_FALSE(single("if x:\n  a\n\n").open_block);
  CHECK_FALSE(single("x = 1\n").open_block);
  CHECK(single("x = 1; y = 2\n").mod->body.size == 2);
  CHECK(single("x\ny\n").error->message ==
        "multiple statements found while compiling a single statement");
  CHECK(dump(single("# nothing\n").mod) == "Interactive(body=[Pass()])");
}

TEST_CASE("coroutines are refused") {
  for (const char* source : {"async def f(): pass", "async with a: pass", "async for a in b: pass",
                             "await a", "x = [a async for a in b]"}) {
    CAPTURE(source);
    CHECK(error_of(source).find("is not supported") != std::string::npos);
  }
}
