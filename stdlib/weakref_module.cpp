// The _weakref module: ref objects and the questions about them. stdlib/lib/weakref.py builds the rest.
//
// The table and the collector's part are vm/heap/weak.h. `ref` without a callback gives the same
// object each time, as in CPython. A dead reference compares by identity and keeps a hash it already
// had. Proxies are weakref_proxy.cpp. Lock held.
// Behaviour: https://docs.python.org/3.11/library/weakref.html
#include "stdlib/weakref_module.h"

#include "stdlib/stdlib.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"

namespace baton {
namespace {

NativeGroup ref_methods{"ReferenceType"};
NativeGroup functions{"_weakref"};

WeakRef* self_of(Thread* t, Value self) { return native_self<WeakRef>(t, self, &kWeakRefType); }

Class* ref_class(Vm* vm) { return native_class(vm, &kWeakRefType); }

Value ref_new(Thread* t, Class* cls, Kw kw, Args args) {
  if (kw.dict && kw.dict->size && cls == ref_class(t->vm))
    return type_error(t, "ref() takes no keyword arguments");
  if (args.n < 1) return type_error(t, "__new__ expected at least 1 argument, got 0");
  if (args.n > 2)
    return raisef(t, t->vm->classes.type_error, "__new__ expected at most 2 arguments, got %u",
                  args.n);
  Value target = args.v[0];
  Value callback = args.n > 1 ? args.v[1] : Value::none();
  if (callback.is_none() && cls == ref_class(t->vm) && target.is_ptr()) {
    for (WeakRef* r = first_weak_ref(t->vm, target.ptr()); r; r = r->next) {
      if (!r->proxy && r->callback.is_none() && class_of(t->vm, val(r)) == cls) return val(r);
    }
  }
  WeakRef* r = new_weak_ref(t, cls, target, callback, false);
  return r ? val(r) : Value::failed();
}
DEF_NEW(ref_methods, ref_new, "ReferenceType(cls, /, *args, **kwargs)", "A weak reference.")

Value ref_init(Thread* t, Value self, Args args) {
  if (!self_of(t, self)) return Value::failed();
  if (args.n < 1) return type_error(t, "__init__ expected at least 1 argument, got 0");
  if (args.n > 2)
    return raisef(t, t->vm->classes.type_error, "__init__ expected at most 2 arguments, got %u",
                  args.n);
  return Value::none();
}
DEF(ref_methods, ref_init, "__init__(self, /, *args)", "Nothing is left to be done.")

Value ref_call(Thread* t, Value self) {
  WeakRef* r = self_of(t, self);
  if (!r) return Value::failed();
  return r->target ? val(r->target) : Value::none();
}
DEF(ref_methods, ref_call, "__call__(self, /)", "The object referred to, or None if it is dead.")

Value ref_callback(Thread* t, Value self) {
  WeakRef* r = self_of(t, self);
  if (!r) return Value::failed();
  return r->target ? r->callback : Value::none();
}
DEF_GET(ref_methods, ref_callback, "__callback__(self)", "What is called when the object dies.")

Value ref_hash(Thread* t, Value self) {
  WeakRef* r = self_of(t, self);
  if (!r) return Value::failed();
  if (!r->hashed) {
    if (!r->target) return type_error(t, "weak object has gone away");
    int64_t h;
    Value target = val(r->target);
    if (!hash_value(t, target, &h)) return Value::failed();
    r->hash = h;
    r->hashed = true;
  }
  return new_int(t, r->hash);
}
DEF(ref_methods, ref_hash, "__hash__(self, /)", "The hash of the object referred to.")

Value ref_compare(Thread* t, Value self, Value other, CmpOp op) {
  WeakRef* a = self_of(t, self);
  if (!a) return Value::failed();
  NativeObject* n = try_as<NativeObject>(other);
  if (!n || n->type != &kWeakRefType || static_cast<WeakRef*>(n)->proxy)
    return Value::not_implemented();
  auto* b = static_cast<WeakRef*>(n);
  if (!a->target || !b->target) return Value::boolean((a == b) == (op == CmpOp::kEq));
  return compare(t, op, val(a->target), val(b->target));
}
Value ref_eq(Thread* t, Value self, Value other) { return ref_compare(t, self, other, CmpOp::kEq); }
DEF(ref_methods, ref_eq, "__eq__(self, value, /)", "Return self==value.")
Value ref_ne(Thread* t, Value self, Value other) { return ref_compare(t, self, other, CmpOp::kNe); }
DEF(ref_methods, ref_ne, "__ne__(self, value, /)", "Return self!=value.")

Value ref_repr(Thread* t, Value self) {
  WeakRef* r = self_of(t, self);
  if (!r) return Value::failed();
  auto at = [](const void* p) { return reinterpret_cast<unsigned long>(p); };
  if (!r->target) return str_value(t, format_message("<weakref at 0x%lx; dead>", at(r)));
  Value target = val(r->target);
  Str* key = intern(t, "__name__");
  if (!key) return Value::failed();
  Value name = get_attr_or_unbound(t, target, key);
  if (name.is_failed()) return name;
  std::string text = format_message("<weakref at 0x%lx; to '%s' at 0x%lx", at(r),
                                    type_name(t, target).c_str(), at(target.ptr()));
  if (is<Str>(name)) text += " (" + std::string(as<Str>(name)->view()) + ")";
  return str_value(t, text + ">");
}
DEF(ref_methods, ref_repr, "__repr__(self, /)", "Return repr(self).")

Value ref_class_getitem(Thread* t, Class* cls, Value item) {
  return new_generic_alias(t, val(cls), item);
}
DEF_CLASS(ref_methods, ref_class_getitem, "__class_getitem__(cls, item, /)", "See PEP 585")

Value getweakrefcount(Thread* t, Value object) {
  int64_t n = 0;
  if (object.is_ptr()) {
    for (WeakRef* r = first_weak_ref(t->vm, object.ptr()); r; r = r->next) ++n;
  }
  return Value::from_int(n);
}
DEF(functions, getweakrefcount, "getweakrefcount(object, /)", "How many weak references there are.")

// References that CPython shares come first, then the others, newest first.
Value getweakrefs(Thread* t, Value object) {
  List* out = new_list(t);
  if (!out || !object.is_ptr()) return out ? val(out) : Value::failed();
  RootVec kept(t);
  for (WeakRef* r = first_weak_ref(t->vm, object.ptr()); r; r = r->next) {
    bool shared = r->callback.is_none() && class_of(t->vm, val(r)) == ref_class(t->vm);
    kept.v.insert(shared ? kept.v.begin() : kept.v.end(), val(r));
  }
  for (size_t i = 0; i < kept.v.size(); ++i) {
    if (!list_append(t, out, kept.v[i])) return Value::failed();
  }
  return val(out);
}
DEF(functions, getweakrefs, "getweakrefs(object, /)", "A list of the weak references to it.")

}  // namespace

void init_weakref(Thread* t, Module* m) {
  Vm* vm = t->vm;
  Class* cls = new_builtin_class(t, "weakref.ReferenceType", vm->classes.object,
                                 Kind::kNativeObject, 0, &kWeakRefType);
  if (!cls) return;
  cls->class_flags &= ~uint32_t{kClassWeakRefs};  // none to a reference itself
  install_methods(t, cls, ref_methods);
  install_functions(t, m, functions);
  if (!dict_set_cstr(t, m->dict, "ref", val(cls)) ||
      !dict_set_cstr(t, m->dict, "ReferenceType", val(cls)))
    return;
  init_weakref_proxies(t, m);
}

}  // namespace baton
