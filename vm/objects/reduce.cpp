// object.__reduce_ex__, __reduce__ and __getstate__: how an object tells copy and pickle what it is
// made of. The functions that make objects anew are Python, in copyreg. Lock held; runs script.
// Behaviour: https://docs.python.org/3.11/library/pickle.html#pickling-class-instances
#include "vm/objects/attribute.h"
#include "vm/objects/bootstrap.h"

namespace baton {

namespace {

NativeGroup reduce_methods{"object"};

Value copyreg(Thread* t, std::string_view name) {
  Value m = import_module(t, "copyreg");
  if (m.is_failed()) return m;
  Str* s = intern(t, name);
  return s ? get_attr(t, m, s) : Value::failed();
}

Value cannot_pickle(Thread* t, Value o) {
  return type_error(t, "cannot pickle '" + type_name(t, o) + "' object");
}

// Is everything an instance holds in its attributes (or its items, which travel beside them)?
bool has_plain_layout(Value o) {
  return o.is_none() || is<Instance>(o) || is<List>(o) || is<Dict>(o);
}

// Own attributes as a dict, or None where there are none.
Value own_attributes(Thread* t, Value o) {
  if (!o.is_ptr() || !(class_of(t->vm, o)->class_flags & kClassHasDict)) return Value::none();
  if (!is<Instance>(o) && !is<Module>(o) && !(o.ptr()->flags & kHasAttrs)) return Value::none();
  Value d = get_attr_or_unbound(t, o, t->vm->names.dict);
  if (d.is_failed()) return d;
  Dict* dict = try_as<Dict>(d);
  if (d.is_unbound() || (dict && dict->size == 0)) return Value::none();
  return d;
}

// What __getstate__ gives by default: the attributes; with slots a pair of dicts.
Value default_state(Thread* t, Value o, bool required) {
  if (required && !has_plain_layout(o)) return cannot_pickle(t, o);
  Value state = own_attributes(t, o);
  if (state.is_failed() || !is<Instance>(o)) return state;
  bool members = false;
  Tuple* mro = class_of(t->vm, o)->mro;
  for (size_t i = 0; i < mro->size; ++i)
    members |= (as<Class>(mro->items[i])->class_flags & kClassHasSlots) != 0;
  if (!members) return state;
  Value f = copyreg(t, "_slotnames");
  Value names = f.is_failed() ? f : call1(t, f, val(class_of(t->vm, o)));
  Dict* slots = names.is_failed() ? nullptr : new_dict(t);
  if (!slots) return Value::failed();
  bool ok = for_each_item(t, names, [&](Value name) {
    if (!is<Str>(name)) return type_error(t, "slot names must be strings"), false;
    Value v = get_attr_or_unbound(t, o, as<Str>(name));
    if (v.is_failed()) return false;
    return v.is_unbound() || dict_set(t, slots, name, v);
  });
  if (!ok) return Value::failed();
  return slots->size ? tuple_of(t, {state, val(slots)}) : state;
}

Value object_getstate(Thread* t, Value self) { return default_state(t, self, false); }
DEF(reduce_methods, object_getstate, "__getstate__(self, /)", "What a copy takes over.")

Value state_of(Thread* t, Value o, bool required) {
  Value self;
  Value f = find_special(t, o, intern(t, "__getstate__"), &self);
  if (f.is_failed()) return f;
  NativeFunction* native = try_as<NativeFunction>(f);
  if (f.is_unbound() || (native && native->owner == t->vm->classes.object))
    return default_state(t, o, required);
  return self.is_unbound() ? call0(t, f) : call1(t, f, self);
}

// Arguments for __new__ as the class asks for them; *given says whether it does.
bool new_arguments(Thread* t, Value o, Value* args, Value* kwargs, bool* given) {
  *args = val(t->vm->empty_tuple);
  *kwargs = Value::none();
  *given = false;
  Value both = call_special(t, o, intern(t, "__getnewargs_ex__"));
  if (both.is_failed()) return false;
  if (!both.is_unbound()) {
    Tuple* pair = try_as<Tuple>(both);
    if (!pair)
      return type_error(
                 t, "__getnewargs_ex__ should return a tuple, not '" + type_name(t, both) + "'"),
             false;
    if (pair->size != 2) {
      raisef(t, t->vm->classes.value_error,
             "__getnewargs_ex__ should return a tuple of length 2, not %zu", pair->size);
      return false;
    }
    *args = pair->items[0];
    *kwargs = pair->items[1];
    if (!is<Tuple>(*args))
      return type_error(t,
                        "first item of the tuple returned by __getnewargs_ex__ must be a "
                        "tuple, not '" +
                            type_name(t, *args) + "'"),
             false;
    if (!is<Dict>(*kwargs))
      return type_error(t,
                        "second item of the tuple returned by __getnewargs_ex__ must be a "
                        "dict, not '" +
                            type_name(t, *kwargs) + "'"),
             false;
    *given = true;
    return true;
  }
  Value only = call_special(t, o, intern(t, "__getnewargs__"));
  if (only.is_failed()) return false;
  if (only.is_unbound()) return true;
  if (!is<Tuple>(only))
    return type_error(t, "__getnewargs__ should return a tuple, not '" + type_name(t, only) + "'"),
           false;
  *args = only;
  *given = true;
  return true;
}

// (copyreg.__newobj__, (class, arguments...), state, list items, dict items).
Value reduce_by_new(Thread* t, Value o) {
  Value args, kwargs;
  bool given;
  if (!new_arguments(t, o, &args, &kwargs, &given)) return Value::failed();
  Value cls = val(class_of(t->vm, o)), maker, make_args;
  if (is<Dict>(kwargs) && as<Dict>(kwargs)->size) {
    maker = copyreg(t, "__newobj_ex__");
    make_args = tuple_of(t, {cls, args, kwargs});
  } else {
    maker = copyreg(t, "__newobj__");
    Tuple* from = as<Tuple>(args);
    Tuple* all = new_tuple(t, from->size + 1);
    if (!all) return Value::failed();
    all->items[0] = cls;
    for (size_t i = 0; i < from->size; ++i) all->items[i + 1] = from->items[i];
    make_args = val(all);
  }
  if (maker.is_failed() || make_args.is_failed()) return Value::failed();
  Value state = state_of(t, o, !given);
  if (state.is_failed()) return state;
  Value list = Value::none(), dict = Value::none();
  if (is<List>(o)) list = get_iter(t, o);
  if (is<Dict>(o)) {
    dict = call_method(t, o, t->vm->names.n_items);
    if (!dict.is_failed()) dict = get_iter(t, dict);
  }
  if (list.is_failed() || dict.is_failed()) return Value::failed();
  return tuple_of(t, {maker, make_args, state, list, dict});
}

Value common_reduce(Thread* t, Value o, int64_t protocol) {
  if (protocol >= 2) return reduce_by_new(t, o);
  Value f = copyreg(t, "_reduce_ex");
  return f.is_failed() ? f : call2(t, f, o, Value::from_int(protocol));
}

Value object_reduce(Thread* t, Value self) { return common_reduce(t, self, 0); }
DEF(reduce_methods, object_reduce, "__reduce__(self, /)", "What makes an equal object again.")

Value object_reduce_ex(Thread* t, Value self, int64_t protocol) {
  Str* name = t->vm->names.reduce;
  Value own = find_in_class(t->vm, class_of(t->vm, self), name);
  NativeFunction* f = try_as<NativeFunction>(own);
  if (f && f->owner == t->vm->classes.object) return common_reduce(t, self, protocol);
  return call_method(t, self, name);
}
DEF(reduce_methods, object_reduce_ex, "__reduce_ex__(self, protocol, /)",
    "What makes an equal object again, for a protocol of pickle.")

// --- values ------------------------------------------------------------------------------------------

NativeGroup int_reduce{"int"}, float_reduce{"float"}, complex_reduce{"complex"},
    bytearray_reduce{"bytearray"}, method_reduce{"method"},
    builtin_reduce{"builtin_function_or_method"}, ellipsis_reduce{"ellipsis"},
    not_implemented_reduce{"NotImplementedType"};

Value int_getnewargs(Thread* t, Value self) {
  Value plain = is_intlike(self) ? number_binary(t, BinOp::kAdd, self, Value::from_int(0))
                                 : type_error(t, "an integer is required");
  return plain.is_failed() ? plain : tuple_of(t, {plain});
}
DEF(int_reduce, int_getnewargs, "__getnewargs__(self, /)", "")
Value float_getnewargs(Thread* t, Value self) {
  if (!is_floatlike(self)) return type_error(t, "a float is required");
  Value plain = new_float(t, float_value(self));
  return plain.is_failed() ? plain : tuple_of(t, {plain});
}
DEF(float_reduce, float_getnewargs, "__getnewargs__(self, /)", "")
Value complex_getnewargs(Thread* t, ComplexObj* self) {
  Value re = new_float(t, self->re), im = new_float(t, self->im);
  if (re.is_failed() || im.is_failed()) return Value::failed();
  return tuple_of(t, {re, im});
}
DEF(complex_reduce, complex_getnewargs, "__getnewargs__(self, /)", "")

Value bytearray_reduce_method(Thread* t, ByteArray* self) {
  std::string text;
  for (size_t i = 0; i < self->size; ++i) {
    uint8_t c = self->data[i];
    if (c < 0x80) {
      text += static_cast<char>(c);
    } else {
      text += static_cast<char>(0xc0 | (c >> 6));
      text += static_cast<char>(0x80 | (c & 0x3f));
    }
  }
  Value state = own_attributes(t, val(self));
  if (state.is_failed()) return state;
  Value args = self->size ? tuple_of(t, {str_value(t, text), str_value(t, "latin-1")})
                          : val(t->vm->empty_tuple);
  if (args.is_failed()) return args;
  return tuple_of(t, {val(class_of(t->vm, val(self))), args, state});
}
DEF(bytearray_reduce, bytearray_reduce_method, "__reduce__(self, /)", "")

// Methods are made again by getattr(object, name), functions of modules found by their name.
Value bound_reduce(Thread* t, BoundMethod* m) {
  Value getattr = dict_get_str(t->vm->builtins, intern(t, "getattr"));
  Value name = get_attr(t, m->func, t->vm->names.name);
  Value args = name.is_failed() ? name : tuple_of(t, {m->self, name});
  return args.is_failed() ? args : tuple_of(t, {getattr, args});
}
Value method_reduce_method(Thread* t, BoundMethod* self) { return bound_reduce(t, self); }
DEF(method_reduce, method_reduce_method, "__reduce__(self, /)", "")
Value builtin_reduce_method(Thread* t, Value self) {
  if (BoundMethod* m = try_as<BoundMethod>(self)) return bound_reduce(t, m);
  return get_attr(t, self, t->vm->names.name);
}
DEF(builtin_reduce, builtin_reduce_method, "__reduce__(self, /)", "")
std::string ellipsis_reduce_method(Thread*, Value) { return "Ellipsis"; }
DEF(ellipsis_reduce, ellipsis_reduce_method, "__reduce__(self, /)", "")
std::string not_implemented_reduce_method(Thread*, Value) { return "NotImplemented"; }
DEF(not_implemented_reduce, not_implemented_reduce_method, "__reduce__(self, /)", "")

}  // namespace

void register_object_reduce(Vm* vm, Thread* t) {
  const CoreClasses& c = vm->classes;
  install_methods(t, c.object, reduce_methods);
  install_methods(t, c.int_, int_reduce);
  install_methods(t, c.float_, float_reduce);
  install_methods(t, c.complex_, complex_reduce);
  install_methods(t, c.bytearray, bytearray_reduce);
  install_methods(t, c.method, method_reduce);
  install_methods(t, c.builtin_function, builtin_reduce);
  install_methods(t, c.ellipsis_type, ellipsis_reduce);
  install_methods(t, c.not_implemented_type, not_implemented_reduce);
}

}  // namespace baton
