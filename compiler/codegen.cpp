// Units: the frame of a code object (parameters, variables, captures, returning) and access to
// variables wherever they live.
#include "compiler/codegen.h"

#include "compiler/codegen_build.h"

namespace baton::compiler {

using ast::as;

Unit::Unit(Compilation* cx, Scope* scope, Unit* parent, AssemblyHints hints)
    : Assembler(std::move(hints)), cx_(cx), scope_(scope), cur_(scope), parent_(parent) {
  CodeBlob& b = blob();
  b.name = scope->name;
  b.qualname = scope->qualname;
  b.filename = cx->filename;
  if (scope->nested) b.flags |= kCodeNested;
  if (scope->is_generator) b.flags |= kCodeGenerator;
  if (scope->calls_locals || cx->keeps_locals) b.flags |= kCodeUsesLocals;
  if (parent) depth_ = parent->depth_;
}

// ---- entry -----------------------------------------------------------------------------------

void Unit::declare_parameter(std::string_view name) {
  int r = alloc();
  std::string_view mangled = cx_->scopes.mangle(scope_->private_name, name);
  bool cell = false;
  if (Symbol* s = scope_->find(mangled)) {
    s->reg = r;
    cell = s->storage == Storage::kCell;
    if (!cell) set_bound(r);
    if (s->flags & kSymDeleted) may_be_deleted(r);
  }
  blob().locals.push_back({std::string(mangled), static_cast<uint16_t>(r), cell});
}

void Unit::declare_parameters(const ast::Arguments* a) {
  for (const ast::Arg* arg : a->posonlyargs) declare_parameter(arg->arg);
  for (const ast::Arg* arg : a->args) declare_parameter(arg->arg);
  for (const ast::Arg* arg : a->kwonlyargs) declare_parameter(arg->arg);
  if (a->vararg) declare_parameter(a->vararg->arg);
  if (a->kwarg) declare_parameter(a->kwarg->arg);
  CodeBlob& b = blob();
  b.positional_only = static_cast<uint16_t>(a->posonlyargs.size);
  b.positional = static_cast<uint16_t>(a->posonlyargs.size + a->args.size);
  b.keyword_only = static_cast<uint16_t>(a->kwonlyargs.size);
  if (a->vararg) b.flags |= kCodeVarArgs;
  if (a->kwarg) b.flags |= kCodeVarKw;
}

void Unit::declare_variables(const ast::Position& pos) {
  pos_ = pos;
  CodeBlob& b = blob();
  b.first_line = pos.line;
  for (const LocalName& parameter : b.locals) {
    if (parameter.is_cell) emit(pos, Op::MAKECELL, parameter.reg);
  }
  for (Symbol* s : scope_->symbols) {
    if (s->flags & kSymParam) continue;
    if (s->storage != Storage::kRegister && s->storage != Storage::kCell) continue;
    bool cell = s->storage == Storage::kCell;
    s->reg = alloc();
    b.locals.push_back({std::string(s->name), static_cast<uint16_t>(s->reg), cell});
    if (cell) {
      emit(pos, Op::NEWCELL, s->reg);
      continue;
    }
    if (s->flags & kSymDeleted) may_be_deleted(s->reg);
    if (blob().flags & kCodeUsesLocals) unbind_at_entry(s->reg);
  }
  if (Symbol* cell = scope_->class_cell; cell && cell->storage == Storage::kCell) {
    cell->reg = alloc();
    emit(pos, Op::NEWCELL, cell->reg);
  }
  end_of_locals();
}

void Unit::finish_captures() {
  CodeBlob& b = blob();
  for (const Symbol* owner : scope_->frees) {
    b.free_names.emplace_back(owner->name);
    if (owner->scope->frame == parent_->scope_) {
      b.captures.push_back({false, static_cast<uint16_t>(owner->reg)});
    } else {
      b.captures.push_back({true, static_cast<uint16_t>(parent_->scope_->free_index(owner))});
    }
  }
}

// ---- exit ------------------------------------------------------------------------------------

void Unit::return_value(int r, const ast::Position& pos) {
  emit(pos, scope_->is_generator ? Op::RETGEN : Op::RET, r);
  dead_end();
}

void Unit::return_none(const ast::Position& pos) {
  if (!reachable()) return;
  if (scope_->is_generator) {
    int mark = next_register();
    int r = alloc();
    emit(pos, Op::LOADNONE, r);
    return_value(r, pos);
    free_to(mark);
    return;
  }
  emit(pos, Op::RETNONE);
  dead_end();
}

// ---- variables -------------------------------------------------------------------------------

int Unit::mangled_name(std::string_view n) {
  return name(cx_->scopes.mangle(cur_->private_name, n));
}

Variable Unit::find_symbol(Symbol* s) {
  Variable v;
  v.symbol = s;
  v.name = s->name;
  v.storage = s->storage;
  switch (s->storage) {
    case Storage::kAlias:
      v.symbol = s->target;
      v.storage = s->target->storage;
      v.at = s->target->reg;
      break;
    case Storage::kFree:
      v.symbol = s->target;
      v.at = scope_->free_index(s->target);
      break;
    default: v.at = s->reg; break;
  }
  return v;
}

Variable Unit::find(std::string_view n) {
  std::string_view mangled = cx_->scopes.mangle(cur_->private_name, n);
  if (Symbol* s = cur_->find(mangled)) return find_symbol(s);
  Variable v;
  v.storage = Storage::kGlobal;
  v.name = mangled;
  return v;
}

void Unit::check_bound(const Variable& v, const ast::Position& pos) {
  if (is_bound(v.at)) return;
  emit(pos, Op::CHECKBOUND, v.at, name(v.name));
  if (is_local(v.at)) unbind_at_entry(v.at);
  set_bound(v.at);
}

void Unit::load_variable(const Variable& v, int dst, const ast::Position& pos) {
  switch (v.storage) {
    case Storage::kRegister:
      check_bound(v, pos);
      move(pos, dst, v.at);
      return;
    case Storage::kCell: emit(pos, Op::GETCELL, dst, v.at, name(v.name)); return;
    case Storage::kFree: {
      bool in_class = cur_->kind == ScopeKind::kClass;
      emit(pos, in_class ? Op::LOADCLASSFREE : Op::GETFREE, dst, v.at, name(v.name));
      return;
    }
    case Storage::kName: emit(pos, Op::LOADNAME, dst, name(v.name)); return;
    default: emit(pos, Op::GETGLOBAL, dst, name(v.name)); return;
  }
}

void Unit::store_variable(const Variable& v, int r, const ast::Position& pos) {
  switch (v.storage) {
    case Storage::kRegister:
      move(pos, v.at, r);
      set_bound(v.at);
      return;
    case Storage::kCell: emit(pos, Op::SETCELL, v.at, r); return;
    case Storage::kFree: emit(pos, Op::SETFREE, r, v.at); return;
    case Storage::kName: emit(pos, Op::STORENAME, r, name(v.name)); return;
    default: emit(pos, Op::SETGLOBAL, r, name(v.name)); return;
  }
}

void Unit::delete_variable(const Variable& v, const ast::Position& pos) {
  switch (v.storage) {
    case Storage::kRegister:
      check_bound(v, pos);
      emit(pos, Op::UNBIND, v.at);
      set_unbound(v.at);
      return;
    case Storage::kCell: emit(pos, Op::DELCELL, v.at, name(v.name)); return;
    case Storage::kFree: emit(pos, Op::DELFREE, 0, v.at, name(v.name)); return;
    case Storage::kName: emit(pos, Op::DELNAME, 0, name(v.name)); return;
    default: emit(pos, Op::DELGLOBAL, 0, name(v.name)); return;
  }
}

void Unit::store_name(std::string_view n, int r, const ast::Position& pos) {
  store_variable(find(n), r, pos);
}

// ---- modules ---------------------------------------------------------------------------------

ConstValue Unit::docstring(const ast::StmtList& body, bool* has) {
  *has = false;
  if (body.empty()) return {};
  auto* s = ast::dyn<ast::ExprStmt>(body[0]);
  auto* c = s ? ast::dyn<ast::Constant>(s->value) : nullptr;
  if (!c || c->type != ast::ConstantKind::kStr) return {};
  *has = true;
  return ConstValue::text(c->text);
}

std::shared_ptr<CodeBlob> Unit::compile_module(Compilation* cx, const ast::Mod* mod) {
  return build(cx, cx->scopes.module(), nullptr, [&](Unit& u) {
    CodeBlob& b = u.blob();
    b.flags |= kCodeModule;
    ast::Position start;
    start.line = start.end_line = 1;
    if (cx->name_mode) {
      b.flags |= kCodeNameMode;
      b.positional = 1;
      u.declare_parameter(".namespace");
    }
    u.declare_variables(start);
    u.interactive_ = mod->kind == ast::ModKind::kInteractive;
    if (mod->kind == ast::ModKind::kExpression) {
      u.return_expr(mod->expr, *mod->expr);
      return;
    }
    bool has_doc = false;
    if (!u.interactive_) {
      ConstValue doc = u.docstring(mod->body, &has_doc);
      if (has_doc) {
        b.has_doc = true;
        b.doc = doc.s;
        const ast::Position& pos = *mod->body[0];
        int r = u.push_constant(doc, pos);
        u.emit(pos, cx->name_mode ? Op::STORENAME : Op::SETGLOBAL, r, u.name("__doc__"));
        u.free_to(r);
      }
    }
    if (u.scope_->has_annotations) u.emit(start, Op::SETUPANNOTATIONS);
    ast::StmtList rest = mod->body;
    if (has_doc) {
      rest.data++;
      rest.size--;
    }
    u.statements(rest);
    u.return_none(mod->body.empty() ? start : *mod->body.back());
  });
}

}  // namespace baton::compiler
