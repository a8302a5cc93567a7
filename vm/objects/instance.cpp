// An object's own attributes, and how instances are made.
//
// Three stores. An Instance keeps values in slots named by its shape, the first inline_cap of them
// inside the object, the rest in `far`; in dict mode `far` is a Dict* instead. Any other object that
// takes attributes (a function, an exception, an instance of a list subclass) has a Dict in
// vm->attrs and the flags kHasAttrs and kDictMode; its shape never changes. Always: instances of one
// shape have equal inline_cap (so a cached slot number means the same place in all of them); slots
// past the shape's count are unbound. A class whose instances have both a __dict__ and __slots__
// members keeps the members in the first, inline slots, even in dict mode, where they may be unbound.
// Lock held throughout.
#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "vm/objects/attribute.h"

namespace baton {

namespace {

constexpr uint32_t kMaxInlineSlots = 31;

Shape* shape_of(Vm* vm, const Object* o) { return vm->shapes[o->shape].get(); }

Value* slot_at(Instance* o, uint32_t slot) {
  return slot < o->inline_cap ? &o->slots[slot] : &o->far[slot - o->inline_cap];
}

Dict* far_dict(Instance* o) { return reinterpret_cast<Dict*>(o->far); }

void free_far(Vm* vm, Instance* o) {
  if (!o->far) return;
  std::free(o->far);
  vm->heap.account(-static_cast<ptrdiff_t>(o->far_cap * sizeof(Value)));
  o->far = nullptr;
  o->far_cap = 0;
}

bool grow_far(Thread* t, Instance* o) {
  uint32_t cap = o->far_cap ? o->far_cap * 2 : 4;
  size_t bytes = (cap - o->far_cap) * sizeof(Value);
  if (!t->vm->heap.account_checked(t, bytes)) return false;
  auto* far = static_cast<Value*>(std::realloc(o->far, cap * sizeof(Value)));
  if (!far) {
    raise_memory_error(t);
    return false;
  }
  for (uint32_t i = o->far_cap; i < cap; ++i) far[i] = Value::unbound();
  o->far = far;
  o->far_cap = cap;
  return true;
}

// More attributes than inline slots: the class's next instances get more of them, under a new root
// shape, so that equal shapes keep meaning equal layouts.
void learn_slots(Vm* vm, Class* cls, Instance* o) {
  if (cls->slot_hint != o->inline_cap || cls->slot_hint >= kMaxInlineSlots ||
      cls->instance_kind != Kind::kInstance)
    return;
  cls->slot_hint = std::min(kMaxInlineSlots, cls->slot_hint * 2 - 1);
  cls->root = make_class_root(vm, cls, shape_names(cls->root));
}

Shape* dict_shape_of(Vm* vm, Class* cls) {
  if (!cls->dict_shape) cls->dict_shape = new_root_shape(vm, cls, true);
  return cls->dict_shape;
}

uint32_t fixed_members(Class* cls) { return cls->root->count; }

// Moves the attributes into a Dict. Null: memory.
Dict* to_dict_mode(Thread* t, Instance* o, Class* cls) {
  Vm* vm = t->vm;
  Dict* d = new_dict(t);
  if (!d) return nullptr;
  uint32_t fixed = fixed_members(cls);
  std::vector<Str*> names = shape_names(shape_of(vm, o));
  for (uint32_t i = fixed; i < names.size(); ++i) {
    Value v = *slot_at(o, i);
    if (!v.is_unbound() && !dict_set_str(t, d, names[i], v)) return nullptr;
  }
  free_far(vm, o);
  for (uint32_t i = fixed; i < o->inline_cap; ++i) o->slots[i] = Value::unbound();
  o->far = reinterpret_cast<Value*>(d);
  o->far_cap = 0;
  o->flags |= kDictMode;
  o->shape = dict_shape_of(vm, cls)->id;
  return d;
}

// A shape without one of its names. Pure __slots__ instances stay in slots, whatever the order.
bool drop_slot(Thread* t, Instance* o, Class* cls, Shape* shape, uint32_t slot) {
  Vm* vm = t->vm;
  if (slot + 1 == shape->count && shape->count > fixed_members(cls)) {
    *slot_at(o, slot) = Value::unbound();
    o->shape = shape->parent->id;
    return true;
  }
  if (cls->class_flags & kClassHasDict) {
    Dict* d = to_dict_mode(t, o, cls);
    return d && dict_del_str(t, d, shape_names(shape)[slot]);
  }
  Shape* root = shape;
  while (root->parent) root = root->parent;
  std::vector<Str*> names = shape_names(shape);
  Shape* s = root;
  for (uint32_t i = 0, to = 0; i < names.size(); ++i) {
    if (i == slot) continue;
    s = add_slot(vm, s, names[i]);
    barrier_store(o, slot_at(o, to++), *slot_at(o, i));
  }
  *slot_at(o, shape->count - 1) = Value::unbound();
  o->shape = s->id;
  return true;
}

bool store_in_instance(Thread* t, Instance* o, Class* cls, Str* name, Value v) {
  Vm* vm = t->vm;
  if (o->flags & kDictMode) return dict_set_str(t, far_dict(o), name, v);
  Shape* shape = shape_of(vm, o);
  uint32_t slot = find_slot(shape, name);
  if (slot != Shape::kNoSlot) {
    barrier_store(o, slot_at(o, slot), v);
    return true;
  }
  if (shape->count >= kMaxShapeSlots && (cls->class_flags & kClassHasDict)) {
    Dict* d = to_dict_mode(t, o, cls);
    return d && dict_set_str(t, d, name, v);
  }
  slot = shape->count;
  if (slot >= o->inline_cap) {
    learn_slots(vm, cls, o);
    if (slot - o->inline_cap >= o->far_cap && !grow_far(t, o)) return false;
  }
  Shape* grown = add_slot(vm, shape, name);
  barrier_store(o, slot_at(o, slot), v);
  o->shape = grown->id;
  return true;
}

// The Dict in vm->attrs of an object that is not an Instance; made on demand.
Dict* side_dict(Thread* t, Object* o, bool make) {
  Vm* vm = t->vm;
  if (o->flags & kHasAttrs) {
    Dict* d = vm->attrs[o].dict;
    if (d || !make) return d;
  }
  if (!make) return nullptr;
  Dict* d = new_dict(t);
  if (!d) return nullptr;
  vm->attrs[o].dict = d;
  o->flags |= kHasAttrs | kDictMode;
  return d;
}

}  // namespace

Value own_attr(Vm* vm, Value v, Str* name) {
  if (!v.is_ptr()) return Value::unbound();
  Object* o = v.ptr();
  if (o->kind == Kind::kInstance) {
    auto* inst = static_cast<Instance*>(o);
    if (o->flags & kDictMode) return dict_get_str(far_dict(inst), name);
    uint32_t slot = find_slot(shape_of(vm, o), name);
    return slot == Shape::kNoSlot ? Value::unbound() : *slot_at(inst, slot);
  }
  if (!(o->flags & kHasAttrs)) return Value::unbound();
  auto it = vm->attrs.find(o);
  if (it == vm->attrs.end() || !it->second.dict) return Value::unbound();
  return dict_get_str(it->second.dict, name);
}

bool store_own_attr(Thread* t, Object* o, Class* cls, Str* name, Value v) {
  if (o->kind == Kind::kInstance)
    return store_in_instance(t, static_cast<Instance*>(o), cls, name, v);
  Dict* d = side_dict(t, o, true);
  return d && dict_set_str(t, d, name, v);
}

bool delete_own_attr(Thread* t, Object* o, Class* cls, Str* name) {
  if (o->kind == Kind::kInstance) {
    auto* inst = static_cast<Instance*>(o);
    if (o->flags & kDictMode) return dict_del_str(t, far_dict(inst), name);
    Shape* shape = shape_of(t->vm, o);
    uint32_t slot = find_slot(shape, name);
    if (slot == Shape::kNoSlot || slot_at(inst, slot)->is_unbound()) return false;
    return drop_slot(t, inst, cls, shape, slot);
  }
  Dict* d = side_dict(t, o, false);
  return d && dict_del_str(t, d, name);
}

// --- __slots__ members ---------------------------------------------------------------------------

namespace {

// The fixed inline place of a member, where the class has both kinds of attributes.
Value* fixed_place(Object* o, Class* cls, Str* name) {
  if (o->kind != Kind::kInstance || fixed_members(cls) == 0) return nullptr;
  uint32_t slot = find_slot(cls->root, name);
  return slot < fixed_members(cls) ? &static_cast<Instance*>(o)->slots[slot] : nullptr;
}

}  // namespace

Value load_slot_member(Vm* vm, Object* o, Class* cls, Str* name) {
  if (Value* place = fixed_place(o, cls, name)) return *place;
  return own_attr(vm, val(o), name);
}

bool store_slot_member(Thread* t, Object* o, Class* cls, Str* name, Value v) {
  if (Value* place = fixed_place(o, cls, name)) {
    barrier_store(o, place, v);
    return true;
  }
  return store_own_attr(t, o, cls, name, v);
}

bool delete_slot_member(Thread* t, Object* o, Class* cls, Str* name) {
  if (Value* place = fixed_place(o, cls, name)) {
    bool had = !place->is_unbound();
    *place = Value::unbound();
    return had;
  }
  return delete_own_attr(t, o, cls, name);
}

// --- __dict__ and __class__ ----------------------------------------------------------------------

Dict* attrs_as_dict(Thread* t, Value v) {
  if (!v.is_ptr()) return nullptr;
  Object* o = v.ptr();
  if (o->kind == Kind::kModule) return static_cast<Module*>(o)->dict;
  if (o->kind == Kind::kClass) return nullptr;
  Class* cls = class_of(t->vm, v);
  if (!(cls->class_flags & kClassHasDict)) return nullptr;
  if (o->kind != Kind::kInstance) return side_dict(t, o, true);
  auto* inst = static_cast<Instance*>(o);
  return (o->flags & kDictMode) ? far_dict(inst) : to_dict_mode(t, inst, cls);
}

bool set_attrs_dict(Thread* t, Value v, Value dict) {
  if (!is<Dict>(dict)) {
    type_error(t, "__dict__ must be set to a dictionary, not a '" + type_name(t, dict) + "'");
    return false;
  }
  if (!attrs_as_dict(t, v)) return false;
  Object* o = v.ptr();
  if (o->kind == Kind::kInstance)
    static_cast<Instance*>(o)->far = reinterpret_cast<Value*>(as<Dict>(dict));
  else
    t->vm->attrs[o].dict = as<Dict>(dict);
  return true;
}

namespace {

bool same_layout(Class* a, Class* b) {
  return a->instance_kind == b->instance_kind && a->native_type == b->native_type &&
         ((a->class_flags ^ b->class_flags) & kClassHasDict) == 0;
}

std::vector<Str*> member_names(Class* cls) {
  std::vector<Str*> names;
  for (size_t i = cls->mro->size; i-- > 0;) {
    Dict* d = as<Class>(cls->mro->items[i])->dict;
    for (uint32_t k = 0; k < d->used; ++k)
      if (!d->entries[k].key.is_unbound() && is<SlotDescriptor>(d->entries[k].value))
        names.push_back(as<SlotDescriptor>(d->entries[k].value)->name);
  }
  return names;
}

}  // namespace

bool set_instance_class(Thread* t, Value v, Value to) {
  Vm* vm = t->vm;
  Class* next = try_as<Class>(to);
  if (!next) {
    type_error(t, "__class__ must be set to a class, not '" + type_name(t, to) + "' object");
    return false;
  }
  Class* old = class_of(vm, v);
  bool modules = is<Module>(v) && is_subclass(next, vm->classes.module);
  if (!modules && ((old->class_flags | next->class_flags) & kClassBuiltin)) {
    type_error(t, "__class__ assignment only supported for mutable types or ModuleType subclasses");
    return false;
  }
  if (!modules && (!same_layout(old, next) || member_names(old) != member_names(next))) {
    type_error(t, "__class__ assignment: '" + class_name(next) + "' object layout differs from '" +
                      class_name(old) + "'");
    return false;
  }
  Object* o = v.ptr();
  if (next->class_flags & kClassDel) t->vm->heap.watch(o);
  if (o->kind != Kind::kInstance) {
    o->shape = next->root->id;
    return true;
  }
  auto* inst = static_cast<Instance*>(o);
  if (o->flags & kDictMode) {
    o->shape = dict_shape_of(vm, next)->id;
    return true;
  }
  std::vector<Str*> names = shape_names(shape_of(vm, o));
  Shape* s = next->root;
  while (s->parent) s = s->parent;
  if (inst->inline_cap != next->slot_hint) s = new_root_shape(vm, next);
  for (Str* name : names) s = add_slot(vm, s, name);
  o->shape = s->id;
  return true;
}

// --- making instances ----------------------------------------------------------------------------

Instance* new_instance(Thread* t, Class* cls) {
  uint32_t cap = cls->slot_hint;
  Instance* o = t->vm->heap.make<Instance>(t, cls->root->id, cap * sizeof(Value));
  if (!o) return nullptr;
  o->far = nullptr;
  o->inline_cap = cap;
  o->far_cap = 0;
  for (uint32_t i = 0; i < cap; ++i) o->slots[i] = Value::unbound();
  if (BATON_UNLIKELY(cls->class_flags & kClassDel)) t->vm->heap.watch(o);
  return o;
}

namespace {

Value abstract_error(Thread* t, Class* cls) {
  Vm* vm = t->vm;
  Value methods = find_in_class(vm, cls, vm->names.abstractmethods);
  List* names = nullptr;
  if (!list_from_iterable(t, methods, &names) || !list_sort(t, names, Value::none(), false))
    return Value::failed();
  std::string text;
  for (size_t i = 0; i < names->size; ++i) {
    if (i) text += ", ";
    if (!str_to(t, names->items[i], &text)) return Value::failed();
  }
  return type_error(t, "Can't instantiate abstract class " + class_name(cls) +
                           " with abstract method" + (names->size == 1 ? " " : "s ") + text);
}

bool is_objects_own(Vm* vm, Value f) {
  NativeFunction* n = try_as<NativeFunction>(f);
  return f.is_unbound() || (n && n->owner == vm->classes.object);
}

// The DEF_NEW that makes instances of cls, or null where object's does. Built-in classes are asked:
// the one that comes first has the others among its bases (and struct_time, whose flag is off).
const NativeDef* native_new(Vm* vm, Class* cls) {
  for (size_t i = 0; i < cls->mro->size; ++i) {
    Class* c = as<Class>(cls->mro->items[i]);
    const NativeDef* d = c->new_def;
    if (!d || d->sig.name == "object") continue;
    if (c->class_flags & kClassBuiltin) return d;
    auto* own = try_as<NativeFunction>(dict_get_str(c->dict, vm->names.new_));
    if (own && own->def == d) return d;
  }
  return nullptr;
}

}  // namespace

bool check_native_new(Thread* t, const NativeDef* def, const Value* args, uint32_t nargs) {
  std::string who(def->group ? def->group->name : "object");
  if (nargs == 0) {
    type_error(t, who + ".__new__(): not enough arguments");
    return false;
  }
  Class* cls = try_as<Class>(args[0]);
  if (!cls) {
    type_error(t, who + ".__new__(X): X is not a type object (" + type_name(t, args[0]) + ")");
    return false;
  }
  if (def->sig.name == "object") return true;
  const NativeDef* own = native_new(t->vm, cls);
  if (BATON_LIKELY(own == def)) return true;
  bool derived = false;
  for (size_t i = 0; i < cls->mro->size; ++i)
    derived |= as<Class>(cls->mro->items[i])->new_def == def;
  std::string name = class_name(cls);
  if (derived && own && own->group)
    type_error(t,
               who + ".__new__(" + name + ") is not safe, use " + own->group->name + ".__new__()");
  else
    type_error(t, who + ".__new__(" + name + "): " + name + " is not a subtype of " + who);
  return false;
}

// object.__new__(cls, ...): `excess` says whether other arguments were given.
Value object_new(Thread* t, Class* cls, bool excess) {
  Vm* vm = t->vm;
  if (excess) {
    if (!is_objects_own(vm, find_in_class(vm, cls, vm->names.new_)))
      return type_error(t, "object.__new__() takes exactly one argument (the type to instantiate)");
    if (is_objects_own(vm, find_in_class(vm, cls, vm->names.init)))
      return type_error(t, class_name(cls) + "() takes no arguments");
  }
  if (cls->class_flags & kClassAbstract) return abstract_error(t, cls);
  if (cls->instance_kind != Kind::kInstance) {
    if (const NativeDef* d = native_new(vm, cls); d && cls->instance_kind != Kind::kException) {
      std::string base(d->group ? d->group->name : "object");
      return type_error(
          t, "object.__new__(" + class_name(cls) + ") is not safe, use " + base + ".__new__()");
    }
    return type_error(t, "cannot create '" + class_name(cls) + "' instances");
  }
  Instance* o = new_instance(t, cls);
  return o ? val(o) : Value::failed();
}

namespace {

Value call_init(Thread* t, Value init, Value o, const Value* args, uint32_t nargs, Tuple* kwnames) {
  Value r;
  if (is_method_like(init)) {
    ArgBuffer b(t, nargs + 1);
    b.data[0] = o;
    std::copy(args, args + nargs, b.data + 1);
    r = call(t, init, b.data, nargs + 1, kwnames);
  } else {
    Value f = bind_attr(t, init, o, class_of(t->vm, o));
    if (f.is_failed()) return f;
    r = call(t, f, args, nargs, kwnames);
  }
  if (BATON_LIKELY(r.is_none())) return o;
  if (r.is_failed()) return r;
  return type_error(t, "__init__() should return None, not '" + type_name(t, r) + "'");
}

}  // namespace

Value construct(Thread* t, Class* cls, Value* args, uint32_t nargs, Tuple* kwnames) {
  Vm* vm = t->vm;
  if (cls == vm->classes.type && nargs == 1 && !kwnames) return val(class_of(vm, args[0]));
  Value maker = find_in_class(vm, cls, vm->names.new_);
  Value init = find_in_class(vm, cls, vm->names.init);
  const NativeDef* native = nullptr;
  NativeFunction* nf = try_as<NativeFunction>(maker);
  bool native_maker = maker.is_unbound() || nf;
  if (native_maker) {
    native = native_new(t->vm, cls);
    if (nf && nf->owner != vm->classes.object) native = nf->def;
  }

  Value o;
  if (native_maker && !native) {
    bool plain_init = is_objects_own(vm, init);
    o = object_new(t, cls, nargs > 0 && plain_init);
    if (o.is_failed() || plain_init) return o;
  } else if (native_maker) {
    if (cls->class_flags & kClassAbstract) return abstract_error(t, cls);
    bool own_init = !is_objects_own(vm, init) && !is<NativeFunction>(init);
    uint32_t pass = nargs;
    Tuple* pass_names = kwnames;
    // BaseException.__new__ forgives keywords that a script __init__ takes.
    if (cls->instance_kind == Kind::kException && own_init && kwnames) {
      pass = nargs - static_cast<uint32_t>(kwnames->size);
      pass_names = nullptr;
    }
    ArgBuffer b(t, pass + 1);
    b.data[0] = val(cls);
    std::copy(args, args + pass, b.data + 1);
    o = call_native(t, native, b.data, pass + 1, pass_names);
    if (o.is_failed()) return o;
  } else {
    ArgBuffer b(t, nargs + 1);
    b.data[0] = val(cls);
    std::copy(args, args + nargs, b.data + 1);
    Value f = bind_attr(t, maker, Value::unbound(), cls);
    if (f.is_failed()) return f;
    o = call(t, f, b.data, nargs + 1, kwnames);
    if (o.is_failed()) return o;
  }

  Class* made = class_of(vm, o);
  if (BATON_UNLIKELY(made != cls)) {
    if (!is_subclass(made, cls)) return o;
    init = find_in_class(vm, made, vm->names.init);
  }
  if (is_objects_own(vm, init)) return o;  // it forgives arguments that __new__ took
  return call_init(t, init, o, args, nargs, kwnames);
}

// --- calls with a dict of keywords ----------------------------------------------------------------

namespace {

struct Spread {
  Spread(Thread* t, Value first, const Value* args, uint32_t n, Dict* kw) : values(t) {
    if (!first.is_unbound()) values.v.push_back(first);
    values.v.insert(values.v.end(), args, args + n);
    if (!kw || kw->size == 0) return;
    names = new_tuple(t, kw->size);
    if (!names) {
      ok = false;
      return;
    }
    size_t k = 0;
    for (uint32_t i = 0; i < kw->used; ++i) {
      if (kw->entries[i].key.is_unbound()) continue;
      if (!is<Str>(kw->entries[i].key)) {
        type_error(t, "keywords must be strings");
        ok = false;
        return;
      }
      names->items[k++] = kw->entries[i].key;
      values.v.push_back(kw->entries[i].value);
    }
  }
  RootVec values;
  Tuple* names = nullptr;
  bool ok = true;
};

}  // namespace

Value call_with_dict(Thread* t, Value f, Value first, const Value* args, uint32_t n, Dict* kw) {
  Spread s(t, first, args, n, kw);
  if (!s.ok) return Value::failed();
  return call(t, f, s.values.v.data(), static_cast<uint32_t>(s.values.v.size()), s.names);
}

Value construct_with_dict(Thread* t, Class* cls, const Value* args, uint32_t n, Dict* kw) {
  Spread s(t, Value::unbound(), args, n, kw);
  if (!s.ok) return Value::failed();
  return construct(t, cls, s.values.v.data(), static_cast<uint32_t>(s.values.v.size()), s.names);
}

}  // namespace baton
