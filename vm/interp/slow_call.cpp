// Slow paths of calls: the generic call, and choosing the cached form that the next execution of
// the instruction takes (rule 6 of interp.h). Lock held.
#include "vm/interp/bind.h"
#include "vm/interp/interp.h"
#include "vm/native/native.h"

namespace baton {
namespace {

constexpr int kCallCache = 3;

// Picks a cached form for a call of `f` with `nargs` plain arguments (self included), or leaves the generic one.
// A site that saw two closures of one code object is keyed on the code from then on.
void specialise_call(const Insn* pc, Value f, uint32_t nargs, bool method, bool has_self) {
  Op now = static_cast<Op>(pc->op);
  if (is<Function>(f)) {
    Function* fn = as<Function>(f);
    if (!fn->simple || nargs != fn->positional || (method && !has_self)) return;
    bool by_code = (now == Op::CALL_FN || now == Op::CALLM_FN || now == Op::CALL_CODE ||
                    now == Op::CALLM_CODE);
    set_cache_u64(pc + 1, by_code ? reinterpret_cast<uint64_t>(fn->code) : f.w);
    set_cache_u64(pc + 2, reinterpret_cast<uint64_t>(fn->entry));
    set_cache_u64(pc + 3, reinterpret_cast<uint64_t>(fn->consts));
    const_cast<Insn*>(pc)->c = fn->code->registers;
    rewrite(pc, method ? (by_code ? Op::CALLM_CODE : Op::CALLM_FN)
                       : (by_code ? Op::CALL_CODE : Op::CALL_FN));
    return;
  }
  if (is<NativeFunction>(f)) {
    const NativeDef* def = as<NativeFunction>(f)->def;
    if (!def->plain || nargs != def->sig.positional) return;
    bool f1 = def->f1 != nullptr && nargs == 1 && !has_self;
    set_cache_u64(pc + 1, f.w);
    set_cache_u64(pc + 2,
                  f1 ? reinterpret_cast<uint64_t>(def->f1) : reinterpret_cast<uint64_t>(def->fn));
    rewrite(pc, f1       ? (method ? Op::CALLM_F1 : Op::CALL_F1)
                : method ? (has_self ? Op::CALLM_NATIVE : Op::CALLM_PLAIN)
                         : Op::CALL_NATIVE);
  }
}

}  // namespace

const Insn* slow_fail(Thread* t) { return unwind(t); }

const Insn* slow_call(Thread* t) {
  const Insn* pc = t->pc;
  Value* w = t->window + pc->a;
  specialise_call(pc, w[0], pc->b, false, false);
  return call_in_place(t, w, pc->b, nullptr, pc + 1 + kCallCache);
}

const Insn* slow_callm(Thread* t) {
  const Insn* pc = t->pc;
  Value* w = t->window + pc->a;
  uint32_t nargs = pc->b;
  bool has_self = !w[1].is_unbound();
  specialise_call(pc, w[0], nargs + has_self, true, has_self);
  if (has_self) return call_in_place(t, w, nargs + 1, nullptr, pc + 1 + kCallCache);
  for (uint32_t i = 0; i < nargs; ++i) w[1 + i] = w[2 + i];
  return call_in_place(t, w, nargs, nullptr, pc + 1 + kCallCache);
}

const Insn* slow_callkw(Thread* t) {
  const Insn* pc = t->pc;
  return call_in_place(t, t->window + pc->a, pc->b, as<Tuple>(t->consts[pc->c]), pc + 2);
}

const Insn* slow_callmkw(Thread* t) {
  const Insn* pc = t->pc;
  Value* w = t->window + pc->a;
  uint32_t nargs = pc->b;
  Tuple* names = as<Tuple>(t->consts[pc->c]);
  if (!w[1].is_unbound()) return call_in_place(t, w, nargs + 1, names, pc + 2);
  for (uint32_t i = 0; i < nargs; ++i) w[1 + i] = w[2 + i];
  return call_in_place(t, w, nargs, names, pc + 2);
}

const Insn* slow_callex(Thread* t) {
  const Insn* pc = t->pc;
  Value* w = t->window + pc->a;
  if (!w[1].is_ptr() || w[1].ptr()->shape != t->vm->shape_ids.tuple) {
    Tuple* all = star_arguments(t, w[0], w[1]);  // f(*x): whatever x is
    if (!all) return unwind(t);
    w = t->window + pc->a;
    w[1] = val(all);
  }
  Tuple* args = as<Tuple>(w[1]);
  Value kwargs = w[2];
  size_t n = args->size, nkw = is<Dict>(kwargs) ? as<Dict>(kwargs)->size : 0;
  if (n + nkw > 60000 || !frame_room(t, w, n + nkw + 4)) {
    // Too many for a window: bind from the heap through the C++ path.
    RootVec all(t);
    all.v.assign(args->items, args->items + n);
    if (nkw > 0 || !is<NativeFunction>(w[0])) {
      if (!frame_room(t, w, n + nkw + 4)) return raise_recursion_error(t), unwind(t);
    } else {
      Value r = call(t, w[0], all.v.data(), static_cast<uint32_t>(n));
      if (r.is_failed()) return unwind(t);
      w[0] = r;
      return pc + 1;
    }
  }
  Tuple* names = nullptr;
  if (nkw > 0) {
    names = new_tuple(t, nkw);
    if (!names) return unwind(t);
    Dict* d = as<Dict>(kwargs);
    size_t k = 0;
    for (uint32_t i = 0; i < d->used && k < nkw; ++i) {
      if (d->entries[i].key.is_unbound()) continue;
      if (!is<Str>(d->entries[i].key)) return type_error(t, "keywords must be strings"), unwind(t);
      names->items[k] = d->entries[i].key;
      w[1 + n + k] = d->entries[i].value;
      ++k;
    }
  }
  for (size_t i = 0; i < n; ++i) w[1 + i] = args->items[i];
  // args, kwargs and names are reachable from this native frame until the arguments are bound.
  const Insn* next = call_in_place(t, w, static_cast<uint32_t>(n + nkw), names, pc + 1);
  asm volatile("" : : "r"(args), "r"(names), "r"(kwargs.w) : "memory");
  return next;
}

// The stub frame after __init__: window[-1] is the instance, window[0] the result that was not None.
const Insn* slow_ret_init(Thread* t) {
  std::string got = type_name(t, t->window[0]);
  Control* c = t->control++;
  enter_window(t, c->window, c->consts);
  t->pc = c->pc - 1;
  type_error(t, "__init__() should return None, not '" + got + "'");
  if (c->pc == halt_stub()) {
    // A nested run made this call: it finds the failure where the result would be.
    window_end(t)[0] = Value::failed();
    return halt_stub();
  }
  return unwind(t);
}

const Insn* slow_makefunc(Thread* t) {
  const Insn* pc = t->pc;
  Code* code = as<Code>(t->consts[static_cast<uint32_t>(operand_bc(*pc))]);
  Function* maker = t->function();
  Function* f = make_function(t, code, maker->globals);
  if (!f) return unwind(t);
  t->window[pc->a] = val(f);
  const CodeBlob* b = code->blob;
  if (!b->captures.empty()) {
    for (size_t i = 0; i < b->captures.size(); ++i) {
      Capture c = b->captures[i];
      f->cells[i] = c.from_free ? maker->cells[c.index] : as<Cell>(t->window[c.index]);
    }
  }
  uint16_t base = pc[1].a;
  if (base != 0xFFFF) {
    Value* extra = t->window + base;
    f->defaults = extra[0];
    f->kwdefaults = extra[1];
    f->annotations = extra[2];
  }
  return pc + 2;
}

const Insn* slow_buildclass(Thread* t) {
  const Insn* pc = t->pc;
  Value* w = t->window + pc->a;
  Value cls = build_class(t, w[0], w[1], w[2], w[3]);
  if (cls.is_failed()) return unwind(t);
  t->window[pc->a] = cls;
  return pc + 1;
}

// A taken jump found a stop request; t->pc is the target.
const Insn* slow_poll_jump(Thread* t) {
  if (BATON_LIKELY(t->gil.stop.load(std::memory_order_relaxed) == 0)) return t->pc;
  if (!handle_stop(t)) return unwind(t);
  return t->pc;
}

}  // namespace baton
