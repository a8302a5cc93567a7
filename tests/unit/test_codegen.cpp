// The code generator: the shape of the code for what must be fast, definite assignment, exception
// regions, and the syntax errors that only it can find.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "compiler/compiler.h"
#include "vm/bytecode/code_blob.h"

using namespace baton;

namespace {

CompileResult compile(const std::string& source, bool name_mode = false,
                      ParseMode mode = ParseMode::kExec) {
  CompileOptions options;
  options.filename = "test.py";
  options.mode = mode;
  options.name_mode = name_mode;
  CompileResult result = compile_source(source, options);
  if (result.blob) { CHECK_MESSAGE(verify(*result.blob) == "", source); }
  return result;
}

const CodeBlob* find(const CodeBlob& blob, const std::string& name) {
  if (blob.name == name) return &blob;
  for (const Const& c : blob.constants) {
    if (!c.code) continue;
    if (const CodeBlob* found = find(*c.code, name)) return found;
  }
  return nullptr;
}

// The opcodes of `name` in `source`, separated by spaces.
std::string ops(const std::string& source, const std::string& name = "f") {
  CompileResult r = compile(source);
  if (!r.blob) return r.error->message;
  const CodeBlob* b = find(*r.blob, name);
  if (!b) return "no such code";
  std::string out;
  for (size_t i = 0; i < b->code.size();) {
    const OpInfo& info = op_info(static_cast<Op>(b->code[i].op));
    if (!out.empty()) out += ' ';
    out += info.name;
    if (i < b->inplace.size() && b->inplace[i]) out += '=';
    i += 1 + info.cache_words;
  }
  return out;
}

bool uses(const std::string& source, const std::string& op, const std::string& name = "f") {
  return (" " + ops(source, name) + " ").find(" " + op + " ") != std::string::npos;
}

std::string error(const std::string& source) {
  CompileResult r = compile(source);
  return r.error ? r.error->message : "";
}

}  // namespace

TEST_CASE("codegen: loops cost one jump an iteration") {
  CHECK(ops("def f(n):\n  total = 0\n  for i in range(n): total += i\n  return total\n") ==
        "LOADI GETGLOBAL MOVE CALL GETITER JMP ADD= FORITER RET");
  CHECK(ops("def f(n):\n  i = 0\n  while i < n: i += 1\n  return i\n") ==
        "LOADI JLTF ADDI= JLTT RET");
  CHECK(ops("def f():\n  while True: pass\n") == "JMP");
  CHECK(ops("def f(x):\n  while 0: x()\n  return x\n") == "RET");
  CHECK(ops("def f(a):\n  return [x + 1 for x in a]\n") ==
        "LIST GETITER JMP ADDI LISTAPPEND FORITER RET");
}

TEST_CASE("codegen: operands are read and written in place") {
  CHECK(ops("def f(a, b):\n  x = a * b\n  y = x + a\n  return x - y\n") == "MUL ADD SUB RET");
  CHECK(ops("def f(a):\n  return a + 1, a - 1, a * 2, 2 * a, 2 - a, a // 70000\n") ==
        "ADDI SUBI MULK KMUL KSUB FLOORDIVK TUPLE RET");
  CHECK(ops("def f(a, i):\n  a[0] = a[i]\n  a[i] = a[-1]\n") ==
        "GETIDX SETIDXI GETIDXI SETIDX RETNONE");
  CHECK(ops("def f(s):\n  s.x += 1\n") == "GETATTR ADDI= SETATTR RETNONE");
}

TEST_CASE("codegen: tuples that nobody sees are not built") {
  CHECK(ops("def f(a, b):\n  a, b = b, a\n  return a\n") == "MOVE MOVE MOVE RET");
  CHECK(ops("def f(p, i, j):\n  p[i], p[j] = p[j], p[i]\n") ==
        "GETIDX GETIDX SETIDX SETIDX RETNONE");
  CHECK(ops("def f():\n  a, b = 0, 1\n  return a\n") == "LOADI LOADI RET");
  CHECK(ops("def f(x):\n  a, b = x\n  return a\n") == "UNPACK MOVE MOVE RET");
}

TEST_CASE("codegen: conditions are fused and threaded") {
  CHECK(ops("def f(a, b):\n  if a < b and not b == 3: return a\n  return b\n") ==
        "JLTF JEQKT RET RET");
  CHECK(ops("def f(a):\n  if a is None: return 1\n") == "JNOTNONE LOADI RET RETNONE");
  CHECK(ops("def f(a):\n  return 1 if a else 2\n") == "JF LOADI RET LOADI RET");
  CHECK(ops("def f(a):\n  if 1 < a < 3: pass\n") == "LOADI JLTF JLTKF RETNONE");
  CHECK(ops("def f(x):\n  return x in [1, 2]\n") == "LOADK IN RET");
  CHECK(ops("def f(a):\n  if 0: return a.b\n") == "RETNONE");
}

