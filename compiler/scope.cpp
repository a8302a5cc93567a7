// The symbol tables themselves: opening scopes, mangling, and settling where each name lives. The
// walk over the tree that fills them is in scope_walk.cpp.
#include "compiler/scope.h"

#include <algorithm>

namespace baton::compiler {

void fail(const ast::Position& pos, std::string message) {
  throw CompileError{std::move(message), pos};
}

namespace {
constexpr size_t kIndexFrom = 12;  // a scope with fewer names is searched in line
}

Symbol* Scope::find(std::string_view mangled) const {
  if (symbols.size() >= kIndexFrom) {
    auto it = index_.find(mangled);
    return it == index_.end() ? nullptr : it->second;
  }
  for (Symbol* s : symbols) {
    if (s->name == mangled) return s;
  }
  return nullptr;
}

int Scope::free_index(const Symbol* owner) const {
  auto it = std::find(frees.begin(), frees.end(), owner);
  return it == frees.end() ? -1 : static_cast<int>(it - frees.begin());
}

std::string_view ScopeTable::mangle(std::string_view private_name, std::string_view name) {
  if (private_name.empty() || name.size() < 3 || name[0] != '_' || name[1] != '_') return name;
  if (name.substr(name.size() - 2) == "__" || name.find('.') != std::string_view::npos) return name;
  size_t start = private_name.find_first_not_of('_');
  if (start == std::string_view::npos) return name;
  std::string key = "_";
  key += private_name.substr(start);
  key += name;
  auto it = mangled_.find(key);
  if (it != mangled_.end()) return it->second;
  text_.push_back(key);
  return mangled_[std::move(key)] = text_.back();
}

Symbol* ScopeTable::symbol(Scope* scope, std::string_view mangled) {
  if (Symbol* s = scope->find(mangled)) return s;
  Symbol& s = symbols_.emplace_back();
  s.name = mangled;
  s.scope = scope;
  scope->symbols.push_back(&s);
  if (scope->symbols.size() == kIndexFrom) {
    for (Symbol* each : scope->symbols) scope->index_[each->name] = each;
  } else if (scope->symbols.size() > kIndexFrom) {
    scope->index_[mangled] = &s;
  }
  return &s;
}

Scope* ScopeTable::open(ScopeKind kind, const void* node, std::string_view name, Scope* parent) {
  Scope& s = scopes_.emplace_back();
  s.kind = kind;
  s.name = name;
  s.parent = parent;
  s.frame = kind == ScopeKind::kComprehension ? parent->frame : &s;
  if (parent) {
    s.nested = parent->nested || parent->is_function();
    s.private_name = kind == ScopeKind::kClass ? name : parent->private_name;
    const Scope* around = parent;
    while (around->kind == ScopeKind::kComprehension) around = around->parent;
    const Symbol* own = around->find(mangle(around->private_name, name));
    bool global = own && (own->flags & kSymGlobal) &&
                  (kind == ScopeKind::kFunction || kind == ScopeKind::kClass);
    if (!global && around->kind != ScopeKind::kModule) {
      s.qualname = around->qualname + (around->is_function() ? ".<locals>." : ".");
    }
    s.qualname += name;
  } else {
    s.qualname = name;
  }
  if (kind == ScopeKind::kClass) {
    Symbol& cell = symbols_.emplace_back();
    cell.name = "__class__";
    cell.scope = &s;
    s.class_cell = &cell;
  }
  by_node_[node] = &s;
  return &s;
}

// ---- resolving -------------------------------------------------------------------------------

void ScopeTable::link(Symbol* s, Symbol* owner) {
  s->target = owner;
  Scope* frame = s->scope->frame;
  if (owner->scope->frame == frame) {
    s->storage = Storage::kAlias;
    if (owner->storage == Storage::kUnresolved) owner->storage = Storage::kCell;  // __class__
    return;
  }
  s->storage = Storage::kFree;
  owner->storage = Storage::kCell;
  // Every frame between the two hands the cell on.
  for (; frame != owner->scope->frame; frame = frame->parent->frame) {
    if (frame->free_index(owner) >= 0) break;
    frame->frees.push_back(owner);
  }
}

void ScopeTable::resolve(Scope* scope, Symbol* s) {
  if (s->storage != Storage::kUnresolved) return;
  if (s->flags & kSymGlobal) {
    if (s->flags & kSymNonlocal) {
      fail(s->where, "name '" + std::string(s->name) + "' is nonlocal and global");
    }
    s->storage = Storage::kGlobal;
    return;
  }
  if (!(s->flags & kSymNonlocal) && (s->flags & (kSymBound | kSymParam))) {
    if (scope->kind == ScopeKind::kClass) {
      s->storage = Storage::kName;
    } else if (scope->kind == ScopeKind::kModule) {
      s->storage = options_.name_mode ? Storage::kName : Storage::kGlobal;
    } else {
      s->storage = Storage::kRegister;
    }
    return;
  }
  for (Scope* p = scope->parent; p; p = p->parent) {
    if (p->kind == ScopeKind::kModule) break;
    if (p->kind == ScopeKind::kClass) {
      if (s->name == "__class__") return link(s, p->class_cell);
      continue;
    }
    Symbol* other = p->find(s->name);
    if (!other || (other->flags & kSymNonlocal)) continue;
    if (other->flags & kSymGlobal) {
      if (s->flags & kSymNonlocal) break;
      s->storage = Storage::kGlobal;
      return;
    }
    if (other->flags & (kSymBound | kSymParam)) return link(s, other);
  }
  if (s->flags & kSymNonlocal) {
    fail(s->where, "no binding for nonlocal '" + std::string(s->name) + "' found");
  }
  const Scope* frame = scope->frame;
  bool named =
      scope->kind == ScopeKind::kClass || (frame->kind == ScopeKind::kModule && options_.name_mode);
  s->storage = named ? Storage::kName : Storage::kGlobal;
}

}  // namespace baton::compiler
