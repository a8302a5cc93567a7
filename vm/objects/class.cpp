// Class objects: how the built-in ones come to exist, attribute search along the MRO, and what a
// change of a class's namespace must invalidate.
//
// What always holds. (1) mro[0] is the class itself. (2) A lookup remembered anywhere (method
// cache, inline cache) has flagged its name kNameCached; changing a class attribute with a flagged
// name bumps vm->class_epoch. (3) Slot caches know only a shape: when a class gets a data descriptor
// or an attribute hook after the fact, its instances move to new shapes (retire_shapes). (4)
// `subclasses` is weak: entries are checked against the heap before use. Building classes from
// script is class_build.cpp's. Lock held throughout.
#include <algorithm>
#include <cstdlib>

#include "vm/objects/attribute.h"
#include "vm/objects/bootstrap.h"

namespace baton {

Class* class_of_immediate(Vm* vm, Value v) {
  if (v.is_int()) return vm->classes.int_;
  if (v.is_float()) return vm->classes.float_;
  if (v.is_bool()) return vm->classes.bool_;
  if (v.is_none()) return vm->classes.none_type;
  if (v.is_not_implemented()) return vm->classes.not_implemented_type;
  if (v == Value::ellipsis()) return vm->classes.ellipsis_type;
  return vm->classes.object;
}

bool is_subclass(Class* cls, Class* of) {
  if (cls == of) return true;
  Tuple* mro = cls->mro;
  Value wanted = val(of);
  for (size_t i = 1; i < mro->size; ++i)
    if (mro->items[i] == wanted) return true;
  return false;
}

std::string short_class_name(Class* cls) { return std::string(as<Str>(cls->name)->view()); }

std::string class_name(Class* cls) {
  bool whole = (cls->class_flags & kClassBuiltin) && cls->instance_kind != Kind::kException;
  return whole ? class_full_name(cls) : short_class_name(cls);
}

std::string class_full_name(Class* cls) {
  std::string qualname(as<Str>(cls->qualname)->view());
  for (size_t i = 0; i < cls->dict->used; ++i) {
    const DictEntry& e = cls->dict->entries[i];
    if (!is<Str>(e.key) || as<Str>(e.key)->view() != "__module__") continue;
    if (!is<Str>(e.value) || as<Str>(e.value)->view() == "builtins") return qualname;
    return std::string(as<Str>(e.value)->view()) + "." + qualname;
  }
  return qualname;
}

// --- attribute search ------------------------------------------------------------------------

namespace {

Value search_mro(Class* cls, Str* name) {
  Tuple* mro = cls->mro;
  for (size_t i = 0; i < mro->size; ++i) {
    Value v = dict_get_str(as<Class>(mro->items[i])->dict, name);
    if (!v.is_unbound()) return v;
  }
  return Value::unbound();
}

BATON_NOINLINE Value search_and_remember(Vm* vm, Class* cls, Str* name, MethodCacheEntry* e) {
  Value v = search_mro(cls, name);
  if (!(name->flags & kInterned)) return v;
  name->flags |= kNameCached;
  *e = {cls, name, v, vm->class_epoch};
  return v;
}

}  // namespace

Value find_in_class(Vm* vm, Class* cls, Str* name) {
  uintptr_t h = (reinterpret_cast<uintptr_t>(cls) >> 4) ^ (reinterpret_cast<uintptr_t>(name) >> 5);
  h ^= h >> 11;
  MethodCacheEntry* e = &vm->method_cache[h & (Vm::kMethodCache - 1)];
  if (BATON_LIKELY(e->cls == cls && e->name == name && e->epoch == vm->class_epoch))
    return e->value;
  return search_and_remember(vm, cls, name, e);
}

void forget_cached_class(Vm* vm, Class* cls) {
  if (vm->heap.stats().collections == 0) return;  // no address was used again yet
  for (size_t i = 0; i < Vm::kMethodCache; ++i)
    if (vm->method_cache[i].cls == cls) vm->method_cache[i].cls = nullptr;
}

// --- subclasses --------------------------------------------------------------------------------

namespace {

// An entry may outlive its class; the cell may even hold another object by now.
bool is_live_subclass(Vm* vm, Class* base, Class* entry) {
  Object* o = vm->heap.object_at(entry);
  if (o != entry || o->kind != Kind::kClass || !entry->bases) return false;
  for (size_t i = 0; i < entry->bases->size; ++i)
    if (entry->bases->items[i] == val(base)) return true;
  return false;
}

}  // namespace

std::vector<Class*> live_subclasses(Vm* vm, Class* cls) {
  std::vector<Class*> live;
  for (uint32_t i = 0; i < cls->subclass_count; ++i) {
    Class* s = cls->subclasses[i];
    if (is_live_subclass(vm, cls, s) && std::find(live.begin(), live.end(), s) == live.end())
      live.push_back(s);
  }
  return live;
}

void add_subclass(Vm* vm, Class* base, Class* cls) {
  if (base->subclass_count == base->subclass_cap) {
    std::vector<Class*> live = live_subclasses(vm, base);
    uint32_t cap = std::max<uint32_t>(4, static_cast<uint32_t>(live.size()) * 2);
    if (cap > base->subclass_cap) {
      auto* grown = static_cast<Class**>(std::realloc(base->subclasses, cap * sizeof(Class*)));
      if (!grown) return;  // __subclasses__() will miss it; nothing else depends on the list
      vm->heap.account(static_cast<ptrdiff_t>((cap - base->subclass_cap) * sizeof(Class*)));
      base->subclasses = grown;
      base->subclass_cap = cap;
    }
    std::copy(live.begin(), live.end(), base->subclasses);
    base->subclass_count = static_cast<uint32_t>(live.size());
  }
  base->subclasses[base->subclass_count++] = cls;
}

// --- flags that follow from the namespace ------------------------------------------------------

namespace {

bool is_default_hook(Vm* vm, Value v) {
  if (v.is_unbound()) return true;
  NativeFunction* f = try_as<NativeFunction>(v);
  return f && (f->owner == vm->classes.object || f->owner == vm->classes.type ||
               f->owner == vm->classes.super);
}

}  // namespace

bool is_hook_name(Vm* vm, Str* name) {
  const Names& n = vm->names;
  return name == n.getattr || name == n.getattribute || name == n.setattr || name == n.delattr ||
         name == n.del;
}

bool is_own_hook(Vm* vm, Str* name, Value v) {
  return is_hook_name(vm, name) && (name == vm->names.del || !is_default_hook(vm, v));
}

void refresh_class_flags(Vm* vm, Class* cls, bool is_new) {
  const Names& n = vm->names;
  uint32_t flags =
      cls->class_flags & ~uint32_t{kClassGetattr | kClassGetattribute | kClassSetattr | kClassDel};
  if (!search_mro(cls, n.getattr).is_unbound()) flags |= kClassGetattr;
  if (!is_default_hook(vm, search_mro(cls, n.getattribute)))
    flags |= kClassGetattribute | kClassGetattr;
  if (!is_default_hook(vm, search_mro(cls, n.setattr)) ||
      !is_default_hook(vm, search_mro(cls, n.delattr)))
    flags |= kClassSetattr;
  if (!search_mro(cls, n.del).is_unbound()) {
    // Instances that the heap was not told of: older than the method, or made by a builtin's __new__.
    bool told = cls->instance_kind == Kind::kInstance || cls->instance_kind == Kind::kException;
    if (!told || (!is_new && !(cls->class_flags & kClassDel))) vm->late_del = true;
    flags |= kClassDel;
  }
  cls->class_flags = flags;
  for (Class* s : live_subclasses(vm, cls))
    if (s->mro) refresh_class_flags(vm, s);
}

// --- changing a class --------------------------------------------------------------------------

namespace {

void collect_family(Vm* vm, Class* cls, std::vector<Class*>* out) {
  if (std::find(out->begin(), out->end(), cls) != out->end()) return;
  out->push_back(cls);
  for (Class* s : live_subclasses(vm, cls)) collect_family(vm, s, out);
}

// Slot caches compare a shape and nothing else, so instances of the class and its subclasses get
// new ones. Rare (a property or hook assigned to a class in use): the walk over the heap is fine.
void retire_shapes(Vm* vm, Class* cls) {
  std::vector<Class*> family;
  collect_family(vm, cls, &family);
  auto concerned = [&](Class* c) {
    return std::find(family.begin(), family.end(), c) != family.end();
  };
  bool used = false;
  for (const auto& s : vm->shapes)
    if (s && !s->children.empty() && concerned(s->cls)) used = true;
  if (!used) return;
  auto top = [](Shape* s) {
    while (s->parent) s = s->parent;
    return s;
  };
  std::unordered_map<Shape*, Shape*> moved;
  for (Class* c : family) {
    Shape* old = c->root;
    if (c->instance_kind != Kind::kInstance) continue;
    c->root = make_class_root(vm, c, shape_names(old));
    moved[top(old)] = top(c->root);
  }
  vm->heap.for_each([&](Object* o) {
    if (o->kind != Kind::kInstance || (o->flags & kDictMode)) return;
    Shape* old = vm->shapes[o->shape].get();
    if (!concerned(old->cls)) return;
    Shape*& fresh = moved[old];
    if (!fresh) {
      // Instances older than the class's present root (it learned more inline slots since) get a
      // tree of their own.
      Shape*& root = moved[top(old)];
      if (!root) root = new_root_shape(vm, old->cls);
      Shape* s = root;
      for (Str* name : shape_names(old)) s = add_slot(vm, s, name);
      moved[old] = s;
      o->shape = s->id;
      return;
    }
    o->shape = fresh->id;
  });
}

void after_change(Vm* vm, Class* cls, Str* name, Value old, Value v) {
  if (name->flags & kNameCached) ++vm->class_epoch;
  if (is_hook_name(vm, name)) {
    uint32_t before = cls->class_flags;
    refresh_class_flags(vm, cls);
    ++vm->class_epoch;
    if ((cls->class_flags & ~before) & (kClassGetattribute | kClassSetattr)) retire_shapes(vm, cls);
    return;
  }
  if (name == vm->names.abstractmethods) {
    bool abstract = false;
    if (Set* s = try_as<Set>(v)) abstract = s->used != 0;
    if (Tuple* s = try_as<Tuple>(v)) abstract = s->size != 0;
    if (abstract)
      cls->class_flags |= kClassAbstract;
    else
      cls->class_flags &= ~uint32_t{kClassAbstract};
    ++vm->class_epoch;
    return;
  }
  // __set__ given to a descriptor's class turns its objects into data descriptors.
  if (name == vm->names.set || name == vm->names.delete_) {
    ++vm->class_epoch;
    retire_shapes(vm, vm->classes.object);
    return;
  }
  if (is_data_descriptor(vm, v) || is<SlotDescriptor>(old)) retire_shapes(vm, cls);
}

}  // namespace

bool class_set_attr(Thread* t, Class* cls, Str* name, Value v) {
  if (!(name->flags & kInterned)) {
    name = intern_str(t, name);
    if (!name) return false;
  }
  Value old = dict_get_str(cls->dict, name);
  if (!dict_set_str(t, cls->dict, name, v)) return false;
  after_change(t->vm, cls, name, old, v);
  return true;
}

bool class_del_attr(Thread* t, Class* cls, Str* name) {
  Value old = dict_get_str(cls->dict, name);
  if (!dict_del_str(t, cls->dict, name)) return false;
  after_change(t->vm, cls, name, old, Value::unbound());
  return true;
}

// --- built-in classes ----------------------------------------------------------------------------

namespace {

Class* raw_class(Thread* t, Kind instance_kind, uint32_t flags) {
  Vm* vm = t->vm;
  Class* cls = vm->heap.make<Class>(t, vm->shape_ids.type);
  if (!cls) return nullptr;
  cls->name = cls->qualname = Value::none();
  cls->bases = cls->mro = nullptr;
  cls->dict = nullptr;
  cls->root = cls->dict_shape = nullptr;
  cls->instance_kind = instance_kind;
  cls->class_flags = flags | kClassBuiltin;
  cls->slot_hint = 0;
  cls->native_type = nullptr;
  cls->new_def = nullptr;
  cls->subclasses = nullptr;
  cls->subclass_count = cls->subclass_cap = 0;
  return cls;
}

// Fills in name, bases, MRO, namespace and shape; the base is complete already.
bool complete_class(Thread* t, Class* cls, std::string_view name, Class* base) {
  Vm* vm = t->vm;
  Str* text = intern(t, name);
  if (!text) return false;
  cls->name = cls->qualname = val(text);
  cls->dict = new_dict(t);
  if (!cls->dict) return false;
  Value base_value = base ? val(base) : Value::none();
  cls->bases = new_tuple_from(t, &base_value, base ? 1 : 0);
  if (!cls->bases) return false;
  size_t inherited = base ? base->mro->size : 0;
  Tuple* mro = new_tuple(t, inherited + 1);
  if (!mro) return false;
  mro->items[0] = val(cls);
  for (size_t i = 0; i < inherited; ++i) mro->items[i + 1] = base->mro->items[i];
  cls->mro = mro;
  if (!cls->root) cls->root = new_root_shape(vm, cls);
  if (base) {
    cls->class_flags |= base->class_flags & (kClassHasDict | kClassGetattr | kClassGetattribute |
                                             kClassSetattr | kClassDel);
    if (!cls->native_type) cls->native_type = base->native_type;
    add_subclass(vm, base, cls);
  }
  return true;
}

}  // namespace

void make_core_classes(Vm* vm, Thread* t) {
  CoreClasses& c = vm->classes;
  vm->shape_ids.str = 1;
  vm->shape_ids.tuple = 2;
  vm->shape_ids.dict = 3;
  vm->shape_ids.type = 4;
#define CLASS(field, text, base, kind, flags) c.field = raw_class(t, Kind::kind, flags);
  BATON_CORE_CLASSES(CLASS)
#undef CLASS
#define EXC(field, text, base) c.field = raw_class(t, Kind::kException, kClassHasDict);
  BATON_EXCEPTIONS(EXC)
#undef EXC
  auto adopt = [&](Class* cls, uint32_t id) {
    cls->root = vm->shapes[id].get();
    cls->root->id = id;
    cls->root->cls = cls;
  };
  adopt(c.str, 1);
  adopt(c.tuple, 2);
  adopt(c.dict, 3);
  adopt(c.type, 4);
  // object's line names itself as base.
#define CLASS(field, text, base, kind, flags) \
  complete_class(t, c.field, text, c.field == c.object ? nullptr : c.base);
  BATON_CORE_CLASSES(CLASS)
#undef CLASS
#define EXC(field, text, base) complete_class(t, c.field, text, c.base);
  BATON_EXCEPTIONS(EXC)
#undef EXC
  // Bound builtins are BoundMethods whose class is that of builtin functions.
  c.builtin_function->dict_shape = new_root_shape(vm, c.builtin_function);

  CoreShapes& s = vm->shape_ids;
  s.float_ = c.float_->root->id;
  s.bigint = c.int_->root->id;
  s.complex_ = c.complex_->root->id;
  s.bytes = c.bytes->root->id;
  s.bytearray = c.bytearray->root->id;
  s.list = c.list->root->id;
  s.set = c.set->root->id;
  s.frozenset = c.frozenset->root->id;
  s.range = c.range->root->id;
  s.slice = c.slice->root->id;
  s.cell = c.cell->root->id;
  s.code = c.code->root->id;
  s.function = c.function->root->id;
  s.builtin_function = c.builtin_function->root->id;
  s.method_descriptor = c.method_descriptor->root->id;
  s.method = c.method->root->id;
  s.property = c.property->root->id;
  s.classmethod = c.classmethod->root->id;
  s.staticmethod = c.staticmethod->root->id;
  s.super = c.super->root->id;
  s.module = c.module->root->id;
  s.traceback = c.traceback->root->id;
  s.generator = c.generator->root->id;
  s.member_descriptor = c.member_descriptor->root->id;
}

Class* new_builtin_class(Thread* t, std::string_view name, Class* base, Kind instance_kind,
                         uint32_t flags, const NativeType* type) {
  Vm* vm = t->vm;
  Class* cls = raw_class(t, instance_kind, flags);
  if (!cls) return nullptr;
  forget_cached_class(vm, cls);
  cls->native_type = type;
  std::string_view module;  // "collections.deque" lives in collections
  if (size_t dot = name.rfind('.'); dot != name.npos) {
    module = name.substr(0, dot);
    name = name.substr(dot + 1);
  }
  if (!complete_class(t, cls, name, base ? base : vm->classes.object)) return nullptr;
  if (instance_kind == Kind::kInstance) cls->slot_hint = base ? base->slot_hint : 0;
  if ((flags & kClassHasDict) && instance_kind == Kind::kInstance && cls->slot_hint < 5)
    cls->slot_hint = 5;
  if (!module.empty()) {
    Value m = str_value(t, module);
    if (m.is_failed() || !dict_set_str(t, cls->dict, vm->names.module, m)) return nullptr;
    // What a module offers can be referred to weakly, unlike the iterators and views of builtins.
    if (instance_kind == Kind::kNativeObject) cls->class_flags |= kClassWeakRefs;
  }
  if (type) vm->native_classes[type] = cls;
  return cls;
}

void register_classes(Vm* vm, Thread* t) {
  register_object_methods(vm, t);
  register_object_reduce(vm, t);
  register_type_methods(vm, t);
  register_descriptors(vm, t);
  register_super(vm, t);
  register_function_attrs(vm, t);
  register_function_new(vm, t);
  register_code_attrs(vm, t);
  register_mapping_proxy(vm, t);
  ++vm->class_epoch;  // whatever was looked up before the methods came
}

}  // namespace baton