TEST_CASE("codegen: slices as subscripts make no slice object") {
  CHECK(ops("def f(a):\n  return a[1:2]\n") == "LOADI LOADI LOADNONE GETSLICE RET");
  CHECK(ops("def f(a, b):\n  a[:] = b\n") == "LOADNONE LOADNONE LOADNONE SETSLICE RETNONE");
  CHECK(ops("def f(a, b):\n  a[1:] += b\n").find("SLICE") != std::string::npos);
}

TEST_CASE("codegen: calls") {
  CHECK(ops("def f(a):\n  return g(a, 1)\n") == "GETGLOBAL MOVE LOADI CALL RET");
  CHECK(ops("def f(a):\n  return a.m(1)\n") == "LOADMETH LOADI CALLM RET");
  CHECK(ops("def f(a):\n  return a.m(1, k=2)\n") == "LOADMETH LOADI LOADI CALLMKW RET");
  CHECK(ops("def f(a):\n  return g(*a, **a)\n") == "GETGLOBAL MOVE DICT DICTMERGE CALLEX RET");
  CHECK(ops("class A:\n  def f(self): return super().f(1)\n") ==
        "GETFREE MOVE GETGLOBAL SUPERMETH LOADI CALLM RET");
  CHECK(ops("class A:\n  def f(self, super): return super().f(1)\n") ==
        "MOVE CALL LOADMETH LOADI CALLM RET");
}

TEST_CASE("codegen: constants keep their type") {
  CompileResult r = compile("x = (1, 1.0, True, 0.0, -0.0, '1', b'1')\n");
  REQUIRE(r.blob);
  std::string text = disassemble(*r.blob);
  CHECK(text.find("(1, 1.0, True, 0.0, -0.0, '1', b'1')") != std::string::npos);
  CHECK(ops("def f(): return -1, 2 ** 10, 'a' * 3, (1 << 64) - 1\n") == "LOADK RET");
  CHECK(uses("def f(): return 1 / 0\n", "KDIV"));
  CHECK(uses("def f(): return 'a' * 5000\n", "KMUL"));
}

TEST_CASE("codegen: definite assignment") {
  // Bound on every path: no checks.
  CHECK_FALSE(uses("def f(a):\n  if a: x = 1\n  else: x = 2\n  return x\n", "CHECKBOUND"));
  CHECK_FALSE(uses("def f(a):\n  try: x = a()\n  except E: x = 2\n  return x\n", "CHECKBOUND"));
  CHECK_FALSE(
      uses("def f(a):\n  while True:\n    x = a()\n    if x: break\n  return x\n", "CHECKBOUND"));
  CHECK_FALSE(uses("def f(a):\n  with a: x = 1\n", "CHECKBOUND"));
  CHECK_FALSE(uses("def f(a):\n  if (n := a()) and n > 2: return n\n", "CHECKBOUND"));
  CHECK_FALSE(uses("def f(a):\n  for i in a: g(i)\n", "CHECKBOUND"));
  CHECK_FALSE(uses("def f(a):\n  if a: x = 1\n  else: raise a\n  return x\n", "CHECKBOUND"));
  // May be unbound: emptied at entry, checked at the use, once.
  CHECK(ops("def f(a):\n  if a: x = 1\n  return x\n") == "UNBIND JF LOADI CHECKBOUND RET");
  CHECK(ops("def f(a):\n  if a: x = 1\n  return x + x\n") == "UNBIND JF LOADI CHECKBOUND ADD RET");
  CHECK(uses("def f(a):\n  for i in a: pass\n  return i\n", "CHECKBOUND"));
  CHECK(uses("def f(a):\n  with a: x = 1\n  return x\n", "CHECKBOUND"));
  CHECK(uses("def f(a):\n  del a\n  return a\n", "CHECKBOUND"));
  CHECK(uses("def f(a):\n  x = 1\n  while a():\n    g(x)\n    del x\n", "CHECKBOUND"));
  CHECK(uses("def f(a):\n  try: g()\n  except E as e: pass\n  return e\n", "CHECKBOUND"));
}

TEST_CASE("codegen: := does not disturb operands already read") {
  CHECK(ops("def f(x):\n  return x + (x := 5)\n") == "MOVE LOADI ADD RET");
  CHECK(ops("def f(x):\n  return x + x\n") == "ADD RET");
}

