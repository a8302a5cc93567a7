// Slow paths of names: globals and builtins (filling their caches), cells, class namespaces. Lock held.
#include "vm/interp/interp.h"

namespace baton {
namespace {

Str* name_operand(Thread* t, uint32_t k) { return as<Str>(t->consts[k]); }

const Insn* name_error(Thread* t, Str* name) {
  raise(t, t->vm->classes.name_error, "name '" + std::string(name->view()) + "' is not defined");
  if (is<Exception>(t->exception)) {
    Exception* e = as<Exception>(t->exception);
    barrier_store(e, &e->extra[0], val(name));
  }
  return unwind(t);
}
const Insn* unbound_error(Thread* t, Str* name) {
  raise(t, t->vm->classes.unbound_local_error,
        "cannot access local variable '" + std::string(name->view()) +
            "' where it is not associated with a value");
  return unwind(t);
}
const Insn* free_error(Thread* t, Str* name) {
  raise(t, t->vm->classes.name_error,
        "cannot access free variable '" + std::string(name->view()) +
            "' where it is not associated with a value in enclosing scope");
  return unwind(t);
}

// Looks a name up in the namespace R[0] (a dict or any mapping of class bodies, exec and eval). unbound() if absent.
Value namespace_get(Thread* t, Str* name) {
  Value ns = t->window[0];
  if (is<Dict>(ns) && ns.ptr()->shape == t->vm->shape_ids.dict)
    return dict_get_str(as<Dict>(ns), name);
  Value v = get_item(t, ns, val(name));
  if (v.is_failed() && exception_is(t, t->vm->classes.key_error)) {
    clear_exception(t);
    return Value::unbound();
  }
  return v;
}

}  // namespace

const Insn* slow_getglobal(Thread* t) {
  const Insn* pc = t->pc;
  Str* name = name_operand(t, pc->b);
  Function* f = t->function();
  Vm* vm = t->vm;
  if (DictEntry* e = dict_find_str(f->globals, name)) {
    t->window[pc->a] = e->value;
    set_cache_u32(pc + 1, 0, dict_version(vm, f->globals));
    set_cache_u64(pc + 2, reinterpret_cast<uint64_t>(&e->value));
    rewrite(pc, Op::GETGLOBAL_MOD);
    return pc + 3;
  }
  if (DictEntry* e = dict_find_str(f->builtins, name)) {
    t->window[pc->a] = e->value;
    set_cache_u32(pc + 1, 0, dict_version(vm, f->globals));
    set_cache_u32(pc + 1, 1, dict_version(vm, f->builtins));
    set_cache_u64(pc + 2, reinterpret_cast<uint64_t>(&e->value));
    rewrite(pc, Op::GETGLOBAL_BUILTIN);
    return pc + 3;
  }
  return name_error(t, name);
}

const Insn* slow_setglobal(Thread* t) {
  const Insn* pc = t->pc;
  Str* name = name_operand(t, pc->b);
  Dict* globals = t->function()->globals;
  if (!dict_set_str(t, globals, name, t->window[pc->a])) return unwind(t);
  if (DictEntry* e = dict_find_str(globals, name)) {
    set_cache_u32(pc + 1, 0, dict_version(t->vm, globals));
    set_cache_u64(pc + 2, reinterpret_cast<uint64_t>(&e->value));
    rewrite(pc, Op::SETGLOBAL_MOD);
  }
  return pc + 3;
}

const Insn* slow_delglobal(Thread* t) {
  const Insn* pc = t->pc;
  Str* name = name_operand(t, pc->b);
  if (!dict_del_str(t, t->function()->globals, name)) return name_error(t, name);
  return pc + 1;
}

const Insn* slow_checkbound(Thread* t) { return unbound_error(t, name_operand(t, t->pc->b)); }

const Insn* slow_makecell(Thread* t) {
  const Insn* pc = t->pc;
  Cell* c = t->vm->heap.make<Cell>(t, t->vm->shape_ids.cell);
  if (!c) return unwind(t);
  c->v = static_cast<Op>(pc->op) == Op::MAKECELL ? t->window[pc->a] : Value::unbound();
  t->window[pc->a] = val(c);
  return pc + 1;
}

const Insn* slow_getcell(Thread* t) { return unbound_error(t, name_operand(t, t->pc->c)); }
const Insn* slow_getfree(Thread* t) { return free_error(t, name_operand(t, t->pc->c)); }

const Insn* slow_delcell(Thread* t) {
  const Insn* pc = t->pc;
  Cell* c = as<Cell>(t->window[pc->a]);
  if (c->v.is_unbound()) return unbound_error(t, name_operand(t, pc->b));
  c->v = Value::unbound();
  return pc + 1;
}
const Insn* slow_delfree(Thread* t) {
  const Insn* pc = t->pc;
  Cell* c = t->function()->cells[pc->b];
  if (c->v.is_unbound()) return free_error(t, name_operand(t, pc->c));
  c->v = Value::unbound();
  return pc + 1;
}

const Insn* slow_names(Thread* t) {
  const Insn* pc = t->pc;
  Vm* vm = t->vm;
  Value* R = t->window;
  switch (static_cast<Op>(pc->op)) {
    case Op::LOADNAME: {
      Str* name = name_operand(t, pc->b);
      Value v = namespace_get(t, name);
      if (v.is_failed()) return unwind(t);
      if (v.is_unbound()) v = dict_get_str(t->function()->globals, name);
      if (v.is_unbound()) v = dict_get_str(t->function()->builtins, name);
      if (v.is_unbound()) return name_error(t, name);
      R[pc->a] = v;
      return pc + 1;
    }
    case Op::STORENAME:
      if (is<Dict>(R[0]) && R[0].ptr()->shape == vm->shape_ids.dict) {
        if (!dict_set_str(t, as<Dict>(R[0]), name_operand(t, pc->b), R[pc->a])) return unwind(t);
      } else if (!set_item(t, R[0], val(name_operand(t, pc->b)), R[pc->a])) {
        return unwind(t);
      }
      return pc + 1;
    case Op::DELNAME: {
      Str* name = name_operand(t, pc->b);
      if (is<Dict>(R[0]) && R[0].ptr()->shape == vm->shape_ids.dict) {
        if (!dict_del_str(t, as<Dict>(R[0]), name)) return name_error(t, name);
      } else if (!del_item(t, R[0], val(name))) {
        if (!exception_is(t, vm->classes.key_error)) return unwind(t);
        clear_exception(t);
        return name_error(t, name);
      }
      return pc + 1;
    }
    case Op::LOADCLASSFREE:
    case Op::LOADCLASSCELL: {
      Str* name = name_operand(t, pc->c);
      Value v = namespace_get(t, name);
      if (v.is_failed()) return unwind(t);
      if (v.is_unbound()) {
        bool free = static_cast<Op>(pc->op) == Op::LOADCLASSFREE;
        v = free ? t->function()->cells[pc->b]->v : as<Cell>(R[pc->b])->v;
        if (v.is_unbound()) return free ? free_error(t, name) : unbound_error(t, name);
      }
      R[pc->a] = v;
      return pc + 1;
    }
    default: {  // SETUPANNOTATIONS
      bool in_namespace = t->code()->blob->flags & (kCodeClassBody | kCodeNameMode);
      Value ns = in_namespace ? R[0] : val(t->function()->globals);
      bool has = false;
      if (!contains(t, ns, val(vm->names.annotations), &has)) return unwind(t);
      if (!has) {
        Dict* d = new_dict(t);
        if (!d || !set_item(t, ns, val(vm->names.annotations), val(d))) return unwind(t);
      }
      return pc + 1;
    }
  }
}

}  // namespace baton
