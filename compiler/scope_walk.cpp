// The walk that fills the symbol tables: which names each scope binds, uses, declares.
//
// Here are the errors CPython's symtable pass finds. Left-leaning chains are walked with a loop,
// everything else with bounded recursion.
#include "compiler/odd_code.h"
#include "compiler/scope.h"

namespace baton::compiler {

using ast::as;
using ast::Expr;
using ast::ExprKind;
using ast::Stmt;
using ast::StmtKind;

class ScopeWalker {
 public:
  ScopeWalker(ScopeTable* table, const ScopeOptions& options) : t_(table), options_(options) {}

  void walk(const ast::Mod* mod) {
    cur_ = t_->module_ = t_->open(ScopeKind::kModule, mod, "<module>", nullptr);
    stmts(mod->body);
    if (mod->expr) expr(mod->expr);
  }

 private:
  std::string quoted(std::string_view name) { return "'" + std::string(name) + "'"; }

  Symbol* sym(std::string_view name) {
    return t_->symbol(cur_, t_->mangle(cur_->private_name, name));
  }

  void odd(const Expr* e) {
    if (t_->options_.warnings) find_odd(e, t_->options_.warnings);
  }

  void bind(std::string_view name, const ast::Position& pos, uint16_t flags = kSymBound) {
    if (name == "__debug__") fail(pos, "cannot assign to __debug__");
    sym(name)->flags |= flags;
  }

  void use(std::string_view name) {
    sym(name)->flags |= kSymUsed;
    if (name == "super") {
      if (cur_->is_function()) sym("__class__")->flags |= kSymUsed;
    } else if (name == "locals" || name == "vars" || name == "dir" || name == "eval" ||
               name == "exec") {
      cur_->frame->calls_locals = true;
    }
  }

  // ---- statements ----
  void stmts(const ast::StmtList& list) {
    for (const Stmt* s : list) stmt(s);
  }

  void parameters(const ast::Arguments* a, const ast::Position& owner) {
    auto one = [&](const ast::Arg* arg) {
      if (arg->arg == "__debug__") fail(owner, "cannot assign to __debug__");
      Symbol* s = sym(arg->arg);
      if (s->flags & kSymParam) {
        fail(*arg, "duplicate argument " + quoted(arg->arg) + " in function definition");
      }
      s->flags |= kSymParam;
    };
    for (const ast::Arg* arg : a->posonlyargs) one(arg);
    for (const ast::Arg* arg : a->args) one(arg);
    for (const ast::Arg* arg : a->kwonlyargs) one(arg);
    if (a->vararg) one(a->vararg);
    if (a->kwarg) one(a->kwarg);
  }

  void defaults(const ast::Arguments* a) {
    exprs(a->defaults);
    for (const Expr* e : a->kw_defaults) expr(e);
  }

  void annotation(const Expr* e) {
    if (e && !options_.future_annotations) expr(e);
  }

  void annotations(const ast::Arguments* a, const Expr* returns) {
    for (const ast::Arg* arg : a->posonlyargs) annotation(arg->annotation);
    for (const ast::Arg* arg : a->args) annotation(arg->annotation);
    if (a->vararg) annotation(a->vararg->annotation);
    if (a->kwarg) annotation(a->kwarg->annotation);
    for (const ast::Arg* arg : a->kwonlyargs) annotation(arg->annotation);
    annotation(returns);
  }

  void function(const ast::FunctionDef* f) {
    bind(f->name, *f);
    defaults(f->args);
    annotations(f->args, f->returns);
    exprs(f->decorator_list);
    Scope* outer = cur_;
    cur_ = t_->open(ScopeKind::kFunction, f, f->name, outer);
    parameters(f->args, *f);
    stmts(f->body);
    cur_ = outer;
  }

  void class_def(const ast::ClassDef* c) {
    bind(c->name, *c);
    exprs(c->bases);
    for (const ast::Keyword* k : c->keywords) expr(k->value);
    exprs(c->decorator_list);
    Scope* outer = cur_;
    cur_ = t_->open(ScopeKind::kClass, c, c->name, outer);
    stmts(c->body);
    cur_ = outer;
  }