TEST_CASE("codegen: exception regions") {
  CompileResult r = compile("def f(a):\n  try: return a()\n  finally: a.b()\n");
  REQUIRE(r.blob);
  const CodeBlob* b = find(*r.blob, "f");
  REQUIRE(b);
  REQUIRE(b->handlers.size() == 2);
  // The clause written before the return is not under its own try: only the call is.
  const ExcEntry& body = b->handlers[0];
  CHECK(body.start == 0);
  CHECK(static_cast<Op>(b->code[body.end].op) == Op::LOADMETH);
  CHECK(
      ops("def f(a):\n  try: a()\n  except E: pass\n") ==
      "MOVE CALL JMP GETGLOBAL EXCMATCH JF ENDCATCH JMP ENDCATCH RERAISE ENDCATCH RERAISE RETNONE");
  CHECK(ops("def f(a):\n  with a as b: return b\n").find("WITHENTER MOVE MOVE WITHEXIT RET") == 0);
}

TEST_CASE("codegen: variables that inner functions use are cells") {
  CHECK(ops("def f(a):\n  x = 1\n  return lambda: a + x\n") ==
        "MAKECELL NEWCELL LOADI SETCELL MAKEFUNC RET");
  CHECK(ops("def f(a):\n  return lambda: a\n", "<lambda>") == "GETFREE RET");
  // The middle function hands the cell on.
  CompileResult r = compile("def f(a):\n  def g():\n    def h(): return a\n");
  REQUIRE(r.blob);
  const CodeBlob* h = find(*r.blob, "h");
  REQUIRE(h);
  REQUIRE(h->captures.size() == 1);
  CHECK(h->captures[0].from_free);
  CHECK(h->free_names[0] == "a");
  // A comprehension's variable that a lambda captures is a cell of its own.
  CHECK(uses("def f(a):\n  return [lambda: i for i in a]\n", "NEWCELL"));
}

TEST_CASE("codegen: generators") {
  CHECK(ops("def f():\n  x = yield 1\n  return x\n") == "LOADI YIELD RETGEN");
  CHECK(ops("def f(a):\n  yield from a\n") ==
        "GETYIELDITER LOADNONE SEND YIELD JMP LOADNONE RETGEN");
  CHECK(ops("def f(a):\n  return sum(x for x in a)\n") ==
        "GETGLOBAL MAKEFUNC ITEROBJ CALL CALL RET");
}

TEST_CASE("codegen: classes") {
  CHECK(ops("class f:\n  x = 1\n  y = x\n") ==
        "GETGLOBAL STORENAME LOADK STORENAME LOADI STORENAME LOADNAME STORENAME RETNONE");
  CompileResult r = compile("class C:\n  def m(self): return __class__\n");
  REQUIRE(r.blob);
  const CodeBlob* c = find(*r.blob, "C");
  REQUIRE(c);
  CHECK((c->flags & kCodeClassBody) != 0);
  CHECK(static_cast<Op>(c->code.back().op) == Op::RET);
  CHECK(find(*r.blob, "m")->qualname == "C.m");
  CHECK(uses("class C:\n  def f(self): return self.__x\n", "GETATTR"));
  CHECK(disassemble(*compile("class C:\n  def f(self): return self.__x\n").blob).find("'_C__x'") !=
        std::string::npos);
}

TEST_CASE("codegen: parameters") {
  CompileResult r = compile("def f(a, /, b, *c, d, e=1, **g): x = 1\n");
  const CodeBlob* b = find(*r.blob, "f");
  REQUIRE(b);
  CHECK(b->positional == 2);
  CHECK(b->positional_only == 1);
  CHECK(b->keyword_only == 2);
  CHECK(b->parameter_slots() == 6);
  std::vector<std::string> names;
  for (const LocalName& l : b->locals) names.push_back(l.name);
  CHECK(names == std::vector<std::string>{"a", "b", "d", "e", "c", "g", "x"});
}

TEST_CASE("codegen: names through a mapping") {
  CompileResult r = compile("x = y\ndef g(): return x\n", true);
  REQUIRE(r.blob);
  CHECK((r.blob->flags & kCodeNameMode) != 0);
  CHECK(static_cast<Op>(r.blob->code[0].op) == Op::LOADNAME);
  CHECK(static_cast<Op>(find(*r.blob, "g")->code[0].op) == Op::GETGLOBAL);
  r = compile("a + 1", true, ParseMode::kEval);
  REQUIRE(r.blob);
  CHECK(static_cast<Op>(r.blob->code.back().op) == Op::RET);
  r = compile("1\n", false, ParseMode::kSingle);
  REQUIRE(r.blob);
  CHECK(disassemble(*r.blob).find("PRINTEXPR") != std::string::npos);
}

