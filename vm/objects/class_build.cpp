// Building classes from script: the `class` statement, type(name, bases, dict), metaclasses.
//
// The order of events is CPython's: bases resolved (__mro_entries__), metaclass derived, namespace
// prepared, body run, metaclass called; inside type.__new__: slots, MRO, __set_name__, then
// __init_subclass__. A class is complete (MRO, shape, flags) before any script code can see it.
// Lock held; everything here may run script code and collect.
#include <algorithm>

#include "vm/heap/weak.h"
#include "vm/objects/attribute.h"

namespace baton {

namespace {

// --- C3 linearisation ----------------------------------------------------------------------------

std::string join_names(const std::vector<Class*>& classes) {
  std::string s;
  for (Class* c : classes) s += (s.empty() ? "" : ", ") + class_name(c);
  return s;
}

// Merges the bases' MROs and the list of bases; false: TypeError pending.
bool c3_merge(Thread* t, Tuple* bases, std::vector<Class*>* out) {
  std::vector<std::vector<Class*>> lists;
  for (size_t i = 0; i < bases->size; ++i) {
    Class* b = as<Class>(bases->items[i]);
    for (size_t k = 0; k < i; ++k)
      if (bases->items[k] == bases->items[i]) {
        type_error(t, "duplicate base class " + class_name(b));
        return false;
      }
    std::vector<Class*> mro;
    for (size_t k = 0; k < b->mro->size; ++k) mro.push_back(as<Class>(b->mro->items[k]));
    lists.push_back(std::move(mro));
  }
  std::vector<Class*> order;
  for (size_t i = 0; i < bases->size; ++i) order.push_back(as<Class>(bases->items[i]));
  lists.push_back(std::move(order));
  std::vector<size_t> at(lists.size(), 0);
  for (;;) {
    bool done = true;
    Class* next = nullptr;
    for (size_t i = 0; i < lists.size() && !next; ++i) {
      if (at[i] == lists[i].size()) continue;
      done = false;
      Class* head = lists[i][at[i]];
      bool in_tail = false;
      for (size_t k = 0; k < lists.size() && !in_tail; ++k)
        in_tail = at[k] < lists[k].size() &&
                  std::find(lists[k].begin() + static_cast<ptrdiff_t>(at[k]) + 1, lists[k].end(),
                            head) != lists[k].end();
      if (!in_tail) next = head;
    }
    if (done) return true;
    if (!next) {
      std::vector<Class*> heads;
      for (size_t i = 0; i < lists.size(); ++i)
        if (at[i] < lists[i].size() &&
            std::find(heads.begin(), heads.end(), lists[i][at[i]]) == heads.end())
          heads.push_back(lists[i][at[i]]);
      type_error(t, "Cannot create a consistent method resolution\norder (MRO) for bases " +
                        join_names(heads));
      return false;
    }
    out->push_back(next);
    for (size_t i = 0; i < lists.size(); ++i)
      if (at[i] < lists[i].size() && lists[i][at[i]] == next) ++at[i];
  }
}

Tuple* mro_tuple(Thread* t, Class* cls, const std::vector<Class*>& rest) {
  Tuple* mro = new_tuple(t, rest.size() + 1);
  if (!mro) return nullptr;
  mro->items[0] = val(cls);
  for (size_t i = 0; i < rest.size(); ++i) mro->items[i + 1] = val(rest[i]);
  return mro;
}

// --- layout --------------------------------------------------------------------------------------

bool has_own_slots(Class* c) {
  if (!(c->class_flags & kClassHasSlots)) return false;
  for (uint32_t i = 0; i < c->dict->used; ++i) {
    if (c->dict->entries[i].key.is_unbound()) continue;
    SlotDescriptor* d = try_as<SlotDescriptor>(c->dict->entries[i].value);
    if (d && d->owner == c) return true;
  }
  return false;
}

bool adds_layout(Class* c) {
  if (c->bases->size == 0) return true;
  if (!(c->class_flags & kClassBuiltin)) return has_own_slots(c);
  Class* base = as<Class>(c->bases->items[0]);
  return c->instance_kind != base->instance_kind || c->native_type != base->native_type;
}

Class* solid_base(Class* c) {
  for (size_t i = 0; i < c->mro->size; ++i)
    if (adds_layout(as<Class>(c->mro->items[i]))) return as<Class>(c->mro->items[i]);
  return c;
}

// The base whose instances' layout the new class takes; null: TypeError pending.
Class* best_base(Thread* t, Tuple* bases) {
  Class* best = nullptr;
  Class* solid = nullptr;
  for (size_t i = 0; i < bases->size; ++i) {
    Class* b = as<Class>(bases->items[i]);
    if (b->class_flags & kClassNoSubclass) {
      type_error(t, "type '" + class_full_name(b) + "' is not an acceptable base type");
      return nullptr;
    }
    Class* s = solid_base(b);
    if (!solid || (s != solid && is_subclass(s, solid))) {
      solid = s;
      best = b;
    } else if (!is_subclass(solid, s)) {
      type_error(t, "multiple bases have instance lay-out conflict");
      return nullptr;
    }
  }
  return best;
}

Class* most_derived_metaclass(Thread* t, Class* meta, Tuple* bases) {
  for (size_t i = 0; i < bases->size; ++i) {
    Class* m = class_of(t->vm, bases->items[i]);
    if (is_subclass(meta, m)) continue;
    if (is_subclass(m, meta)) {
      meta = m;
      continue;
    }
    type_error(t,
               "metaclass conflict: the metaclass of a derived class must be a (non-strict) "
               "subclass of the metaclasses of all its bases");
    return nullptr;
  }
  return meta;
}

// --- __slots__ -----------------------------------------------------------------------------------

struct SlotPlan {
  bool declared = false;
  bool dict = false;        // '__dict__' among them
  bool weakref = false;     // '__weakref__' among them
  std::vector<Str*> names;  // interned, in declared order
};

bool is_identifier(Str* s) {
  if (s->size == 0 || (s->data[0] >= '0' && s->data[0] <= '9')) return false;
  for (char c : s->view()) {
    bool ok = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
              c == '_' || static_cast<unsigned char>(c) >= 0x80;
    if (!ok) return false;
  }
  return true;
}

Str* mangle(Thread* t, std::string_view class_text, Str* name) {
  std::string_view n = name->view();
  if (n.substr(0, 2) != "__" || n.substr(n.size() - 2) == "__") return intern_str(t, name);
  while (!class_text.empty() && class_text[0] == '_') class_text.remove_prefix(1);
  if (class_text.empty()) return intern_str(t, name);
  return intern(t, "_" + std::string(class_text) + std::string(n));
}

// Instances carry their items in themselves, so that nothing can come after them.
bool is_var_sized(Class* c) {
  return c->instance_kind == Kind::kBigInt || c->instance_kind == Kind::kTuple ||
         c->instance_kind == Kind::kBytes;
}

bool plan_slots(Thread* t, Str* class_text, Class* base, Dict* ns, SlotPlan* plan) {
  Vm* vm = t->vm;
  Value slots = dict_get_str(ns, vm->names.slots);
  if (slots.is_unbound()) return true;
  plan->declared = true;
  RootVec items(t);
  if (is<Str>(slots)) {
    items.v.push_back(slots);
  } else if (!for_each_item(t, slots, [&](Value v) {
               items.v.push_back(v);
               return true;
             })) {
    return false;
  }
  bool var_sized = is_var_sized(base);
  if (!items.v.empty() && var_sized) {
    type_error(t, "nonempty __slots__ not supported for subtype of '" + class_name(base) + "'");
    return false;
  }
  for (Value v : items.v) {
    Str* s = try_as<Str>(v);
    if (!s) {
      type_error(t, "__slots__ items must be strings, not '" + type_name(t, v) + "'");
      return false;
    }
    if (!is_identifier(s)) {
      type_error(t, "__slots__ must be identifiers");
      return false;
    }
    if (s->view() == "__dict__") {
      if (plan->dict || (base->class_flags & kClassHasDict)) {
        type_error(t, "__dict__ slot disallowed: we already got one");
        return false;
      }
      plan->dict = true;
      continue;
    }
    if (s->view() == "__weakref__") {
      if (plan->weakref || class_takes_weak_refs(base) || var_sized) {
        type_error(t,
                   "__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0");
        return false;
      }
      plan->weakref = true;
      continue;
    }
    Str* name = mangle(t, class_text->view(), s);
    if (!name) return false;
    if (dict_find_str(ns, name) && name != vm->names.qualname && name != vm->names.classcell) {
      value_error(t, "'" + std::string(s->view()) + "' in __slots__ conflicts with class variable");
      return false;
    }
    plan->names.push_back(name);
  }
  std::sort(plan->names.begin(), plan->names.end(),
            [](Str* a, Str* b) { return a->view() < b->view(); });
  plan->names.erase(std::unique(plan->names.begin(), plan->names.end()), plan->names.end());
  return true;
}

bool add_slot_descriptors(Thread* t, Class* cls, const SlotPlan& plan) {
  uint32_t number = 0;
  for (Str* name : plan.names) {
    SlotDescriptor* d = t->vm->heap.make<SlotDescriptor>(t, t->vm->shape_ids.member_descriptor);
    if (!d) return false;
    d->name = name;
    d->owner = cls;
    d->slot = number++;
    if (!dict_set_str(t, cls->dict, name, val(d))) return false;
  }
  return true;
}

// Names of every __slots__ member of the MRO, the oldest class's first.
std::vector<Str*> all_slot_names(Class* cls) {
  std::vector<Str*> names;
  for (size_t i = cls->mro->size; i-- > 0;) {
    Class* c = as<Class>(cls->mro->items[i]);
    if (!(c->class_flags & kClassHasSlots)) continue;
    for (uint32_t k = 0; k < c->dict->used; ++k) {
      if (c->dict->entries[k].key.is_unbound()) continue;
      SlotDescriptor* d = try_as<SlotDescriptor>(c->dict->entries[k].value);
      if (d && d->owner == c && std::find(names.begin(), names.end(), d->name) == names.end())
        names.push_back(d->name);
    }
  }
  return names;
}

// --- steps of type.__new__ -----------------------------------------------------------------------

bool resolve_mro(Thread* t, Class* meta, Class* cls) {
  Vm* vm = t->vm;
  std::vector<Class*> rest;
  bool consistent = c3_merge(t, cls->bases, &rest);
  Str* mro_name = meta == vm->classes.type ? nullptr : intern(t, "mro");
  if (mro_name) {
    Value f = find_in_class(vm, meta, mro_name);
    NativeFunction* native = try_as<NativeFunction>(f);
    if (!native || native->owner != vm->classes.type) {
      if (!consistent) clear_exception(t);
      if (!(cls->mro = mro_tuple(t, cls, rest))) return false;
      Value list = call_special(t, val(cls), mro_name);
      if (list.is_failed()) return false;
      RootVec order(t);
      if (!for_each_item(t, list, [&](Value v) {
            order.v.push_back(v);
            return true;
          }))
        return false;
      for (Value v : order.v)
        if (!is<Class>(v)) {
          type_error(t, "mro() returned a non-class ('" + type_name(t, v) + "')");
          return false;
        }
      Tuple* mro = new_tuple_from(t, order.v.data(), order.v.size());
      if (!mro) return false;
      cls->mro = mro;
      return true;
    }
  }
  return consistent && (cls->mro = mro_tuple(t, cls, rest)) != nullptr;
}

bool wrap_implicit(Thread* t, Class* cls, Str* name, bool as_static) {
  Value f = dict_get_str(cls->dict, name);
  if (f.is_unbound() || !is<Function>(f)) return true;
  Object* wrapped;
  if (as_static) {
    StaticMethod* m = t->vm->heap.make<StaticMethod>(t, t->vm->shape_ids.staticmethod);
    if (m) m->func = f;
    wrapped = m;
  } else {
    ClassMethod* m = t->vm->heap.make<ClassMethod>(t, t->vm->shape_ids.classmethod);
    if (m) m->func = f;
    wrapped = m;
  }
  return wrapped && dict_set_str(t, cls->dict, name, val(wrapped));
}

Value running_module_name(Thread* t) {
  if (!t->window || !t->pc || !is<Function>(t->window[-1])) return Value::unbound();
  Dict* globals = t->function()->globals;
  return globals ? dict_get_str(globals, t->vm->names.name) : Value::unbound();
}

bool default_entries(Thread* t, Class* cls) {
  const Names& n = t->vm->names;
  Dict* ns = cls->dict;
  Value qualname = dict_get_str(ns, n.qualname);
  if (!qualname.is_unbound()) {
    if (!is<Str>(qualname)) {
      type_error(t, "type __qualname__ must be a str, not " + type_name(t, qualname));
      return false;
    }
    cls->qualname = qualname;
    dict_del_str(t, ns, n.qualname);
  }
  if (!dict_find_str(ns, n.module)) {
    Value module = running_module_name(t);
    if (!module.is_unbound() && !dict_set_str(t, ns, n.module, module)) return false;
  }
  if (!dict_find_str(ns, n.doc) && !dict_set_str(t, ns, n.doc, Value::none())) return false;
  if (dict_find_str(ns, n.eq) && !dict_find_str(ns, n.hash) &&
      !dict_set_str(t, ns, n.hash, Value::none()))
    return false;
  return wrap_implicit(t, cls, n.new_, true) && wrap_implicit(t, cls, n.init_subclass, false) &&
         wrap_implicit(t, cls, n.class_getitem, false);
}

bool call_set_names(Thread* t, Class* cls) {
  Vm* vm = t->vm;
  RootVec entries(t);
  for (uint32_t i = 0; i < cls->dict->used; ++i) {
    const DictEntry& e = cls->dict->entries[i];
    if (e.key.is_unbound() || !e.value.is_ptr()) continue;
    Kind k = e.value.ptr()->kind;
    if (k == Kind::kFunction || k == Kind::kStr || k == Kind::kNative) continue;
    entries.v.push_back(e.key);
    entries.v.push_back(e.value);
  }
  for (size_t i = 0; i < entries.v.size(); i += 2) {
    Value self;
    Value f = find_special(t, entries.v[i + 1], vm->names.set_name, &self);
    if (f.is_unbound()) continue;
    if (f.is_failed()) return false;
    Value args[3] = {self, val(cls), entries.v[i]};
    Value r = self.is_unbound() ? call(t, f, args + 1, 2) : call(t, f, args, 3);
    if (!r.is_failed()) continue;
    std::string key;
    if (!repr_to(t, entries.v[i], &key)) clear_exception(t);
    Value cause = take_exception(t);
    raise(t, vm->classes.runtime_error,
          "Error calling __set_name__ on '" + type_name(t, entries.v[i + 1]) + "' instance " + key +
              " in '" + class_name(cls) + "'");
    if (Exception* e = try_as<Exception>(t->exception); e && is<Exception>(cause)) {
      barrier_store(e, &e->cause, cause);
      barrier_store(e, &e->context, cause);
      e->suppress_context = true;
    }
    return false;
  }
  return true;
}

bool call_init_subclass(Thread* t, Class* cls, Dict* kwargs) {
  Vm* vm = t->vm;
  Value hook = Value::unbound();
  for (size_t i = 1; i < cls->mro->size && hook.is_unbound(); ++i)
    hook = dict_get_str(as<Class>(cls->mro->items[i])->dict, vm->names.init_subclass);
  if (hook.is_unbound()) return true;
  Value inner = is<ClassMethod>(hook) ? as<ClassMethod>(hook)->func : hook;
  NativeFunction* native = try_as<NativeFunction>(inner);
  if (native && native->owner == vm->classes.object) {
    if (!kwargs || kwargs->size == 0) return true;
    type_error(t, std::string(as<Str>(cls->qualname)->view()) +
                      ".__init_subclass__() takes no keyword arguments");
    return false;
  }
  Value f = bind_attr(t, hook, Value::unbound(), cls);
  if (f.is_failed()) return false;
  return !call_with_dict(t, f, Value::unbound(), nullptr, 0, kwargs).is_failed();
}

}  // namespace

Shape* make_class_root(Vm* vm, Class* cls, const std::vector<Str*>& fixed) {
  Shape* s = new_root_shape(vm, cls);
  for (Str* name : fixed) s = add_slot(vm, s, name);
  return s;
}

// `ns` is copied. kwargs (Dict or None) go to __init_subclass__.
Value type_new(Thread* t, Class* meta, Value name, Value bases_value, Dict* ns, Value kwargs) {
  Vm* vm = t->vm;
  Tuple* bases = as<Tuple>(bases_value);
  for (size_t i = 0; i < bases->size; ++i) {
    if (is<Class>(bases->items[i])) continue;
    if (!find_in_class(vm, class_of(vm, bases->items[i]), vm->names.mro_entries).is_unbound())
      return type_error(t, "type() doesn't support MRO entry resolution; use types.new_class()");
    if (class_of(vm, bases->items[i]) == vm->classes.object)
      return type_error(t, "bases must be types");
    return type_error(t,
                      "metaclass conflict: the metaclass of a derived class must be a (non-strict) "
                      "subclass of the metaclasses of all its bases");
  }
  if (bases->size == 0) {
    Value object = val(vm->classes.object);
    bases = new_tuple_from(t, &object, 1);
    if (!bases) return Value::failed();
  }
  Class* winner = most_derived_metaclass(t, meta, bases);
  if (!winner) return Value::failed();
  if (winner != meta) {
    Value maker = find_in_class(vm, winner, vm->names.new_);
    if (!is<NativeFunction>(maker)) {
      Value f = bind_attr(t, maker, Value::unbound(), winner);
      if (f.is_failed()) return f;
      Value args[3] = {name, bases_value, val(ns)};
      return call_with_dict(t, f, val(winner), args, 3,
                            is<Dict>(kwargs) ? as<Dict>(kwargs) : nullptr);
    }
    meta = winner;
  }
  Class* base = best_base(t, bases);
  if (!base) return Value::failed();
  SlotPlan slots;
  if (!plan_slots(t, as<Str>(name), base, ns, &slots)) return Value::failed();
  Dict* own = dict_copy(t, ns);
  if (!own) return Value::failed();
  Value cell = dict_get_str(own, vm->names.classcell);
  if (!cell.is_unbound()) {
    if (!is<Cell>(cell))
      return type_error(t, "type.__new__() got a __classcell__ that is not a cell: <class '" +
                               type_name(t, cell) + "'>");
    dict_del_str(t, own, vm->names.classcell);
  }

  Class* cls = vm->heap.make<Class>(t, meta->root->id);
  if (!cls) return Value::failed();
  cls->name = cls->qualname = name;
  cls->bases = bases;
  cls->mro = vm->empty_tuple;
  cls->dict = own;
  cls->root = base->root;
  cls->dict_shape = nullptr;
  cls->instance_kind = base->instance_kind;
  cls->class_flags = slots.declared ? uint32_t{kClassHasSlots} : 0;
  cls->native_type = base->native_type;
  cls->new_def = base->new_def;
  cls->slot_hint = 0;
  cls->subclasses = nullptr;
  cls->subclass_count = cls->subclass_cap = 0;
  forget_cached_class(vm, cls);

  bool has_dict = !slots.declared || slots.dict;
  for (size_t i = 0; i < bases->size; ++i) {
    Class* b = as<Class>(bases->items[i]);
    has_dict |= (b->class_flags & kClassHasDict) != 0;
    if (b->instance_kind == Kind::kInstance)
      cls->slot_hint = std::max(cls->slot_hint, b->slot_hint);
  }
  if (has_dict) cls->class_flags |= kClassHasDict;
  bool weak = (!slots.declared || slots.weakref) && !is_var_sized(base);
  for (size_t i = 0; i < bases->size; ++i)
    weak |= class_takes_weak_refs(as<Class>(bases->items[i]));
  if (weak) cls->class_flags |= kClassWeakRefs;
  if (!default_entries(t, cls) || !add_slot_descriptors(t, cls, slots) ||
      !resolve_mro(t, meta, cls))
    return Value::failed();

  // Slots beside a __dict__ have fixed places before the attributes of the shape; without one they
  // are ordinary attributes of the shape that only their descriptors may add.
  std::vector<Str*> members;
  if (cls->instance_kind == Kind::kInstance) {
    members = all_slot_names(cls);
    uint32_t count = static_cast<uint32_t>(members.size());
    if (!has_dict) {
      cls->slot_hint = std::min<uint32_t>(count | 1, 99);
      members.clear();
    } else {
      cls->slot_hint = std::max(cls->slot_hint, count + 5);
    }
  } else {
    cls->slot_hint = 0;
  }
  cls->root = make_class_root(vm, cls, members);
  for (size_t i = 0; i < bases->size; ++i) add_subclass(vm, as<Class>(bases->items[i]), cls);
  refresh_class_flags(vm, cls, true);

  if (!cell.is_unbound()) barrier_store(as<Cell>(cell), &as<Cell>(cell)->v, val(cls));
  Dict* kw = is<Dict>(kwargs) ? as<Dict>(kwargs) : nullptr;
  if (!call_set_names(t, cls) || !call_init_subclass(t, cls, kw)) return Value::failed();
  return val(cls);
}

// --- the class statement -------------------------------------------------------------------------

namespace {

// Replaces bases that are not classes by what their __mro_entries__ gives.
Value resolve_bases(Thread* t, Value bases) {
  Vm* vm = t->vm;
  Tuple* given = as<Tuple>(bases);
  RootVec out(t);
  bool changed = false;
  for (size_t i = 0; i < given->size; ++i) {
    Value b = given->items[i];
    if (!is<Class>(b)) {
      Value f = get_attr_or_unbound(t, b, vm->names.mro_entries);
      if (f.is_failed()) return f;
      if (!f.is_unbound()) {
        Value r = call1(t, f, bases);
        if (r.is_failed()) return r;
        if (!is<Tuple>(r)) return type_error(t, "__mro_entries__ must return a tuple");
        for (size_t k = 0; k < as<Tuple>(r)->size; ++k) out.v.push_back(as<Tuple>(r)->items[k]);
        changed = true;
        continue;
      }
    }
    out.v.push_back(b);
  }
  if (!changed) return bases;
  Tuple* r = new_tuple_from(t, out.v.data(), out.v.size());
  return r ? val(r) : Value::failed();
}

Value prepare_namespace(Thread* t, Value meta, Value name, Value bases, Dict* kw) {
  Vm* vm = t->vm;
  if (meta == val(vm->classes.type)) {
    Dict* d = new_dict(t);
    return d ? val(d) : Value::failed();
  }
  Value prepare = get_attr_or_unbound(t, meta, vm->names.prepare);
  if (prepare.is_failed()) return prepare;
  if (prepare.is_unbound()) {
    Dict* d = new_dict(t);
    return d ? val(d) : Value::failed();
  }
  Value args[2] = {name, bases};
  Value ns = call_with_dict(t, prepare, Value::unbound(), args, 2, kw);
  if (ns.is_failed() || is<Dict>(ns)) return ns;
  if (find_in_class(vm, class_of(vm, ns), vm->names.getitem).is_unbound()) {
    std::string who = is<Class>(meta) ? class_name(as<Class>(meta)) : "<metaclass>";
    return type_error(t, who + ".__prepare__() must return a mapping, not " + type_name(t, ns));
  }
  return ns;
}

bool namespace_default(Thread* t, Value ns, Str* name, Value v) {
  if (v.is_unbound() || v.is_none()) return true;
  if (!is<Dict>(ns)) return true;
  return dict_find_str(as<Dict>(ns), name) != nullptr || dict_set_str(t, as<Dict>(ns), name, v);
}

}  // namespace

Value build_class(Thread* t, Value body, Value name, Value bases_given, Value kwargs) {
  Vm* vm = t->vm;
  const Names& n = vm->names;
  Value bases = resolve_bases(t, bases_given);
  if (bases.is_failed()) return bases;
  Value meta = Value::unbound();
  Dict* kw = nullptr;
  if (is<Dict>(kwargs) && as<Dict>(kwargs)->size) {
    kw = dict_copy(t, as<Dict>(kwargs));
    if (!kw) return Value::failed();
    meta = dict_get_str(kw, n.n_metaclass);
    if (!meta.is_unbound()) dict_del_str(t, kw, n.n_metaclass);
  }
  if (meta.is_unbound())
    meta = as<Tuple>(bases)->size ? val(class_of(vm, as<Tuple>(bases)->items[0]))
                                  : val(vm->classes.type);
  if (Class* m = try_as<Class>(meta)) {
    m = most_derived_metaclass(t, m, as<Tuple>(bases));
    if (!m) return Value::failed();
    meta = val(m);
  }
  Value ns = prepare_namespace(t, meta, name, bases, kw);
  if (ns.is_failed()) return ns;
  Value cell = call(t, body, &ns, 1);
  if (cell.is_failed()) return cell;

  if (Function* f = try_as<Function>(body)) {
    if (!namespace_default(t, ns, n.module, dict_get_str(f->globals, n.name)))
      return Value::failed();
    Value qualname = f->code ? val(f->code->qualname) : Value::unbound();
    if (!namespace_default(t, ns, n.qualname, qualname)) return Value::failed();
    if (f->code && f->code->blob->has_doc && is<Dict>(ns) && !dict_find_str(as<Dict>(ns), n.doc)) {
      Value doc = str_value(t, f->code->blob->doc);
      if (doc.is_failed() || !dict_set_str(t, as<Dict>(ns), n.doc, doc)) return Value::failed();
    }
  }
  if (bases != bases_given) {
    Str* orig = intern(t, "__orig_bases__");
    if (!orig || !set_item(t, ns, val(orig), bases_given)) return Value::failed();
  }
  if (is<Cell>(cell) && !set_item(t, ns, val(n.classcell), cell)) return Value::failed();

  Value made;
  if (meta == val(vm->classes.type) && is<Dict>(ns)) {
    made = type_new(t, vm->classes.type, name, bases, as<Dict>(ns), kw ? val(kw) : Value::none());
  } else {
    Value args[3] = {name, bases, ns};
    made = call_with_dict(t, meta, Value::unbound(), args, 3, kw);
  }
  if (made.is_failed()) return made;
  if (is<Cell>(cell) && is<Class>(made)) {
    Value inside = as<Cell>(cell)->v;
    std::string text;
    if (inside.is_unbound())
      return raise(t, vm->classes.runtime_error,
                   "__class__ not set defining '" + std::string(as<Str>(name)->view()) +
                       "' as <class '" + class_full_name(as<Class>(made)) +
                       "'>. Was __classcell__ propagated to type.__new__?");
    if (inside != made) {
      std::string set_to = "?";
      if (is<Class>(inside)) set_to = "<class '" + class_full_name(as<Class>(inside)) + "'>";
      return type_error(t, "__class__ set to " + set_to + " defining '" +
                               std::string(as<Str>(name)->view()) + "' as <class '" +
                               class_full_name(as<Class>(made)) + "'>");
    }
  }
  return made;
}

}  // namespace baton
