// Slow paths of attributes and items: the full protocol, and filling the attribute caches from what
// classify_get / classify_set / classify_method say a site may remember. A site that has specialised
// itself and meets another shape asks the Vm's site cache first, and changes its mind only now and
// then: a site of many shapes would rewrite itself each time for nothing. Lock held.
#include "vm/objects/attribute.h"

#include "vm/interp/interp.h"
#include "vm/objects/containers.h"

namespace baton {
namespace {

Str* name_c(Thread* t, const Insn* pc) { return as<Str>(t->consts[pc->c]); }

// Module attribute found in its dict: cached by the dict's key set. Null: not there.
DictEntry* module_entry(Value o, Str* name) {
  return is<Module>(o) ? dict_find_str(as<Module>(o)->dict, name) : nullptr;
}

using Use = SiteCacheEntry::Use;

SiteCacheEntry& site_entry(Vm* vm, uint32_t shape, Str* name, uint32_t salt) {
  size_t h = (reinterpret_cast<uintptr_t>(name) >> 4) ^ (shape * 0x9E3779B1u >> 8) ^ salt;
  return vm->site_cache[h & (Vm::kSiteCache - 1)];
}
// Places of the three kinds of site in the cache.
constexpr uint32_t kGetSalt = 0, kMethodSalt = 0x155, kSetSalt = 0x2AA;

bool holds(const SiteCacheEntry& e, uint32_t shape, Str* name) {
  return e.shape == shape && e.name == name;
}

// Has a site of these specialised forms had its turn to be specialised anew?
bool may_respecialise(Thread* t) { return (++t->cache_misses & 31) == 0; }

Value& slot_at(Instance* i, uint32_t slot) {
  return slot < i->inline_cap ? i->slots[slot] : i->far[slot - i->inline_cap];
}

}  // namespace

const Insn* slow_getattr(Thread* t) {
  const Insn* pc = t->pc;
  Value o = t->window[pc->b];
  Str* name = name_c(t, pc);
  Vm* vm = t->vm;
  if (static_cast<Op>(pc->op) != Op::GETATTR && o.is_ptr()) {
    const SiteCacheEntry& e = site_entry(vm, o.ptr()->shape, name, kGetSalt);
    if (BATON_LIKELY(holds(e, o.ptr()->shape, name)) && !may_respecialise(t)) {
      if (e.use == Use::kGetSlot) {
        t->window[pc->a] = slot_at(as<Instance>(o), e.slot);
        return pc + 3;
      }
      if (e.use == Use::kGetValue && e.epoch == vm->class_epoch) {
        t->window[pc->a] = e.value;
        return pc + 3;
      }
    }
  }
  if (DictEntry* e = module_entry(o, name); e && o.ptr()->shape == t->vm->shape_ids.module) {
    t->window[pc->a] = e->value;
    set_cache_u32(pc + 1, 0, dict_version(t->vm, as<Module>(o)->dict));
    set_cache_u64(pc + 2, reinterpret_cast<uint64_t>(&e->value));
    rewrite(pc, Op::GETATTR_MOD);
    return pc + 3;
  }
  AttrSite site = classify_get(t, o, name);
  switch (site.kind) {
    case AttrSite::kInlineSlot:
    case AttrSite::kFarSlot: {
      Instance* i = as<Instance>(o);
      set_cache_u32(pc + 1, 0, i->shape);
      set_cache_u32(pc + 1, 1, site.slot);
      rewrite(pc, site.kind == AttrSite::kInlineSlot ? Op::GETATTR_SLOT : Op::GETATTR_FAR);
      site_entry(vm, i->shape, name, kGetSalt) = {
          name, i->shape, 0, Value::unbound(), site.slot, 0, Use::kGetSlot};
      break;
    }
    case AttrSite::kClassValue:
      set_cache_u32(pc + 1, 0, o.ptr()->shape);
      set_cache_u32(pc + 1, 1, t->vm->class_epoch);
      set_cache_u64(pc + 2, site.value.w);
      rewrite(pc, Op::GETATTR_CLASS);
      site_entry(vm, o.ptr()->shape, name, kGetSalt) = {
          name, o.ptr()->shape, vm->class_epoch, site.value, 0, 0, Use::kGetValue};
      break;
    case AttrSite::kProperty: {
      // A script property: its getter's frame is entered above this one.
      Value* w = window_end(t);
      if (!check_call(t, w, 4)) return unwind(t);
      w[0] = site.value;
      w[1] = o;
      Value r = call(t, site.value, w + 1, 1);
      if (r.is_failed()) return unwind(t);
      t->window[pc->a] = r;
      return pc + 3;
    }
    default: break;
  }
  Value v = get_attr(t, o, name);
  if (BATON_UNLIKELY(v.is_failed())) return unwind(t);
  t->window[pc->a] = v;
  return pc + 3;
}

const Insn* slow_setattr(Thread* t) {
  const Insn* pc = t->pc;
  Value o = t->window[pc->a];
  Str* name = name_c(t, pc);
  Vm* vm = t->vm;
  if (static_cast<Op>(pc->op) != Op::SETATTR && o.is_ptr()) {
    const SiteCacheEntry& e = site_entry(vm, o.ptr()->shape, name, kSetSalt);
    if (BATON_LIKELY(holds(e, o.ptr()->shape, name)) && !may_respecialise(t)) {
      Instance* i = as<Instance>(o);
      if (e.use == Use::kSetSlot) {
        barrier_store(i, &slot_at(i, e.slot), t->window[pc->b]);
        return pc + 3;
      }
      if (e.use == Use::kSetAdd && e.epoch == vm->class_epoch && e.slot < i->inline_cap) {
        barrier_store(i, &i->slots[e.slot], t->window[pc->b]);
        i->shape = e.after;
        return pc + 3;
      }
    }
  }
  SetSite site = classify_set(t, o, name);
  if (site.kind == SetSite::kNone) {
  } else if (uint32_t shape = o.ptr()->shape; site.kind == SetSite::kAdd) {
    set_cache_u32(pc + 1, 0, shape);
    set_cache_u32(pc + 1, 1, site.slot);
    set_cache_u32(pc + 2, 0, site.after->id);
    set_cache_u32(pc + 2, 1, vm->class_epoch);
    rewrite(pc, Op::SETATTR_ADD);
    site_entry(vm, shape, name, kSetSalt) = {
        name, shape, vm->class_epoch, Value::unbound(), site.slot, site.after->id, Use::kSetAdd};
  } else {
    // A slot past the inline ones always takes the turn through here.
    set_cache_u32(pc + 1, 0, shape);
    set_cache_u32(pc + 1, 1, site.slot);
    rewrite(pc, Op::SETATTR_SLOT);
    site_entry(vm, shape, name, kSetSalt) = {name, shape,        0, Value::unbound(), site.slot,
                                             0,    Use::kSetSlot};
  }
  if (!set_attr(t, o, name, t->window[pc->b])) return unwind(t);
  return pc + 3;
}

const Insn* slow_delattr(Thread* t) {
  const Insn* pc = t->pc;
  if (!del_attr(t, t->window[pc->a], name_c(t, pc))) return unwind(t);
  return pc + 1;
}

const Insn* slow_loadmeth(Thread* t) {
  const Insn* pc = t->pc;
  Value o = t->window[pc->b];
  Str* name = name_c(t, pc);
  Value* w = t->window + pc->a;
  if (DictEntry* e = module_entry(o, name); e && o.ptr()->shape == t->vm->shape_ids.module) {
    w[0] = e->value;
    w[1] = Value::unbound();
    set_cache_u32(pc + 1, 0, dict_version(t->vm, as<Module>(o)->dict));
    set_cache_u64(pc + 2, reinterpret_cast<uint64_t>(&e->value));
    rewrite(pc, Op::LOADMETH_MOD);
    return pc + 3;
  }
  Vm* vm = t->vm;
  if (static_cast<Op>(pc->op) != Op::LOADMETH && o.is_ptr()) {
    const SiteCacheEntry& e = site_entry(vm, o.ptr()->shape, name, kMethodSalt);
    if (holds(e, o.ptr()->shape, name) && e.use == Use::kMethod && e.epoch == vm->class_epoch &&
        !may_respecialise(t)) {
      w[0] = e.value;
      w[1] = o;
      return pc + 3;
    }
  }
  AttrSite site = classify_method(t, o, name);
  if (site.kind == AttrSite::kMethod && o.is_ptr()) {
    site_entry(vm, o.ptr()->shape, name, kMethodSalt) = {
        name, o.ptr()->shape, vm->class_epoch, site.value, 0, 0, Use::kMethod};
    set_cache_u32(pc + 1, 0, o.ptr()->shape);
    set_cache_u32(pc + 1, 1, t->vm->class_epoch);
    set_cache_u64(pc + 2, site.value.w);
    rewrite(pc, Op::LOADMETH_FN);
    w[0] = site.value;
    w[1] = o;
    return pc + 3;
  }
  Value self;
  Value f = get_method(t, o, name, &self);
  if (BATON_UNLIKELY(f.is_failed())) return unwind(t);
  w[0] = f;
  w[1] = self;
  return pc + 3;
}

// super().name(...): R[b] class, R[b+1] self, R[b+2] what the name `super` means here.
const Insn* slow_supermeth(Thread* t) {
  const Insn* pc = t->pc;
  Str* name = name_c(t, pc);
  Value* s = t->window + pc->b;
  Value cls = s[0], self = s[1], super = s[2];
  Vm* vm = t->vm;
  Value* w = t->window + pc->a;
  if (self.is_unbound()) return runtime_error(t, "super(): arg[0] deleted"), unwind(t);
  if (super == val(vm->classes.super) && is<Class>(cls) && !is<Class>(self) &&
      is_subclass(class_of(vm, self), as<Class>(cls))) {
    Tuple* mro = class_of(vm, self)->mro;
    size_t i = 0;
    while (i < mro->size && mro->items[i] != cls) ++i;
    for (++i; i < mro->size; ++i) {
      Value v = dict_get_str(as<Class>(mro->items[i])->dict, name);
      if (v.is_unbound()) continue;
      if (!is_method_like(v)) break;
      w[0] = v;
      w[1] = self;
      return pc + 1;
    }
  }
  Value o = call2(t, super, cls, self);
  if (o.is_failed()) return unwind(t);
  Value v = get_attr(t, o, name);
  if (v.is_failed()) return unwind(t);
  w[0] = v;
  w[1] = Value::unbound();
  return pc + 1;
}

const Insn* slow_getidx(Thread* t) {
  const Insn* pc = t->pc;
  Value o = t->window[pc->b];
  Value k = static_cast<Op>(pc->op) == Op::GETIDX ? t->window[pc->c]
                                                  : Value::from_int(static_cast<int16_t>(pc->c));
  Value v;
  if (o.is_ptr() && o.ptr()->shape == t->vm->shape_ids.dict) {
    v = dict_get(t, as<Dict>(o), k);
    if (BATON_UNLIKELY(v.is_unbound())) v = raise_key_error(t, k);
  } else if (exact_list(t, o) || exact_tuple(t, o) || exact_str(t, o)) {
    v = sequence_get(t, o, k);
  } else {
    v = get_item(t, o, k);
  }
  if (BATON_UNLIKELY(v.is_failed())) return unwind(t);
  t->window[pc->a] = v;
  return pc + 1;
}

const Insn* slow_setidx(Thread* t) {
  const Insn* pc = t->pc;
  Value o = t->window[pc->a];
  Value k = static_cast<Op>(pc->op) == Op::SETIDX ? t->window[pc->b]
                                                  : Value::from_int(static_cast<int16_t>(pc->b));
  Value v = t->window[pc->c];
  bool ok = exact_dict(t, o)   ? dict_set(t, as<Dict>(o), k, v)
            : exact_list(t, o) ? list_set(t, as<List>(o), k, v)
                               : set_item(t, o, k, v);
  if (BATON_UNLIKELY(!ok)) return unwind(t);
  return pc + 1;
}

const Insn* slow_delidx(Thread* t) {
  const Insn* pc = t->pc;
  if (!del_item(t, t->window[pc->a], t->window[pc->b])) return unwind(t);
  return pc + 1;
}

namespace {

bool plain_bound(Value v) { return v.is_int() || v.is_none(); }

// Calls f with the slice of the three registers at w. On an exact built-in sequence, plain bounds run
// no script code and the slice is seen by nobody, so it need not be an object of the heap.
template <class F>
bool with_slice(Thread* t, Value sequence, const Value* w, F f) {
  if ((exact_list(t, sequence) || exact_tuple(t, sequence) || exact_str(t, sequence)) &&
      plain_bound(w[0]) && plain_bound(w[1]) && plain_bound(w[2])) {
    Slice s;
    s.shape = t->vm->shape_ids.slice;
    s.kind = Kind::kSlice;
    s.gc = 0;
    s.flags = 0;
    s.start = w[0];
    s.stop = w[1];
    s.step = w[2];
    return f(val(&s));
  }
  Value s = new_slice(t, w[0], w[1], w[2]);
  return !s.is_failed() && f(s);
}

}  // namespace

const Insn* slow_getslice(Thread* t) {
  const Insn* pc = t->pc;
  Value o = t->window[pc->b];
  bool plain = exact_list(t, o) || exact_tuple(t, o) || exact_str(t, o);
  bool ok = with_slice(t, o, t->window + pc->c, [&](Value s) {
    Value v = plain ? sequence_get(t, o, s) : get_item(t, o, s);
    if (v.is_failed()) return false;
    t->window[pc->a] = v;
    return true;
  });
  return ok ? pc + 1 : unwind(t);
}

const Insn* slow_setslice(Thread* t) {
  const Insn* pc = t->pc;
  Value o = t->window[pc->a], v = t->window[pc->c];
  // Any iterable may be assigned: only a list or tuple runs no script code.
  bool plain = exact_list(t, o) && (exact_list(t, v) || exact_tuple(t, v));
  bool ok = with_slice(t, plain ? o : Value::none(), t->window + pc->b, [&](Value s) {
    return plain ? list_set(t, as<List>(o), s, v) : set_item(t, o, s, v);
  });
  return ok ? pc + 1 : unwind(t);
}

const Insn* slow_slice(Thread* t) {
  const Insn* pc = t->pc;
  Value* w = t->window + pc->b;
  Value s = new_slice(t, w[0], w[1], w[2]);
  if (s.is_failed()) return unwind(t);
  t->window[pc->a] = s;
  return pc + 1;
}

}  // namespace baton
