// types.GenericAlias: what `list[int]` is. Remembers the class and the arguments for printing and
// inspection; calling it calls the class, and nothing is checked.
#include "vm/native/native.h"
#include "vm/objects/containers.h"

namespace baton {

namespace {

struct GenericAlias : NativeObject {
  Value origin;
  Value args;  // Tuple
};

void trace_alias(Object* o, Marker& m) {
  m.mark(static_cast<GenericAlias*>(o)->origin);
  m.mark(static_cast<GenericAlias*>(o)->args);
}
const NativeType kAliasType = {"GenericAlias", trace_alias, nullptr, nullptr};

NativeGroup alias_methods{"GenericAlias"};

GenericAlias* self_of(Thread* t, Value self) {
  return native_self<GenericAlias>(t, self, &kAliasType);
}

Value alias_new(Thread* t, Class*, Value origin, Value args) {
  return new_generic_alias(t, origin, args);
}
DEF_NEW(alias_methods, alias_new, "GenericAlias(cls, origin, args, /)",
        "Represent a PEP 585 generic type\n\nE.g. for t = list[int], t.__origin__ is list and "
        "t.__args__ is (int,).")

Value alias_origin(Thread* t, Value self) {
  GenericAlias* a = self_of(t, self);
  return a ? a->origin : Value::failed();
}
DEF_GET(alias_methods, alias_origin, "__origin__(self)", "")
Value alias_args(Thread* t, Value self) {
  GenericAlias* a = self_of(t, self);
  return a ? a->args : Value::failed();
}
DEF_GET(alias_methods, alias_args, "__args__(self)", "")
// Type variables are typing's: a function of _generic_alias, or unbound() while typing was not
// imported.
Value helper(Thread* t, std::string_view name) {
  if (dict_get_str(t->vm->modules, intern(t, "typing")).is_unbound()) return Value::unbound();
  Value m = import_module(t, "_generic_alias");
  return m.is_failed() ? m : get_attr(t, m, intern(t, name));
}
Value alias_parameters(Thread* t, Value self) {
  GenericAlias* a = self_of(t, self);
  Value f = a ? helper(t, "parameters") : Value::failed();
  if (f.is_unbound()) return val(t->vm->empty_tuple);
  return f.is_failed() ? f : call1(t, f, a->args);
}
DEF_GET(alias_methods, alias_parameters, "__parameters__(self)", "")
Value alias_getitem(Thread* t, Value self, Value item) {
  GenericAlias* a = self_of(t, self);
  Value f = a ? helper(t, "subscript") : Value::failed();
  if (f.is_unbound()) {
    std::string text;
    if (!repr_to(t, self, &text)) return Value::failed();
    return type_error(t, text + " is not a generic class");
  }
  Value args = f.is_failed() ? f : call2(t, f, self, item);
  return args.is_failed() ? args : new_generic_alias(t, a->origin, args);
}
DEF(alias_methods, alias_getitem, "__getitem__(self, key, /)", "Return self[key].")
Value alias_reduce(Thread* t, Value self) {
  GenericAlias* a = self_of(t, self);
  Value args = a ? tuple_of(t, {a->origin, a->args}) : Value::failed();
  return args.is_failed() ? args : tuple_of(t, {val(class_of(t->vm, self)), args});
}
DEF(alias_methods, alias_reduce, "__reduce__(self, /)", "")

// Attributes that the alias has not are the class's: list[int].append, dict[str, int].fromkeys.
Value alias_getattr(Thread* t, Value self, Str* name) {
  GenericAlias* a = self_of(t, self);
  return a ? get_attr(t, a->origin, name) : Value::failed();
}
DEF(alias_methods, alias_getattr, "__getattr__(self, name, /)", "")

Value alias_call(Thread* t, Value self, Kw kw, Args args) {
  GenericAlias* a = self_of(t, self);
  if (!a) return Value::failed();
  if (!kw.dict || kw.dict->size == 0) return call(t, a->origin, args.v, args.n);
  RootVec all(t);
  all.v.assign(args.v, args.v + args.n);
  Tuple* names = new_tuple(t, kw.dict->size);
  if (!names) return Value::failed();
  size_t n = 0;
  for (uint32_t i = 0; i < kw.dict->used; ++i) {
    const DictEntry& e = kw.dict->entries[i];
    if (e.key.is_unbound()) continue;
    names->items[n++] = e.key;
    all.v.push_back(e.value);
  }
  return call(t, a->origin, all.v.data(), static_cast<uint32_t>(all.v.size()), names);
}
DEF(alias_methods, alias_call, "__call__(self, /, *args, **kwargs)", "Call self as a function.")

}  // namespace

bool is_generic_alias(Value v) { return native_type_of(v) == &kAliasType; }

bool generic_text(Thread* t, Value v, std::string* out) {
  if (v == Value::ellipsis()) {
    *out += "...";
    return true;
  }
  if (v.is_none() || !is<Class>(v)) return repr_to(t, v, out);
  Value module = get_attr_or_unbound(t, v, t->vm->names.module);
  if (module.is_failed()) return false;
  if (Str* s = try_as<Str>(module); s && s->view() != "builtins") {
    *out += s->view();
    *out += '.';
  }
  *out += as<Str>(as<Class>(v)->qualname)->view();
  return true;
}

namespace {

Value alias_repr(Thread* t, Value self) {
  GenericAlias* a = self_of(t, self);
  if (!a || native_stack_exhausted(t)) return Value::failed();
  std::string out;
  if (!generic_text(t, a->origin, &out)) return Value::failed();
  out += '[';
  Tuple* args = as<Tuple>(a->args);
  for (size_t i = 0; i < args->size; ++i) {
    if (i) out += ", ";
    Value v = args->items[i];
    if (List* l = try_as<List>(v)) {  // Callable[[int], str]
      out += '[';
      for (size_t k = 0; k < l->size; ++k) {
        if (k) out += ", ";
        if (!generic_text(t, l->items[k], &out)) return Value::failed();
      }
      out += ']';
    } else if (!generic_text(t, v, &out)) {
      return Value::failed();
    }
  }
  if (args->size == 0) out += "()";
  return str_value(t, out + "]");
}
DEF(alias_methods, alias_repr, "__repr__(self, /)", "Return repr(self).")

Value alias_compare(Thread* t, Value self, Value other, bool want_equal) {
  GenericAlias* a = self_of(t, self);
  if (!a) return Value::failed();
  if (native_type_of(other) != &kAliasType) return Value::not_implemented();
  auto* b = static_cast<GenericAlias*>(other.ptr());
  bool equal;
  if (!values_equal(t, a->origin, b->origin, &equal)) return Value::failed();
  if (equal && !values_equal(t, a->args, b->args, &equal)) return Value::failed();
  return Value::boolean(equal == want_equal);
}
Value alias_eq(Thread* t, Value self, Value other) { return alias_compare(t, self, other, true); }
DEF(alias_methods, alias_eq, "__eq__(self, value, /)", "Return self==value.")
Value alias_ne(Thread* t, Value self, Value other) { return alias_compare(t, self, other, false); }
DEF(alias_methods, alias_ne, "__ne__(self, value, /)", "Return self!=value.")

Value alias_hash(Thread* t, Value self) {
  GenericAlias* a = self_of(t, self);
  int64_t h, k;
  if (!a || !hash_value(t, a->origin, &h) || !hash_value(t, a->args, &k)) return Value::failed();
  h ^= k;
  return new_int(t, h == -1 ? -2 : h);
}
DEF(alias_methods, alias_hash, "__hash__(self, /)", "Return hash(self).")

Value alias_mro_entries(Thread* t, Value self, Value) {
  GenericAlias* a = self_of(t, self);
  return a ? tuple_of(t, {a->origin}) : Value::failed();
}
DEF(alias_methods, alias_mro_entries, "__mro_entries__(self, bases, /)", "")

Value alias_instancecheck(Thread* t, Value, Value) {
  return type_error(t, "isinstance() argument 2 cannot be a parameterized generic");
}
DEF(alias_methods, alias_instancecheck, "__instancecheck__(self, instance, /)", "")
Value alias_subclasscheck(Thread* t, Value, Value) {
  return type_error(t, "issubclass() argument 2 cannot be a parameterized generic");
}
DEF(alias_methods, alias_subclasscheck, "__subclasscheck__(self, cls, /)", "")

}  // namespace

Value new_generic_alias(Thread* t, Value origin, Value args) {
  if (!exact_tuple(t, args)) {
    args = tuple_of(t, {args});
    if (args.is_failed()) return args;
  }
  auto* a = make_native<GenericAlias>(t, &kAliasType);
  if (!a) return Value::failed();
  a->origin = origin;
  a->args = args;
  return val(a);
}

void register_generic_alias(Vm* vm, Thread* t) {
  // Not through new_iterator_class: it has no `next`.
  Class* cls = new_builtin_class(t, "GenericAlias", t->vm->classes.object, Kind::kNativeObject,
                                 kClassNoSubclass, &kAliasType);
  install_methods(t, cls, alias_methods);
  dict_set_str(t, cls->dict, vm->names.module, str_value(t, "types"));
  register_union_type(vm, t, cls);
}

}  // namespace baton
