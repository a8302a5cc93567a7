// _abc: what abc.ABCMeta does on each isinstance() and issubclass() with an abstract base class.
//
// Each class made by ABCMeta holds an AbcData: the classes registered with it, and the answers given so
// far. Refusals are forgotten when anything is registered anywhere in the Vm, which a counter kept in
// the module tells; acceptances stay. Answers keep the classes they are about alive, so both sets are
// emptied when they have grown large. Asking runs script: everything is read anew after it. Lock held.
// Behaviour: https://docs.python.org/3.11/library/abc.html
#include "stdlib/stdlib.h"
#include "vm/native/native.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"

namespace baton {
namespace {

constexpr uint32_t kMostAnswers = 2000;

struct AbcCounter : NativeObject {
  int64_t registrations;
};
const NativeType kCounterType{"_abc._counter", nullptr, nullptr, nullptr};

struct AbcData : NativeObject {
  List* registry;
  Set* accepted;
  Set* refused;
  AbcCounter* counter;
  int64_t refused_at;  // the counter's value that `refused` belongs to
};
void trace_data(Object* o, Marker& m) {
  auto* d = static_cast<AbcData*>(o);
  m.mark_object(d->registry);
  m.mark_object(d->accepted);
  m.mark_object(d->refused);
  m.mark_object(d->counter);
}
const NativeType kDataType{"_abc._abc_data", trace_data, nullptr, nullptr};

NativeGroup abc_functions{"_abc"};
NativeGroup meta_methods{"ABCMeta"};

AbcCounter* counter_of(Thread* t) {
  Str* module = intern(t, "_abc");
  Str* name = module ? intern(t, "_counter") : nullptr;
  Module* m = name ? try_as<Module>(dict_get_str(t->vm->modules, module)) : nullptr;
  Value v = m ? dict_get_str(m->dict, name) : Value::unbound();
  if (native_type_of(v) == &kCounterType) return static_cast<AbcCounter*>(v.ptr());
  if (t->exception.is_unbound()) runtime_error(t, "module _abc is not loaded");
  return nullptr;
}

// The data of a class made by ABCMeta; null with TypeError pending. A class whose making failed half-way (its base's
// __init_subclass__ raised) has none of its own but is still listed as a subclass: its base's data serve it, as in CPython.
AbcData* data_of(Thread* t, Class* cls) {
  Str* name = intern(t, "_abc_impl");
  if (!name) return nullptr;
  Value v = find_in_class(t->vm, cls, name);
  if (native_type_of(v) == &kDataType) return static_cast<AbcData*>(v.ptr());
  type_error(t, "_abc_impl is set to a wrong type");
  return nullptr;
}

bool remember(Thread* t, Set* answers, Value cls) {
  if (answers->used >= kMostAnswers) set_clear(t, answers);
  return set_add(t, answers, cls);
}

bool is_abstract(Thread* t, Value v, bool* out) {
  *out = false;
  Value flag = get_attr_or_unbound(t, v, t->vm->names.isabstractmethod);
  if (flag.is_failed()) return false;
  return flag.is_unbound() || truth(t, flag, out);
}

// cls.__abstractmethods__ from its own namespace and what its bases still ask for.
bool find_abstract(Thread* t, Class* cls) {
  Vm* vm = t->vm;
  Set* found = new_set(t, true);
  if (!found) return false;
  bool yes;
  Tuple* own = new_tuple(t, size_t{2} * cls->dict->size);
  if (!own) return false;
  size_t n = 0;
  for (uint32_t i = 0; i < cls->dict->used && n + 2 <= own->size; ++i) {
    const DictEntry& e = cls->dict->entries[i];
    if (e.key.is_unbound()) continue;
    barrier_store(own, &own->items[n++], e.key);
    barrier_store(own, &own->items[n++], e.value);
  }
  for (size_t i = 0; i + 1 < n; i += 2) {
    if (!own->items[i + 1].is_ptr()) continue;
    if (!is_abstract(t, own->items[i + 1], &yes)) return false;
    if (yes && !set_add(t, found, own->items[i])) return false;
  }
  for (size_t i = 0; i < cls->bases->size; ++i) {
    Value names = get_attr_or_unbound(t, cls->bases->items[i], vm->names.abstractmethods);
    if (names.is_failed()) return false;
    if (names.is_unbound()) continue;
    bool ok = for_each_item(t, names, [&](Value name) {
      if (!is<Str>(name)) return true;
      Value v = get_attr_or_unbound(t, val(cls), as<Str>(name));
      if (v.is_failed()) return false;
      if (v.is_unbound()) return true;
      return is_abstract(t, v, &yes) && (!yes || set_add(t, found, name));
    });
    if (!ok) return false;
  }
  return set_attr(t, val(cls), vm->names.abstractmethods, val(found));
}

Value abc_init(Thread* t, Class* cls) {
  AbcCounter* counter = counter_of(t);
  if (!counter || !find_abstract(t, cls)) return Value::failed();
  List* registry = new_list(t);
  Set* accepted = registry ? new_set(t, false) : nullptr;
  Set* refused = accepted ? new_set(t, false) : nullptr;
  auto* d = refused ? make_native<AbcData>(t, &kDataType) : nullptr;
  if (!d) return Value::failed();
  d->registry = registry;
  d->accepted = accepted;
  d->refused = refused;
  d->counter = counter;
  d->refused_at = counter->registrations;
  Str* name = intern(t, "_abc_impl");
  return name && class_set_attr(t, cls, name, val(d)) ? Value::none() : Value::failed();
}
DEF(abc_functions, abc_init, "_abc_init(cls, /)", "Prepare a new abstract base class.")

Value abc_find_abstract(Thread* t, Class* cls) {
  return find_abstract(t, cls) ? Value::none() : Value::failed();
}
DEF(abc_functions, abc_find_abstract, "_find_abstract(cls, /)",
    "Work out the abstract methods of a class anew.")

Value abc_get_cache_token(Thread* t) {
  AbcCounter* c = counter_of(t);
  return c ? Value::from_int(c->registrations) : Value::failed();
}
DEF(abc_functions, abc_get_cache_token, "get_cache_token()",
    "A number that changes with every call of register() on any ABC.")

// issubclass(a, b) as script would ask.
bool ask_subclass(Thread* t, Value a, Value b, bool* out) {
  *out = false;
  Class* of = try_as<Class>(b);
  if (of && class_of(t->vm, b) == t->vm->classes.type && is<Class>(a)) {
    *out = is_subclass(as<Class>(a), of);
    return true;
  }
  Value r = call_special(t, b, t->vm->names.subclasscheck, &a, 1);
  if (r.is_failed()) return false;
  if (!r.is_unbound()) return truth(t, r, out);
  type_error(t, "issubclass() arg 2 must be a class, a tuple of classes, or a union");
  return false;
}

// Looks the answer up: 1, 0, -1 not known, -2 failed.
int known_answer(Thread* t, AbcData* d, Value cls) {
  bool found = false;
  if (!set_contains(t, d->accepted, cls, &found)) return -2;
  if (found) return 1;
  if (d->refused_at != d->counter->registrations) {
    set_clear(t, d->refused);
    d->refused_at = d->counter->registrations;
    return -1;
  }
  if (!set_contains(t, d->refused, cls, &found)) return -2;
  return found ? 0 : -1;
}

bool work_out(Thread* t, Class* self, AbcData* d, Class* cls, bool* out) {
  Str* hook = intern(t, "__subclasshook__");
  if (!hook) return false;
  Value arg = val(cls);
  Value r = call_method(t, val(self), hook, &arg, 1);
  if (r.is_failed()) return false;
  if (!r.is_not_implemented()) {
    if (!r.is_bool()) {
      raise(t, t->vm->classes.assertion_error,
            "__subclasshook__ must return either False, True, or NotImplemented");
      return false;
    }
    *out = r.is_true();
    return true;
  }
  *out = is_subclass(cls, self);
  if (*out) return true;
  for (size_t i = 0; i < d->registry->size; ++i) {
    if (!ask_subclass(t, arg, d->registry->items[i], out)) return false;
    if (*out) return true;
  }
  RootVec subclasses(t);
  for (Class* c : live_subclasses(t->vm, self)) subclasses.v.push_back(val(c));
  for (size_t i = 0; i < subclasses.v.size(); ++i) {
    if (!ask_subclass(t, arg, subclasses.v[i], out)) return false;
    if (*out) return true;
  }
  return true;
}

Value meta_subclasscheck(Thread* t, Class* self, Value subclass) {
  if (!is<Class>(subclass)) return type_error(t, "issubclass() arg 1 must be a class");
  AbcData* d = data_of(t, self);
  if (!d) return Value::failed();
  int known = known_answer(t, d, subclass);
  if (known == -2) return Value::failed();
  if (known >= 0) return Value::boolean(known);
  if (native_stack_exhausted(t)) return Value::failed();
  bool yes = false;
  if (!work_out(t, self, d, as<Class>(subclass), &yes)) return Value::failed();
  if (!remember(t, yes ? d->accepted : d->refused, subclass)) return Value::failed();
  return Value::boolean(yes);
}
DEF(meta_methods, meta_subclasscheck, "__subclasscheck__(cls, subclass, /)",
    "Override for issubclass(subclass, cls).")

Value meta_instancecheck(Thread* t, Class* self, Value instance) {
  AbcData* d = data_of(t, self);
  if (!d) return Value::failed();
  Value kind = val(class_of(t->vm, instance));
  Value claimed = kind;
  if (is<Instance>(instance)) {
    claimed = get_attr(t, instance, t->vm->names.class_);
    if (claimed.is_failed()) return claimed;
  }
  int known = is<Class>(claimed) ? known_answer(t, d, claimed) : -1;
  if (known == -2) return Value::failed();
  if (known == 1 || (known == 0 && claimed == kind)) return Value::boolean(known);
  bool yes;
  if (known < 0) {
    Value r = call_special(t, val(self), t->vm->names.subclasscheck, &claimed, 1);
    if (r.is_failed() || !truth(t, r, &yes)) return Value::failed();
    if (yes || claimed == kind) return Value::boolean(yes);
  }
  Value r = call_special(t, val(self), t->vm->names.subclasscheck, &kind, 1);
  if (r.is_failed() || !truth(t, r, &yes)) return Value::failed();
  return Value::boolean(yes);
}
DEF(meta_methods, meta_instancecheck, "__instancecheck__(cls, instance, /)",
    "Override for isinstance(instance, cls).")

Value meta_register(Thread* t, Class* self, Value subclass) {
  if (!is<Class>(subclass)) return type_error(t, "Can only register classes");
  bool already;
  if (!ask_subclass(t, subclass, val(self), &already)) return Value::failed();
  if (already) return subclass;
  if (!ask_subclass(t, val(self), subclass, &already)) return Value::failed();
  if (already) return runtime_error(t, "Refusing to create an inheritance cycle");
  AbcData* d = data_of(t, self);
  if (!d || !list_append(t, d->registry, subclass)) return Value::failed();
  d->counter->registrations++;
  return subclass;
}
DEF(meta_methods, meta_register, "register(cls, subclass)",
    "Register a virtual subclass; returns it, so that this can be a decorator.")

}  // namespace

void init_abc(Thread* t, Module* m) {
  install_functions(t, m, abc_functions);
  Class* object = t->vm->classes.object;
  new_builtin_class(t, "_abc._counter", object, Kind::kNativeObject, kClassNoSubclass,
                    &kCounterType);
  new_builtin_class(t, "_abc._abc_data", object, Kind::kNativeObject, kClassNoSubclass, &kDataType);
  auto* counter = make_native<AbcCounter>(t, &kCounterType);
  if (!counter) return;
  counter->registrations = 0;
  dict_set_cstr(t, m->dict, "_counter", val(counter));
  // The methods are taken out of this class by abc.py, into ABCMeta.
  Class* methods = new_builtin_class(t, "_abc._Methods", object, Kind::kInstance, kClassNoSubclass);
  if (!methods) return;
  install_methods(t, methods, meta_methods);
  dict_set_cstr(t, m->dict, "_Methods", val(methods));
}

}  // namespace baton
