// Calls, super(), and making function objects: defaults, annotations, lambdas.
#include "compiler/codegen.h"
#include "compiler/codegen_build.h"

namespace baton::compiler {

using ast::as;
using ast::Expr;
using ast::ExprKind;

namespace {

constexpr uint32_t kMostArguments = 4096;  // more are passed as a tuple

bool has_star(const ast::ExprList& args) {
  for (const Expr* e : args) {
    if (e->kind == ExprKind::kStarred) return true;
  }
  return false;
}

bool has_double_star(const ArenaList<ast::Keyword*>& keywords) {
  for (const ast::Keyword* k : keywords) {
    if (k->arg.empty()) return true;
  }
  return false;
}

// A method call that spans lines is shown from the method's name on.
ast::Position method_position(const ast::Attribute* a, const ast::Position& whole) {
  ast::Position pos = whole;
  if (a->line != a->end_line) {
    pos.line = a->end_line;
    int n = 0;
    for (char c : a->attr) n += (c & 0xC0) != 0x80;
    if (n <= a->end_col) pos.col = a->end_col - n;
  }
  return pos;
}

}  // namespace

// ---- super() ---------------------------------------------------------------------------------

// Is `e` the call `super()`, in a place where it means the class around?
bool Unit::zero_super(const Expr* e) {
  auto* c = ast::dyn<ast::Call>(e);
  if (!c || !c->args.empty() || !c->keywords.empty()) return false;
  auto* n = ast::dyn<ast::NameExpr>(c->func);
  if (!n || n->id != "super") return false;
  if (find("super").storage != Storage::kGlobal) return false;
  if (!scope_->is_function() || blob().positional == 0) return false;
  Variable cls = find("__class__");
  return cls.storage == Storage::kFree || cls.storage == Storage::kCell;
}

// R[cls] = the class around, R[self] = the first argument.
void Unit::load_super_parts(const ast::Call* e, int cls, int self, bool method) {
  load_variable(find("__class__"), cls, *e);
  std::string_view first = blob().locals[0].name;
  Variable v;
  v.storage = Storage::kRegister;
  v.at = 0;
  v.name = first;
  if (Symbol* s = scope_->find(first)) v = find_symbol(s);
  // A deleted register is SUPERMETH's to report: RuntimeError, not UnboundLocalError.
  if (v.storage == Storage::kRegister && method) return move(*e, self, v.at);
  load_variable(v, self, *e);
}

// ---- calls -----------------------------------------------------------------------------------

void Unit::check_keywords(const ArenaList<ast::Keyword*>& keywords, const ast::Position& pos) {
  for (uint32_t i = 0; i < keywords.size; i++) {
    if (keywords[i]->arg.empty()) continue;
    if (keywords[i]->arg == "__debug__") fail(pos, "cannot assign to __debug__");
    for (uint32_t j = 0; j < i; j++) {
      if (keywords[j]->arg == keywords[i]->arg) {
        fail(*keywords[i], "keyword argument repeated: " + std::string(keywords[i]->arg));
      }
    }
  }
}

void Unit::call(const ast::Call* e, int dst) {
  check_keywords(e->keywords, *e);
  int base = is_top(dst) ? dst : alloc();
  ast::Position pos = *e;
  bool spread = has_star(e->args) || has_double_star(e->keywords) ||
                e->args.size + e->keywords.size > kMostArguments;
  int names = -1;
  if (!spread && !e->keywords.empty()) {
    std::vector<ConstValue> items;
    for (const ast::Keyword* k : e->keywords) items.push_back(ConstValue::text(k->arg));
    names = small_constant(ConstValue::tuple(std::move(items)));
  }
  bool method = false;
  auto* a = ast::dyn<ast::Attribute>(e->func);
  if (a && computed_.count(a)) a = nullptr;
  if (zero_super(e)) {
    into(e->func, base);
    int cls = alloc();
    load_super_parts(e, cls, alloc(), false);
    emit(pos, Op::CALL, base, 2);
    move(pos, dst, base);
    return;
  }
  if (a && !spread) {
    method = true;
    pos = method_position(a, *e);
    ast::Position at = method_position(a, *a);
    if (zero_super(a->value)) {
      auto* inner = as<ast::Call>(a->value);
      int parts = alloc(3);
      load_super_parts(inner, parts, parts + 1, true);
      load_variable(find("super"), parts + 2, *inner->func);
      free_to(parts);
      alloc();  // self
      emit(at, Op::SUPERMETH, base, parts, mangled_name(a->attr));
    } else {
      int object = reg(a->value, base);
      free_to(base + 1);
      alloc();  // self
      emit(at, Op::LOADMETH, base, object, mangled_name(a->attr));
    }
  } else {
    into(e->func, base);
  }
  if (spread) {
    call_spread(e, e->args, e->keywords, base);
    move(pos, dst, base);
    return;
  }
  for (const Expr* arg : e->args) push(arg);
  for (const ast::Keyword* k : e->keywords) push(k->value);
  int count = static_cast<int>(e->args.size + e->keywords.size);
  if (names < 0) {
    emit(pos, method ? Op::CALLM : Op::CALL, base, count);
  } else {
    emit(pos, method ? Op::CALLMKW : Op::CALLKW, base, count, names);
  }
  move(pos, dst, base);
}

// R[dst] = a dict of all keyword arguments. False, and nothing written, if there are none.
bool Unit::keyword_dict(const ArenaList<ast::Keyword*>& keywords, int callee, int dst,
                        const ast::Position& pos) {
  if (keywords.empty()) return false;
  constexpr uint32_t kGroup = 128;
  bool started = false;
  int mark = next_register();
  for (uint32_t i = 0; i < keywords.size;) {
    if (keywords[i]->arg.empty()) {
      if (!started) emit(pos, Op::DICT, dst, dst, 0);
      int r = reg(keywords[i]->value);
      emit(pos, Op::DICTMERGE, dst, r, callee);
      i++;
    } else {
      int count = 0;
      for (; i < keywords.size && !keywords[i]->arg.empty() && count < static_cast<int>(kGroup);
           i++) {
        push_constant(ConstValue::text(keywords[i]->arg), *keywords[i]);
        push(keywords[i]->value);
        count++;
      }
      if (!started) {
        emit(pos, Op::DICT, dst, mark, count);
      } else {
        emit(pos, Op::DICT, mark, mark, count);
        emit(pos, Op::DICTMERGE, dst, mark, callee);
      }
    }
    started = true;
    free_to(mark);
  }
  return true;
}

// The call of R[base], the top register, with stars among its arguments.
void Unit::call_spread(const Expr* e, const ast::ExprList& args,
                       const ArenaList<ast::Keyword*>& keywords, int base) {
  int tuple = alloc();
  if (args.empty()) {
    load_constant(ConstValue::tuple({}), tuple, *e);
  } else if (auto* star = ast::dyn<ast::Starred>(args[0]); star && args.size == 1) {
    into(star->value, tuple);  // CALLEX iterates it
  } else {
    tuple_of(args, tuple, *e);
  }
  int dict = alloc();
  if (!keyword_dict(keywords, base, dict, *e)) emit(*e, Op::LOADNONE, dict);
  emit(*e, Op::CALLEX, base);
}

// ---- functions -------------------------------------------------------------------------------

void Unit::annotation_value(const Expr* e, int dst) {
  if (cx_->future_annotations) {
    load_constant(ConstValue::text(unparse(e)), dst, *e);
  } else if (auto* star = ast::dyn<ast::Starred>(e)) {
    // `*args: *Ts` means the one item that Ts unpacks to.
    int mark = next_register();
    int r = reg(star->value);
    emit(*e, Op::UNPACK, dst, r, 1);
    free_to(mark);
  } else {
    into(e, dst);
  }
}

bool Unit::annotation_dict(const ast::Arguments* args, const Expr* returns, int dst,
                           const ast::Position& pos) {
  int first = next_register();
  int count = 0;
  auto one = [&](std::string_view n, const Expr* e) {
    if (!e) return;
    push_constant(ConstValue::text(cx_->scopes.mangle(cur_->private_name, n)), pos);
    annotation_value(e, alloc());
    count++;
  };
  for (const ast::Arg* a : args->posonlyargs) one(a->arg, a->annotation);
  for (const ast::Arg* a : args->args) one(a->arg, a->annotation);
  if (args->vararg) one(args->vararg->arg, args->vararg->annotation);
  for (const ast::Arg* a : args->kwonlyargs) one(a->arg, a->annotation);
  if (args->kwarg) one(args->kwarg->arg, args->kwarg->annotation);
  one("return", returns);
  if (count) emit(pos, Op::DICT, dst, first, count);
  free_to(first);
  return count > 0;
}

// Evaluates defaults and annotations, which belong to the scope around, then makes the function.
void Unit::make_function(std::shared_ptr<CodeBlob> code, const ast::Arguments* args,
                         const Expr* returns, int dst, const ast::Position& pos) {
  int mark = next_register();
  bool any = !args->defaults.empty() || returns || (args->vararg && args->vararg->annotation) ||
             (args->kwarg && args->kwarg->annotation);
  for (const Expr* e : args->kw_defaults) any |= e != nullptr;
  for (const auto* list : {&args->posonlyargs, &args->args, &args->kwonlyargs}) {
    for (const ast::Arg* a : *list) any |= a->annotation != nullptr;
  }
  int extras = any ? alloc(4) : mark;
  bool has[3] = {};
  if (!args->defaults.empty()) {
    has[0] = true;
    std::vector<ConstValue> items(args->defaults.size);
    bool all = true;
    for (uint32_t i = 0; all && i < args->defaults.size; i++) {
      all = folded(args->defaults[i], &items[i]);
    }
    if (all) {
      load_constant(ConstValue::tuple(std::move(items)), extras, pos);
    } else {
      int first = next_register();
      for (const Expr* e : args->defaults) push(e);
      emit(pos, Op::TUPLE, extras, first, static_cast<int>(args->defaults.size));
      free_to(first);
    }
  }
  int first = next_register();
  int count = 0;
  for (uint32_t i = 0; i < args->kwonlyargs.size; i++) {
    if (!args->kw_defaults[i]) continue;
    std::string_view n = cx_->scopes.mangle(cur_->private_name, args->kwonlyargs[i]->arg);
    push_constant(ConstValue::text(n), pos);
    push(args->kw_defaults[i]);
    count++;
  }
  if (count) {
    has[1] = true;
    emit(pos, Op::DICT, extras + 1, first, count);
    free_to(first);
  }
  has[2] = annotation_dict(args, returns, extras + 2, pos);
  if (any) {
    for (int i = 0; i < 4; i++) {
      if (i == 3 || !has[i]) emit(pos, Op::LOADNONE, extras + i);
    }
  }
  int index = emit_wide(pos, Op::MAKEFUNC, dst, code_constant(std::move(code)));
  if (index >= 0) at(index + 1).a = any ? static_cast<uint16_t>(extras) : 0xFFFF;
  free_to(mark);
}

void Unit::lambda(const ast::Lambda* e, int dst) {
  auto code = build(cx_, cx_->scopes.of(e), this, [&](Unit& u) {
    u.declare_parameters(e->args);
    u.declare_variables(*e);
    u.return_expr(e->body, *e->body);
  });
  make_function(std::move(code), e->args, nullptr, dst, *e);
}

}  // namespace baton::compiler