  void declaration(const ast::NameList& names, const Stmt* s, bool global) {
    const char* word = global ? "global" : "nonlocal";
    for (ast::Name name : names) {
      if (!global && cur_->kind == ScopeKind::kModule) {
        fail(*s, "nonlocal declaration not allowed at module level");
      }
      Symbol* x = sym(name);
      std::string who = "name " + quoted(name) + " is ";
      if (x->flags & kSymParam) fail(*s, who + "parameter and " + word);
      if (x->flags & kSymUsed) fail(*s, who + "used prior to " + word + " declaration");
      if (x->flags & kSymAnnotated) {
        fail(*s, "annotated name " + quoted(name) + " can't be " + word);
      }
      if (x->flags & kSymBound) fail(*s, who + "assigned to before " + word + " declaration");
      if (!(x->flags & (kSymGlobal | kSymNonlocal))) x->where = *s;
      x->flags |= global ? kSymGlobal : kSymNonlocal;
    }
  }

  void annotated(const ast::AnnAssign* a) {
    if (auto* name = ast::dyn<ast::NameExpr>(a->target)) {
      Symbol* x = sym(name->id);
      if ((x->flags & (kSymGlobal | kSymNonlocal)) && a->simple &&
          cur_->kind != ScopeKind::kModule) {
        fail(*a, "annotated name " + quoted(name->id) + " can't be " +
                     (x->flags & kSymGlobal ? "global" : "nonlocal"));
      }
      if (a->simple) {
        bind(name->id, *a, kSymBound | kSymAnnotated);
        cur_->frame->has_annotations = true;
      } else if (a->value) {
        bind(name->id, *a);
      }
    } else {
      expr(a->target);
    }
    // A function never evaluates it, but its names count as used before a later declaration.
    annotation(a->annotation);
    if (a->value) expr(a->value);
  }

  void except(const ast::ExceptHandler* h) {
    if (h->type) expr(h->type);
    if (!h->name.empty()) bind(h->name, *h, kSymBound | kSymDeleted);
    stmts(h->body);
  }

  void stmt(const Stmt* s) {
    switch (s->kind) {
      case StmtKind::kFunctionDef: return function(as<ast::FunctionDef>(s));
      case StmtKind::kClassDef: return class_def(as<ast::ClassDef>(s));
      case StmtKind::kReturn:
        if (as<ast::Return>(s)->value) expr(as<ast::Return>(s)->value);
        return;
      case StmtKind::kDelete: return exprs(as<ast::Delete>(s)->targets);
      case StmtKind::kAssign:
        exprs(as<ast::Assign>(s)->targets);
        return expr(as<ast::Assign>(s)->value);
      case StmtKind::kAugAssign: {
        auto* a = as<ast::AugAssign>(s);
        expr(a->target);
        return expr(a->value);
      }
      case StmtKind::kAnnAssign: return annotated(as<ast::AnnAssign>(s));
      case StmtKind::kFor: {
        auto* f = as<ast::For>(s);
        expr(f->target);
        expr(f->iter);
        stmts(f->body);
        return stmts(f->orelse);
      }
      case StmtKind::kWhile: {
        auto* w = as<ast::While>(s);
        expr(w->test);
        stmts(w->body);
        return stmts(w->orelse);
      }
      case StmtKind::kIf: {
        // An elif chain is walked along, not down.
        auto* i = as<ast::If>(s);
        for (;;) {
          expr(i->test);
          stmts(i->body);
          if (i->orelse.size != 1 || i->orelse[0]->kind != StmtKind::kIf) break;
          i = as<ast::If>(i->orelse[0]);
        }
        return stmts(i->orelse);
      }
      case StmtKind::kWith: {
        auto* w = as<ast::With>(s);
        for (const ast::WithItem& item : w->items) {
          expr(item.context_expr);
          if (item.optional_vars) expr(item.optional_vars);
        }
        return stmts(w->body);
      }
      case StmtKind::kMatch: {
        auto* m = as<ast::Match>(s);
        expr(m->subject);
        for (const ast::MatchCase& c : m->cases) {
          pattern(c.pattern);
          if (c.guard) expr(c.guard);
          stmts(c.body);
        }
        return;
      }
      case StmtKind::kRaise: {
        auto* r = as<ast::Raise>(s);
        if (r->exc) expr(r->exc);
        if (r->cause) expr(r->cause);
        return;
      }
      case StmtKind::kTry: {
        auto* t = as<ast::Try>(s);
        stmts(t->body);
        stmts(t->orelse);
        for (const ast::ExceptHandler* h : t->handlers) except(h);
        return stmts(t->finalbody);
      }
      case StmtKind::kTryStar: {
        auto* t = as<ast::TryStar>(s);
        stmts(t->body);
        stmts(t->orelse);
        for (const ast::ExceptHandler* h : t->handlers) except(h);
        return stmts(t->finalbody);
      }
      case StmtKind::kAssert: {
        auto* a = as<ast::Assert>(s);
        if (t_->options_.warnings) find_odd(a, t_->options_.warnings);
        expr(a->test);
        if (a->msg) expr(a->msg);
        return;
      }
      case StmtKind::kImport:
        for (const ast::Alias* a : as<ast::Import>(s)->names) {
          bind(a->asname.empty() ? a->name.substr(0, a->name.find('.')) : a->asname, *s);
        }
        return;
      case StmtKind::kImportFrom:
        for (const ast::Alias* a : as<ast::ImportFrom>(s)->names) {
          if (a->name == "*") {
            if (cur_->kind != ScopeKind::kModule) fail(*a, "import * only allowed at module level");
          } else {
            bind(a->asname.empty() ? a->name : a->asname, *s);
          }
        }
        return;
      case StmtKind::kGlobal: return declaration(as<ast::Global>(s)->names, s, true);
      case StmtKind::kNonlocal: return declaration(as<ast::Nonlocal>(s)->names, s, false);
      case StmtKind::kExprStmt: return expr(as<ast::ExprStmt>(s)->value);
      case StmtKind::kPass:
      case StmtKind::kBreak:
      case StmtKind::kContinue: return;
    }
  }

