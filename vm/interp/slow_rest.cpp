// Slow paths of exceptions, with, imports, and the rest. Lock held.
#include "vm/interp/interp.h"
#include "vm/native/native.h"
#include "vm/objects/import.h"
#include "vm/thread/threads.h"

namespace baton {

const Insn* slow_raise(Thread* t) {
  const Insn* pc = t->pc;
  Value* R = t->window;
  if (static_cast<Op>(pc->op) == Op::RERAISE) {
    t->exception = R[pc->a];
    return unwind(t);
  }
  switch (pc->c) {
    case 0:
      if (t->handled.is_none())
        runtime_error(t, "No active exception to reraise");
      else
        t->exception = t->handled;
      break;
    case 1: raise_value(t, R[pc->a], Value::unbound()); break;
    default: raise_value(t, R[pc->a], R[pc->b]); break;
  }
  return unwind(t);
}

const Insn* slow_excmatch(Thread* t) {
  const Insn* pc = t->pc;
  Value* R = t->window;
  if (static_cast<Op>(pc->op) == Op::EXCMATCH) {
    bool b;
    if (!exception_matches(t, R[pc->b], R[pc->c], &b)) return unwind(t);
    t->window[pc->a] = Value::boolean(b);
    return pc + 1;
  }
  bool ok = static_cast<Op>(pc->op) == Op::EXCGROUPMATCH
                ? exception_group_match(t, R[pc->a], R[pc->b], &R[pc->a], &R[pc->a + 1])
                : exception_group_end(t, R[pc->a], R[pc->b], &R[pc->a]);
  return ok ? pc + 1 : unwind(t);
}

const Insn* slow_with(Thread* t) {
  const Insn* pc = t->pc;
  Value* R = t->window;
  Vm* vm = t->vm;
  switch (static_cast<Op>(pc->op)) {
    case Op::WITHENTER: {
      Value m = R[pc->b], self, exit_self;
      Value enter = find_special(t, m, vm->names.enter, &self);
      if (enter.is_failed()) return unwind(t);
      Value exit =
          enter.is_unbound() ? Value::unbound() : find_special(t, m, vm->names.exit, &exit_self);
      if (exit.is_failed()) return unwind(t);
      if (enter.is_unbound() || exit.is_unbound()) {
        type_error(t, "'" + type_name(t, m) +
                          "' object does not support the context manager protocol" +
                          (enter.is_unbound() ? "" : " (missed __exit__ method)"));
        return unwind(t);
      }
      // R[a] is what the exit function gets first: the manager, or unbound for one bound already.
      R[pc->a] = exit_self;
      R[pc->a + 1] = exit;
      Value r = self.is_unbound() ? call0(t, enter) : call1(t, enter, self);
      if (r.is_failed()) return unwind(t);
      t->window[pc->a + 2] = r;
      return pc + 1;
    }
    case Op::WITHEXIT: {
      Value a[4] = {R[pc->a], Value::none(), Value::none(), Value::none()};
      int skip = a[0].is_unbound();
      Value r = call(t, R[pc->a + 1], a + skip, 4 - static_cast<uint32_t>(skip));
      return r.is_failed() ? unwind(t) : pc + 1;
    }
    default: {  // WITHEXC
      Value e = R[pc->b];
      Value tb = is<Exception>(e) ? as<Exception>(e)->traceback : Value::none();
      Value a[4] = {R[pc->a], val(class_of(vm, e)), e, tb};
      int skip = a[0].is_unbound();
      Value r = call(t, R[pc->a + 1], a + skip, 4 - static_cast<uint32_t>(skip));
      bool b;
      if (r.is_failed() || !truth(t, r, &b)) return unwind(t);
      t->window[pc->c] = Value::boolean(b);
      return pc + 1;
    }
  }
}

// The import statement: through builtins.__import__ where a script has put its own there.
static Value import_hooked(Thread* t, Str* name, Dict* globals, Value fromlist, Value level) {
  Vm* vm = t->vm;
  Value hook = dict_get_str(vm->builtins, vm->names.import);
  if (NativeFunction* own = try_as<NativeFunction>(hook);
      BATON_LIKELY(own && own->def->sig.name == vm->names.import->view()))
    return import_name(t, name, globals, fromlist, level.as_int());
  if (hook.is_unbound()) return raise(t, vm->classes.import_error, "__import__ not found");
  bool module_code = t->code()->blob->flags & (kCodeNameMode | kCodeClassBody);
  Value args[] = {val(name), val(globals), module_code ? t->window[0] : Value::none(), fromlist,
                  level};
  return call(t, hook, args, 5);
}

const Insn* slow_import(Thread* t) {
  const Insn* pc = t->pc;
  Value* R = t->window;
  Dict* globals = t->function()->globals;
  switch (static_cast<Op>(pc->op)) {
    case Op::IMPORT: {
      Tuple* how = as<Tuple>(t->consts[pc->c]);
      Value m = import_hooked(t, as<Str>(t->consts[pc->b]), globals, how->items[0], how->items[1]);
      if (m.is_failed()) return unwind(t);
      t->window[pc->a] = m;
      return pc + 1;
    }
    case Op::IMPORTFROM: {
      Value v = import_from(t, R[pc->b], as<Str>(t->consts[pc->c]));
      if (v.is_failed()) return unwind(t);
      t->window[pc->a] = v;
      return pc + 1;
    }
    default: {
      bool named = t->code()->blob->flags & (kCodeNameMode | kCodeClassBody);
      return import_star(t, R[pc->a], named ? R[0] : val(globals)) ? pc + 1 : unwind(t);
    }
  }
}

const Insn* slow_printexpr(Thread* t) {
  const Insn* pc = t->pc;
  return display_value(t, t->window[pc->a]) ? pc + 1 : unwind(t);
}

void slow_tick(Thread* t) { tick_lock(t, 1); }

}  // namespace baton
