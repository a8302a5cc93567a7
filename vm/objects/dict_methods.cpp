// The methods of dict. Lookup, insertion and merging are in dict.cpp, the views in dict_views.cpp.
#include "vm/native/native.h"
#include "vm/objects/containers.h"

namespace baton {

namespace {

NativeGroup dict_methods{"dict"};

Value done(bool ok) { return ok ? Value::none() : Value::failed(); }

// The arguments are __init__'s business: a subclass may have its own.
Value dict_new(Thread* t, Class* cls, Kw, Args) {
  if (!check_new(t, cls, t->vm->classes.dict)) return Value::failed();
  Dict* d = new_dict_of_shape(t, shape_of(cls));
  return d ? val(d) : Value::failed();
}
DEF_NEW(dict_methods, dict_new, "dict(cls, *args, **kwargs)",
        "dict() -> new empty dictionary\ndict(mapping) -> new dictionary initialized from a "
        "mapping object's\n    (key, value) pairs\ndict(iterable) -> new dictionary initialized as "
        "if via:\n    d = {}\n    for k, v in iterable:\n        d[k] = v\ndict(**kwargs) -> new "
        "dictionary initialized with the name=value pairs\n    in the keyword argument list.  For "
        "example:  dict(one=1, two=2)")

Value update_with(Thread* t, Dict* self, const char* name, Kw kw, Args args) {
  if (args.n > 1)
    return raisef(t, t->vm->classes.type_error, "%s expected at most 1 argument, got %u", name,
                  args.n);
  if (args.n == 1 && !dict_update(t, self, args.v[0])) return Value::failed();
  return done(!kw.dict || dict_merge(t, self, kw.dict));
}
Value dict_init(Thread* t, Dict* self, Kw kw, Args args) {
  return update_with(t, self, "dict", kw, args);
}
DEF(dict_methods, dict_init, "__init__(self, /, *args, **kwargs)",
    "Initialize self.  See help(type(self)) for accurate signature.")
Value dict_update_method(Thread* t, Dict* self, Kw kw, Args args) {
  return update_with(t, self, "update", kw, args);
}
DEF(dict_methods, dict_update_method, "update(self, /, *args, **kwargs)",
    "D.update([E, ]**F) -> None.  Update D from dict/iterable E and F.\nIf E is present and has a "
    ".keys() method, then does:  for k in E: D[k] = E[k]\nIf E is present and lacks a .keys() "
    "method, then does:  for k, v in E: D[k] = v\nIn either case, this is followed by: for k in "
    "F:  D[k] = F[k]")

int64_t dict_len(Thread*, Dict* self) { return self->size; }
DEF(dict_methods, dict_len, "__len__(self, /)", "Return len(self).")
Value dict_getitem(Thread* t, Dict* self, Value key) { return dict_subscript(t, self, key); }
DEF(dict_methods, dict_getitem, "__getitem__(self, key, /)", "x.__getitem__(y) <==> x[y]")
Value dict_setitem(Thread* t, Dict* self, Value key, Value v) {
  return done(dict_set(t, self, key, v));
}
DEF(dict_methods, dict_setitem, "__setitem__(self, key, value, /)", "Set self[key] to value.")
Value dict_delitem(Thread* t, Dict* self, Value key) {
  int r = dict_del(t, self, key);
  return r == 0 ? raise_key_error(t, key) : done(r > 0);
}
DEF(dict_methods, dict_delitem, "__delitem__(self, key, /)", "Delete self[key].")
Value dict_contains(Thread* t, Dict* self, Value key) {
  Value v = dict_get(t, self, key);
  return v.is_failed() ? v : Value::boolean(!v.is_unbound());
}
DEF(dict_methods, dict_contains, "__contains__(self, key, /)",
    "True if the dictionary has the specified key, else False.")
Value dict_iter(Thread* t, Dict* self) { return new_dict_iterator(t, self, DictPart::kKeys); }
DEF(dict_methods, dict_iter, "__iter__(self, /)", "Implement iter(self).")
Value dict_reversed(Thread* t, Dict* self) {
  return new_dict_iterator(t, self, DictPart::kKeys, true);
}
DEF(dict_methods, dict_reversed, "__reversed__(self, /)",
    "Return a reverse iterator over the dict keys.")
BATON_DEF_COMPARE(dict_methods, dict_cmp, dict_compare)

Value dict_or(Thread* t, Dict* self, Value value) { return dict_union(t, val(self), value, false); }
DEF(dict_methods, dict_or, "__or__(self, value, /)", "Return self|value.")
Value dict_ror(Thread* t, Dict* self, Value value) {
  return dict_union(t, value, val(self), false);
}
DEF(dict_methods, dict_ror, "__ror__(self, value, /)", "Return value|self.")
Value dict_ior(Thread* t, Dict* self, Value value) { return dict_union(t, val(self), value, true); }
DEF(dict_methods, dict_ior, "__ior__(self, value, /)", "Return self|=value.")

Value dict_repr(Thread* t, Dict* self) {
  if (self->size == 0) return str_value(t, "{}");
  ReprGuard guard(t, val(self));
  if (!guard.entered) return str_value(t, "{...}");
  if (native_stack_exhausted(t)) return Value::failed();
  std::string out = "{";
  bool first = true;
  for (uint32_t i = 0; i < self->used; ++i) {
    DictEntry e = self->entries[i];
    if (e.key.is_unbound()) continue;
    if (!first) out += ", ";
    first = false;
    if (!repr_to(t, e.key, &out)) return Value::failed();
    out += ": ";
    if (!repr_to(t, e.value, &out)) return Value::failed();
  }
  return str_value(t, out + "}");
}
DEF(dict_methods, dict_repr, "__repr__(self, /)", "Return repr(self).")

Value dict_get_method(Thread* t, Dict* self, Value key, Value fallback) {
  Value v = dict_get(t, self, key);
  return v.is_unbound() ? fallback : v;
}
DEF(dict_methods, dict_get_method, "get(self, key, default=None, /)",
    "Return the value for key if key is in the dictionary, else default.")

Value dict_setdefault(Thread* t, Dict* self, Value key, Value fallback) {
  int64_t hash;
  if (!hash_key(t, key, &hash)) return Value::failed();
  Value v = dict_get_hashed(t, self, key, hash);
  if (!v.is_unbound()) return v;
  return dict_set_hashed(t, self, key, hash, fallback) ? fallback : Value::failed();
}
DEF(dict_methods, dict_setdefault, "setdefault(self, key, default=None, /)",
    "Insert key with a value of default if key is not in the dictionary.\n\nReturn the value for "
    "key if key is in the dictionary, else default.")

Value dict_pop(Thread* t, Dict* self, Value key, Value fallback) {
  int64_t hash;
  if (!hash_key(t, key, &hash)) return Value::failed();
  Value v = dict_get_hashed(t, self, key, hash);
  if (v.is_failed()) return v;
  if (v.is_unbound()) return fallback.is_unbound() ? raise_key_error(t, key) : fallback;
  return dict_del_hashed(t, self, key, hash) < 0 ? Value::failed() : v;
}
DEF(dict_methods, dict_pop, "pop(self, key, default=<absent>, /)",
    "D.pop(k[,d]) -> v, remove specified key and return the corresponding value.\n\nIf the key is "
    "not found, return the default if given; otherwise,\nraise a KeyError.")

Value dict_popitem(Thread* t, Dict* self) {
  if (self->size == 0) return raise(t, t->vm->classes.key_error, "popitem(): dictionary is empty");
  Tuple* pair = new_tuple(t, 2);
  if (!pair) return Value::failed();
  dict_pop_last(self, &pair->items[0], &pair->items[1]);
  return val(pair);
}
DEF(dict_methods, dict_popitem, "popitem(self, /)",
    "Remove and return a (key, value) pair as a 2-tuple.\n\nPairs are returned in LIFO (last-in, "
    "first-out) order.\nRaises KeyError if the dict is empty.")

void dict_clear_method(Thread*, Dict* self) { dict_clear(self); }
DEF(dict_methods, dict_clear_method, "clear(self, /)",
    "D.clear() -> None.  Remove all items from D.")
Dict* dict_copy_method(Thread* t, Dict* self) { return dict_copy(t, self); }
DEF(dict_methods, dict_copy_method, "copy(self, /)", "D.copy() -> a shallow copy of D")

Value dict_keys(Thread* t, Dict* self) { return new_dict_view(t, self, DictPart::kKeys); }
DEF(dict_methods, dict_keys, "keys(self, /)",
    "D.keys() -> a set-like object providing a view on D's keys")
Value dict_values(Thread* t, Dict* self) { return new_dict_view(t, self, DictPart::kValues); }
DEF(dict_methods, dict_values, "values(self, /)",
    "D.values() -> an object providing a view on D's values")
Value dict_items(Thread* t, Dict* self) { return new_dict_view(t, self, DictPart::kItems); }
DEF(dict_methods, dict_items, "items(self, /)",
    "D.items() -> a set-like object providing a view on D's items")

Value dict_fromkeys(Thread* t, Class* cls, Value iterable, Value value) {
  Value made = cls == t->vm->classes.dict ? val(new_dict(t)) : call0(t, val(cls));
  if (made.is_failed() || made == val(nullptr)) return Value::failed();
  bool plain = exact_dict(t, made);
  bool ok = for_each_item(t, iterable, [&](Value key) {
    return plain ? dict_set(t, as<Dict>(made), key, value) : set_item(t, made, key, value);
  });
  return ok ? made : Value::failed();
}
DEF_CLASS(dict_methods, dict_fromkeys, "fromkeys(cls, iterable, value=None, /)",
          "Create a new dictionary with keys from iterable and values set to value.")

int64_t dict_sizeof(Thread*, Dict* self) {
  size_t index = self->index ? (size_t{self->index_mask} + 1) * sizeof(int32_t) : 0;
  return static_cast<int64_t>(sizeof(Dict) + self->capacity * sizeof(DictEntry) + index);
}
DEF(dict_methods, dict_sizeof, "__sizeof__(self, /)",
    "D.__sizeof__() -> size of D in memory, in bytes")

Value dict_class_getitem(Thread* t, Class* cls, Value item) {
  return new_generic_alias(t, val(cls), item);
}
DEF_CLASS(dict_methods, dict_class_getitem, "__class_getitem__(cls, item, /)", "See PEP 585")

}  // namespace

void register_dict(Vm* vm, Thread* t) {
  install_methods(t, vm->classes.dict, dict_methods);
  set_unhashable(t, vm->classes.dict);
}

}  // namespace baton