  void pattern(const ast::Pattern* p) {
    switch (p->kind) {
      case ast::PatternKind::kMatchValue: return expr(as<ast::MatchValue>(p)->value);
      case ast::PatternKind::kMatchSingleton: return;
      case ast::PatternKind::kMatchSequence:
        for (const ast::Pattern* each : as<ast::MatchSequence>(p)->patterns) pattern(each);
        return;
      case ast::PatternKind::kMatchMapping: {
        auto* m = as<ast::MatchMapping>(p);
        exprs(m->keys);
        for (const ast::Pattern* each : m->patterns) pattern(each);
        if (!m->rest.empty()) bind(m->rest, *p);
        return;
      }
      case ast::PatternKind::kMatchClass: {
        auto* c = as<ast::MatchClass>(p);
        expr(c->cls);
        for (const ast::Pattern* each : c->patterns) pattern(each);
        for (ast::Name attr : c->kwd_attrs) {
          if (attr == "__debug__") fail(*p, "cannot assign to __debug__");
        }
        for (const ast::Pattern* each : c->kwd_patterns) pattern(each);
        return;
      }
      case ast::PatternKind::kMatchStar: {
        auto* m = as<ast::MatchStar>(p);
        if (!m->name.empty()) bind(m->name, *p);
        return;
      }
      case ast::PatternKind::kMatchAs: {
        auto* m = as<ast::MatchAs>(p);
        if (m->pattern) pattern(m->pattern);
        if (!m->name.empty()) bind(m->name, *p);
        return;
      }
      case ast::PatternKind::kMatchOr:
        for (const ast::Pattern* each : as<ast::MatchOr>(p)->patterns) pattern(each);
        return;
    }
  }

  // ---- expressions ----
  void exprs(const ast::ExprList& list) {
    for (const Expr* e : list) expr(e);
  }

  void expr(const Expr* e) {
    if (!e) return;
    if (++depth_ > kMaxRecursion) fail(*e, "too many nested expressions");
    while (e) e = step(e);
    depth_--;
  }

