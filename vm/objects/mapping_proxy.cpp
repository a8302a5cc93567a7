// mappingproxy: the read-only view of a mapping that `C.__dict__` is.
//
// It holds the mapping itself, so later changes of the class show. Lock held; operations run the
// mapping's own methods.
#include "vm/objects/attribute.h"
#include "vm/objects/bootstrap.h"
#include "vm/objects/containers.h"

namespace baton {

namespace {

struct MappingProxy : NativeObject {
  Value mapping;
};

void trace_proxy(Object* o, Marker& m) { m.mark(static_cast<MappingProxy*>(o)->mapping); }

const NativeType kMappingProxyType = {"mappingproxy", trace_proxy, nullptr, nullptr};
NativeGroup proxy_methods{"mappingproxy"};

Value make_proxy(Thread* t, uint32_t shape, Value mapping) {
  auto* p = static_cast<MappingProxy*>(
      t->vm->heap.allocate(t, sizeof(MappingProxy), Kind::kNativeObject, shape));
  if (!p) return Value::failed();
  p->type = &kMappingProxyType;
  p->mapping = mapping;
  return val(p);
}

// The mapping behind self; failed() for another type.
Value inner(Thread* t, Value self) {
  NativeObject* o = try_as<NativeObject>(self);
  if (o && o->type == &kMappingProxyType) return static_cast<MappingProxy*>(o)->mapping;
  return type_error(
      t, "descriptor requires a 'mappingproxy' object but received a '" + type_name(t, self) + "'");
}

Value proxy_new(Thread* t, Class* cls, Value mapping) {
  if (find_in_class(t->vm, class_of(t->vm, mapping), t->vm->names.getitem).is_unbound() ||
      is<List>(mapping) || is<Tuple>(mapping))
    return type_error(t, "mappingproxy() argument must be a mapping, not " + type_name(t, mapping));
  return make_proxy(t, cls->root->id, mapping);
}
DEF_NEW(proxy_methods, proxy_new, "mappingproxy(cls, mapping)", "Read-only proxy of a mapping.")

Value proxy_getitem(Thread* t, Value self, Value key) {
  Value m = inner(t, self);
  return m.is_failed() ? m : get_item(t, m, key);
}
DEF(proxy_methods, proxy_getitem, "__getitem__(self, key, /)", "Return self[key].")
Value proxy_contains(Thread* t, Value self, Value key) {
  Value m = inner(t, self);
  bool found;
  if (m.is_failed() || !contains(t, m, key, &found)) return Value::failed();
  return Value::boolean(found);
}
DEF(proxy_methods, proxy_contains, "__contains__(self, key, /)", "Return key in self.")
Value proxy_len(Thread* t, Value self) {
  Value m = inner(t, self);
  int64_t n;
  if (m.is_failed() || !length_of(t, m, &n)) return Value::failed();
  return new_int(t, n);
}
DEF(proxy_methods, proxy_len, "__len__(self, /)", "Return len(self).")
Value proxy_iter(Thread* t, Value self) {
  Value m = inner(t, self);
  return m.is_failed() ? m : get_iter(t, m);
}
DEF(proxy_methods, proxy_iter, "__iter__(self, /)", "Implement iter(self).")

Value forward(Thread* t, Value self, std::string_view method, const Value* args, uint32_t n) {
  Value m = inner(t, self);
  if (m.is_failed()) return m;
  Str* name = intern(t, method);
  return name ? call_method(t, m, name, args, n) : Value::failed();
}
Value proxy_reversed(Thread* t, Value self) { return forward(t, self, "__reversed__", nullptr, 0); }
DEF(proxy_methods, proxy_reversed, "__reversed__(self, /)", "D.__reversed__() -> reverse iterator")
Value proxy_get(Thread* t, Value self, Value key, Value def) {
  Value args[2] = {key, def};
  return forward(t, self, "get", args, 2);
}
DEF(proxy_methods, proxy_get, "get(self, key, default=None, /)",
    "Return the value for key if key is in the mapping, else default.")
Value proxy_keys(Thread* t, Value self) { return forward(t, self, "keys", nullptr, 0); }
DEF(proxy_methods, proxy_keys, "keys(self, /)",
    "D.keys() -> a set-like object providing a view on D's keys")
Value proxy_values(Thread* t, Value self) { return forward(t, self, "values", nullptr, 0); }
DEF(proxy_methods, proxy_values, "values(self, /)",
    "D.values() -> an object providing a view on D's values")
Value proxy_items(Thread* t, Value self) { return forward(t, self, "items", nullptr, 0); }
DEF(proxy_methods, proxy_items, "items(self, /)",
    "D.items() -> a set-like object providing a view on D's items")
Value proxy_copy(Thread* t, Value self) { return forward(t, self, "copy", nullptr, 0); }
DEF(proxy_methods, proxy_copy, "copy(self, /)", "D.copy() -> a shallow copy of D")

Value proxy_compare(Thread* t, CmpOp op, Value self, Value other) {
  Value m = inner(t, self);
  return m.is_failed() ? m : compare(t, op, m, other);
}
BATON_DEF_COMPARE(proxy_methods, proxy_cmp, proxy_compare)
Value proxy_or(Thread* t, Value self, Value other) {
  Value m = inner(t, self);
  if (m.is_failed()) return m;
  NativeObject* o = try_as<NativeObject>(other);
  if (o && o->type == &kMappingProxyType) other = static_cast<MappingProxy*>(o)->mapping;
  return binary_op(t, BinOp::kOr, m, other);
}
DEF(proxy_methods, proxy_or, "__or__(self, value, /)", "Return self|value.")
Value proxy_ror(Thread* t, Value self, Value other) {
  Value m = inner(t, self);
  return m.is_failed() ? m : binary_op(t, BinOp::kOr, other, m);
}
DEF(proxy_methods, proxy_ror, "__ror__(self, value, /)", "Return value|self.")
Value proxy_ior(Thread* t, Value self, Value) {
  return type_error(t, "'|=' is not supported by " + type_name(t, self) + "; use '|' instead");
}
DEF(proxy_methods, proxy_ior, "__ior__(self, value, /)", "Always refuses.")
Value proxy_class_getitem(Thread* t, Class* cls, Value item) {
  return new_generic_alias(t, val(cls), item);
}
DEF_CLASS(proxy_methods, proxy_class_getitem, "__class_getitem__(cls, item, /)", "See PEP 585")
Value proxy_repr(Thread* t, Value self) {
  Value m = inner(t, self);
  if (m.is_failed()) return m;
  std::string s = "mappingproxy(";
  if (!repr_to(t, m, &s)) return Value::failed();
  return str_value(t, s + ")");
}
DEF(proxy_methods, proxy_repr, "__repr__(self, /)", "Return repr(self).")
Value proxy_str(Thread* t, Value self) {
  Value m = inner(t, self);
  return m.is_failed() ? m : str_of(t, m);
}
DEF(proxy_methods, proxy_str, "__str__(self, /)", "Return str(self).")

}  // namespace

Value native_to_mapping_proxy(Thread* t, Dict* d) {
  return make_proxy(t, native_class(t->vm, &kMappingProxyType)->root->id, val(d));
}

void register_mapping_proxy(Vm*, Thread* t) {
  Class* cls = new_builtin_class(t, "mappingproxy", nullptr, Kind::kNativeObject, kClassNoSubclass,
                                 &kMappingProxyType);
  if (!cls) return;
  install_methods(t, cls, proxy_methods);
  dict_set_str(t, cls->dict, t->vm->names.hash, Value::none());
}

}  // namespace baton