TEST_CASE("codegen: positions") {
  CompileResult r = compile("def f(a):\n  return a.b(1) + c[2]\n");
  const CodeBlob* b = find(*r.blob, "f");
  REQUIRE(b);
  for (uint32_t i = 0; i < b->code.size(); i++) {
    SourcePos p = position_at(*b, i);
    Op op = static_cast<Op>(b->code[i].op);
    if (op == Op::LOADMETH) {
      CHECK(p.col == 9);
      CHECK(p.end_col == 12);
    } else if (op == Op::CALLM) {
      CHECK(p.end_col == 15);
    } else if (op == Op::ADD) {
      CHECK(p.line == 2);
      CHECK(p.col == 9);
      CHECK(p.end_col == 22);
    }
  }
}

TEST_CASE("codegen: what does not fit is written another way") {
  std::string far = "def f(n):\n for i in range(n):\n";
  for (int i = 0; i < 9000; i++) far += "  if n < i: f.x.y = 1\n";
  CompileResult r = compile(far);
  REQUIRE(r.blob);
  CHECK(find(*r.blob, "f")->code.size() > 40000);
  std::string many = "x = {";
  for (int i = 0; i < 70000; i++) many += std::to_string(i) + "000: 'n" + std::to_string(i) + "',";
  many += "}\ny = x.attr\nf(key=1.25 < y)\n";
  CHECK(compile(many).blob != nullptr);
  std::string deep = "x = a";
  for (int i = 0; i < 5000; i++) deep += ".b(c)";
  CompileResult d = compile(deep + "\n");
  CHECK((d.blob || d.error));
}

TEST_CASE("codegen: errors") {
  CHECK(error("return 1\n") == "'return' outside function");
  CHECK(error("class A:\n  yield 1\n") == "'yield' outside function");
  CHECK(error("[(yield 1) for x in y]\n") == "'yield' inside list comprehension");
  CHECK(error("break\n") == "'break' outside loop");
  CHECK(error("def f():\n  while 1: pass\n  continue\n") == "'continue' not properly in loop");
  CHECK(error("def f(a, a): pass\n") == "duplicate argument 'a' in function definition");
  CHECK(error("def f(x):\n  global x\n") == "name 'x' is parameter and global");
  CHECK(error("def f():\n  x = 1\n  global x\n") ==
        "name 'x' is assigned to before global declaration");
  CHECK(error("def f():\n  g(x)\n  global x\n") == "name 'x' is used prior to global declaration");
  CHECK(error("def f():\n  nonlocal x\n") == "no binding for nonlocal 'x' found");
  CHECK(error("nonlocal x\n") == "nonlocal declaration not allowed at module level");
  CHECK(error("def f():\n  global x\n  nonlocal x\n") == "name 'x' is nonlocal and global");
  CHECK(error("try: pass\nexcept: pass\nexcept A: pass\n") == "default 'except:' must be last");
  CHECK(error("*a\n") == "can't use starred expression here");
  CHECK(error("*a = b\n") == "starred assignment target must be in a list or tuple");
  CHECK(error("def f():\n  from x import *\n") == "import * only allowed at module level");
  CHECK(error("from __future__ import foo\n") == "future feature foo is not defined");
  CHECK(error("x = 1\nfrom __future__ import annotations\n") ==
        "from __future__ imports must occur at the beginning of the file");
  CHECK(error("class A:\n  [x := 1 for y in z]\n") ==
        "assignment expression within a comprehension cannot be used in a class body");
  CHECK(error("[y := 1 for y in z]\n") ==
        "assignment expression cannot rebind comprehension iteration variable 'y'");
  CHECK(error("f(a=1, a=2)\n") == "keyword argument repeated: a");
  CHECK(error("match x:\n  case a: pass\n  case b: pass\n") ==
        "name capture 'a' makes remaining patterns unreachable");
  CHECK(error("match x:\n  case (1, a) | (2, b): pass\n") ==
        "alternative patterns bind different names");
  CHECK(error("while 1:\n  try: pass\n  except* A: break\n") ==
        "'break', 'continue' and 'return' cannot appear in an except* block");
  CompileResult r = compile("def f(x):\n  global x\n");
  REQUIRE(r.error);
  CHECK(r.error->line == 2);
  CHECK(r.error->col == 3);
  CHECK(r.error->end_col == 11);
  CHECK(r.error->text == "  global x\n");
}

TEST_CASE("codegen: annotations as text") {
  CompileResult r = compile(
      "from __future__ import annotations\ndef f(a: x[int, 'y'] | None, b: (1+2)*3 = 0) -> -z: "
      "pass\n");
  REQUIRE(r.blob);
  std::string text = disassemble(*r.blob);
  CHECK(text.find("\"x[int, 'y'] | None\"") != std::string::npos);
  CHECK(text.find("'(1 + 2) * 3'") != std::string::npos);
  CHECK(text.find("'-z'") != std::string::npos);
}