  // Walks `e` but for the child to go on with, which is returned (or null).
  const Expr* step(const Expr* e) {
    switch (e->kind) {
      case ExprKind::kBoolOp: exprs(as<ast::BoolOp>(e)->values); return nullptr;
      case ExprKind::kNamedExpr: walrus(as<ast::NamedExpr>(e)); return nullptr;
      case ExprKind::kBinOp: expr(as<ast::BinOp>(e)->right); return as<ast::BinOp>(e)->left;
      case ExprKind::kUnaryOp: return as<ast::UnaryOp>(e)->operand;
      case ExprKind::kLambda: lambda(as<ast::Lambda>(e)); return nullptr;
      case ExprKind::kIfExp: {
        auto* i = as<ast::IfExp>(e);
        expr(i->test);
        expr(i->body);
        return i->orelse;
      }
      case ExprKind::kDict: {
        auto* d = as<ast::Dict>(e);
        exprs(d->keys);
        exprs(d->values);
        return nullptr;
      }
      case ExprKind::kSet: exprs(as<ast::Set>(e)->elts); return nullptr;
      case ExprKind::kListComp: {
        auto* c = as<ast::ListComp>(e);
        comprehension(c, c->generators, c->elt, nullptr, "<listcomp>");
        return nullptr;
      }
      case ExprKind::kSetComp: {
        auto* c = as<ast::SetComp>(e);
        comprehension(c, c->generators, c->elt, nullptr, "<setcomp>");
        return nullptr;
      }
      case ExprKind::kDictComp: {
        auto* c = as<ast::DictComp>(e);
        comprehension(c, c->generators, c->key, c->value, "<dictcomp>");
        return nullptr;
      }
      case ExprKind::kGeneratorExp: {
        auto* c = as<ast::GeneratorExp>(e);
        comprehension(c, c->generators, c->elt, nullptr, "<genexpr>");
        return nullptr;
      }
      case ExprKind::kYield: yields(e); return as<ast::Yield>(e)->value;
      case ExprKind::kYieldFrom: yields(e); return as<ast::YieldFrom>(e)->value;
      case ExprKind::kCompare:
        odd(e);
        exprs(as<ast::Compare>(e)->comparators);
        return as<ast::Compare>(e)->left;
      case ExprKind::kCall: {
        auto* c = as<ast::Call>(e);
        odd(e);
        exprs(c->args);
        for (const ast::Keyword* k : c->keywords) expr(k->value);
        return c->func;
      }
      case ExprKind::kFormattedValue: {
        auto* f = as<ast::FormattedValue>(e);
        expr(f->format_spec);
        return f->value;
      }
      case ExprKind::kJoinedStr: exprs(as<ast::JoinedStr>(e)->values); return nullptr;
      case ExprKind::kConstant: return nullptr;
      case ExprKind::kAttribute: return as<ast::Attribute>(e)->value;
      case ExprKind::kSubscript:
        odd(e);
        expr(as<ast::Subscript>(e)->slice);
        return as<ast::Subscript>(e)->value;
      case ExprKind::kStarred: return as<ast::Starred>(e)->value;
      case ExprKind::kNameExpr: name(as<ast::NameExpr>(e)); return nullptr;
      case ExprKind::kList: exprs(as<ast::List>(e)->elts); return nullptr;
      case ExprKind::kTuple: exprs(as<ast::Tuple>(e)->elts); return nullptr;
      case ExprKind::kSlice: {
        auto* s = as<ast::Slice>(e);
        expr(s->lower);
        expr(s->upper);
        return s->step;
      }
    }
    return nullptr;
  }

  void name(const ast::NameExpr* n) {
    switch (n->ctx) {
      case ast::ExprContext::kLoad: return use(n->id);
      case ast::ExprContext::kStore:
        if (in_target_ && (sym(n->id)->flags & kSymWalrus)) {
          fail(*n, "comprehension inner loop cannot rebind assignment expression target " +
                       quoted(n->id));
        }
        return bind(n->id, *n, in_target_ ? kSymBound | kSymIteration : kSymBound);
      case ast::ExprContext::kDel:
        if (n->id == "__debug__") fail(*n, "cannot delete __debug__");
        return bind(n->id, *n, kSymBound | kSymDeleted);
    }
  }

