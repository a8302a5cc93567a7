// The _types module: types.SimpleNamespace, whose instances are plain objects that print, compare
// and copy by their attributes. The rest of types is Python. Lock held; script may run.
// Behaviour: https://docs.python.org/3.11/library/types.html
#include "stdlib/stdlib.h"
#include "vm/native/native.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"

namespace baton {
namespace {

NativeGroup space_methods{"SimpleNamespace"};
const NativeType kSpaceTag = {"types.SimpleNamespace", nullptr, nullptr, nullptr};

bool is_space(Thread* t, Value v) { return is_instance(t, v, native_class(t->vm, &kSpaceTag)); }
Value attributes(Thread* t, Value self) { return get_attr(t, self, t->vm->names.dict); }

Value space_init(Thread* t, Value self, Kw kw, Args args) {
  if (!is_space(t, self)) return type_error(t, "a SimpleNamespace is required");
  if (args.n) return raisef(t, t->vm->classes.type_error, "no positional arguments expected");
  for (uint32_t i = 0; kw.dict && i < kw.dict->used; ++i) {
    DictEntry e = kw.dict->entries[i];
    if (e.key.is_unbound()) continue;
    Str* name = intern_str(t, as<Str>(e.key));
    if (!name || !store_own_attr(t, self.ptr(), class_of(t->vm, self), name, e.value))
      return Value::failed();
  }
  return Value::none();
}
DEF(space_methods, space_init, "__init__(self, /, *args, **kwargs)", "Set attributes by keyword.")

bool is_name(Value v) {
  Str* s = try_as<Str>(v);
  return s && s->size > 0;
}

Value space_repr(Thread* t, Value self) {
  Class* cls = class_of(t->vm, self);
  std::string out = cls == native_class(t->vm, &kSpaceTag)
                        ? "namespace"
                        : std::string(as<Str>(cls->name)->view());
  if (native_stack_exhausted(t)) return Value::failed();
  ReprGuard guard(t, self);
  if (!guard.entered) return str_value(t, out + "(...)");
  Value d = attributes(t, self);
  List* keys;
  if (d.is_failed() || !list_from_iterable(t, d, &keys)) return Value::failed();
  out += '(';
  bool first = true;
  for (size_t i = 0; i < keys->size; ++i) {
    Value key = keys->items[i];
    if (!is_name(key)) continue;
    Value v = get_item(t, d, key);
    if (v.is_failed()) return v;
    if (!first) out += ", ";
    first = false;
    out += as<Str>(key)->view();
    out += '=';
    if (!repr_to(t, v, &out)) return Value::failed();
  }
  return str_value(t, out + ")");
}
DEF(space_methods, space_repr, "__repr__(self, /)", "Return repr(self).")

Value space_compare(Thread* t, CmpOp op, Value a, Value b) {
  if (!is_space(t, a) || !is_space(t, b)) return Value::not_implemented();
  Value x = attributes(t, a), y = attributes(t, b);
  if (x.is_failed() || y.is_failed()) return Value::failed();
  return compare(t, op, x, y);
}
BATON_DEF_COMPARE(space_methods, space_cmp, space_compare)

Value space_reduce(Thread* t, Value self) {
  Value d = attributes(t, self);
  if (d.is_failed()) return d;
  return tuple_of(t, {val(class_of(t->vm, self)), val(t->vm->empty_tuple), d});
}
DEF(space_methods, space_reduce, "__reduce__(self, /)", "What makes an equal object again.")

}  // namespace

void init_types(Thread* t, Module* m) {
  Class* cls = new_builtin_class(t, kSpaceTag.name, t->vm->classes.object, Kind::kInstance,
                                 kClassHasDict, nullptr);
  if (!cls) return;
  t->vm->native_classes[&kSpaceTag] = cls;
  install_methods(t, cls, space_methods);
  set_unhashable(t, cls);
  dict_set_cstr(t, m->dict, "SimpleNamespace", val(cls));
}

}  // namespace baton
