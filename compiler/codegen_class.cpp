// def and class statements.
#include "compiler/codegen.h"
#include "compiler/codegen_build.h"

namespace baton::compiler {

using ast::as;
using ast::Expr;

// Evaluates decorators into consecutive registers; returns the first.
int Unit::push_decorators(const ast::ExprList& list) {
  int first = next_register();
  for (const Expr* e : list) push(e);
  return first;
}

// Applies the decorators at R[first...] to the object in the register after them; the result is
// left in R[first].
void Unit::call_decorators(const ast::ExprList& list, int first) {
  for (uint32_t i = list.size; i-- > 0;) {
    emit(*list[i], Op::CALL, first + static_cast<int>(i), 1);
  }
}

void Unit::function_def(const ast::FunctionDef* s) {
  int mark = next_register();
  ast::Position start = *s;
  if (!s->decorator_list.empty()) start.line = s->decorator_list[0]->line;
  auto code = build(cx_, cx_->scopes.of(s), this, [&](Unit& u) {
    u.declare_parameters(s->args);
    u.declare_variables(*s);
    CodeBlob& b = u.blob();
    b.first_line = start.line;
    bool has_doc = false;
    ConstValue doc = u.docstring(s->body, &has_doc);
    ast::StmtList body = s->body;
    if (has_doc) {
      b.has_doc = true;
      b.doc = doc.s;
      body.data++;
      body.size--;
    }
    u.statements(body);
    u.return_none(*s->body.back());
  });
  int first = push_decorators(s->decorator_list);
  int target = -1;
  if (s->decorator_list.empty()) {
    Variable v = find(s->name);
    if (v.storage == Storage::kRegister) target = v.at;
  }
  int r = target >= 0 ? target : alloc();
  make_function(std::move(code), s->args, s->returns, r, *s);
  call_decorators(s->decorator_list, first);
  store_name(s->name, s->decorator_list.empty() ? r : first, *s);
  free_to(mark);
}

void Unit::class_def(const ast::ClassDef* s) {
  check_keywords(s->keywords, *s);
  int mark = next_register();
  Scope* scope = cx_->scopes.of(s);
  ast::Position start;
  start.line = start.end_line = s->decorator_list.empty() ? s->line : s->decorator_list[0]->line;
  auto code = build(cx_, scope, this, [&](Unit& u) {
    CodeBlob& b = u.blob();
    b.flags |= kCodeClassBody;
    b.positional = 1;
    u.declare_parameter(".namespace");
    u.declare_variables(start);
    int r = u.alloc();
    u.emit(start, Op::GETGLOBAL, r, u.name("__name__"));
    u.emit(start, Op::STORENAME, r, u.name("__module__"));
    u.load_constant(ConstValue::text(scope->qualname), r, start);
    u.emit(start, Op::STORENAME, r, u.name("__qualname__"));
    if (scope->has_annotations) u.emit(start, Op::SETUPANNOTATIONS);
    bool has_doc = false;
    ConstValue doc = u.docstring(s->body, &has_doc);
    ast::StmtList body = s->body;
    if (has_doc) {
      b.has_doc = true;
      b.doc = doc.s;
      u.load_constant(doc, r, *s->body[0]);
      u.emit(*s->body[0], Op::STORENAME, r, u.name("__doc__"));
      body.data++;
      body.size--;
    }
    u.free_to(r);
    u.statements(body);
    const ast::Position& end = *s->body.back();
    if (scope->class_cell->storage == Storage::kCell) {
      u.return_value(scope->class_cell->reg, end);
    } else {
      u.return_none(end);
    }
  });
  int first = push_decorators(s->decorator_list);
  int base = alloc();
  int index = emit_wide(*s, Op::MAKEFUNC, base, code_constant(std::move(code)));
  if (index >= 0) at(index + 1).a = 0xFFFF;
  push_constant(ConstValue::text(s->name), *s);
  int bases = alloc();
  if (s->bases.empty()) {
    load_constant(ConstValue::tuple({}), bases, *s);
  } else {
    tuple_of(s->bases, bases, *s);
  }
  int keywords = alloc();
  if (!keyword_dict(s->keywords, base, keywords, *s)) emit(*s, Op::LOADNONE, keywords);
  emit(*s, Op::BUILDCLASS, base);
  free_to(base + 1);
  call_decorators(s->decorator_list, first);
  store_name(s->name, s->decorator_list.empty() ? base : first, *s);
  free_to(mark);
}

}  // namespace baton::compiler