  void lambda(const ast::Lambda* l) {
    defaults(l->args);
    Scope* outer = cur_;
    cur_ = t_->open(ScopeKind::kLambda, l, "<lambda>", outer);
    bool target = in_target_;
    int iterables = in_iterable_;
    in_target_ = false;
    in_iterable_ = 0;
    parameters(l->args, *l);
    expr(l->body);
    in_target_ = target;
    in_iterable_ = iterables;
    cur_ = outer;
  }

  void comprehension(const Expr* e, const ArenaList<ast::Comprehension>& gens, const Expr* elt,
                     const Expr* value, std::string_view scope_name) {
    bool generator = e->kind == ExprKind::kGeneratorExp;
    in_iterable_++;
    expr(gens[0].iter);
    in_iterable_--;
    Scope* outer = cur_;
    bool target = in_target_;
    cur_ = t_->open(generator ? ScopeKind::kGenerator : ScopeKind::kComprehension, e, scope_name,
                    outer);
    if (generator) {
      sym(".0")->flags |= kSymParam;
      cur_->is_generator = true;
    }
    for (uint32_t i = 0; i < gens.size; i++) {
      in_target_ = true;
      expr(gens[i].target);
      in_target_ = false;
      if (i > 0) {
        in_iterable_++;
        expr(gens[i].iter);
        in_iterable_--;
      }
      for (const Expr* cond : gens[i].ifs) expr(cond);
    }
    if (value) expr(value);
    expr(elt);
    in_target_ = target;
    cur_ = outer;
  }

  void yields(const Expr* e) {
    if (cur_->kind == ScopeKind::kComprehension || cur_->kind == ScopeKind::kGenerator) {
      std::string_view n = cur_->name;
      fail(*e, std::string("'yield' inside ") + (n == "<listcomp>"   ? "list comprehension"
                                                 : n == "<setcomp>"  ? "set comprehension"
                                                 : n == "<dictcomp>" ? "dict comprehension"
                                                                     : "generator expression"));
    }
    if (!cur_->is_function()) fail(*e, "'yield' outside function");
    cur_->is_generator = true;
  }

  void walrus(const ast::NamedExpr* n) {
    auto* target = as<ast::NameExpr>(n->target);
    if (in_iterable_ > 0) {
      fail(*n, "assignment expression cannot be used in a comprehension iterable expression");
    }
    if (target->id == "__debug__") fail(*target, "cannot assign to __debug__");
    std::string_view id = t_->mangle(cur_->private_name, target->id);
    Scope* home = cur_;
    while (home->kind == ScopeKind::kComprehension || home->kind == ScopeKind::kGenerator) {
      Symbol* s = home->find(id);
      if (s && (s->flags & kSymIteration)) {
        fail(*target, "assignment expression cannot rebind comprehension iteration variable " +
                          quoted(target->id));
      }
      home = home->parent;
    }
    if (home != cur_ && home->kind == ScopeKind::kClass) {
      fail(*target, "assignment expression within a comprehension cannot be used in a class body");
    }
    Symbol* owner = t_->symbol(home, id);
    if (!(owner->flags & (kSymGlobal | kSymNonlocal))) owner->flags |= kSymBound | kSymWalrus;
    for (Scope* s = cur_; s != home; s = s->parent) {
      Symbol* here = t_->symbol(s, id);
      here->flags |= kSymUsed | kSymWalrus;
      if (s->kind == ScopeKind::kGenerator && home->kind == ScopeKind::kModule) {
        here->flags |= kSymGlobal;
      }
      s->frame->has_walrus = true;
    }
    home->frame->has_walrus = true;
    expr(n->value);
  }

  ScopeTable* t_;
  ScopeOptions options_;
  Scope* cur_ = nullptr;
  int depth_ = 0;
  int in_iterable_ = 0;     // inside an iterable of a comprehension of this scope
  bool in_target_ = false;  // inside a target of a comprehension
};

void ScopeTable::analyze(const ast::Mod* mod, const ScopeOptions& options) {
  options_ = options;
  ScopeWalker(this, options).walk(mod);
  for (Scope& scope : scopes_) {
    // Linking may open no scope and adds no symbol to one, so plain iteration is safe.
    for (Symbol* s : scope.symbols) resolve(&scope, s);
  }
}

}  // namespace baton::compiler
