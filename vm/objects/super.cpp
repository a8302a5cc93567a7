// super objects: attribute search that starts after one class in another's MRO.
//
// `self` unbound() means an unbound super(type). Zero-argument super() reads the calling frame: the
// cell captured as __class__ and the first parameter. Lock held; may run script (descriptors).
#include "vm/objects/attribute.h"
#include "vm/objects/bootstrap.h"

namespace baton {

// Attribute of a super object; unbound() if absent.
Value super_get_attr(Thread* t, Super* s, Str* name) {
  Vm* vm = t->vm;
  if (s->self_class && !s->self.is_unbound() && name != vm->names.class_) {
    Tuple* mro = s->self_class->mro;
    size_t i = 0;
    while (i < mro->size && mro->items[i] != val(s->cls)) ++i;
    for (++i; i < mro->size; ++i) {
      Value v = dict_get_str(as<Class>(mro->items[i])->dict, name);
      if (v.is_unbound()) continue;
      Value self = s->self == val(s->self_class) ? Value::unbound() : s->self;
      return bind_named(t, v, self, s->self_class, name);
    }
  }
  Class* cls = class_of(vm, val(s));
  Value attr = find_in_class(vm, cls, name);
  if (!attr.is_unbound() && is_data_descriptor(vm, attr))
    return bind_named(t, attr, val(s), cls, name);
  Value own = own_attr(vm, val(s), name);
  if (!own.is_unbound()) return own;
  return attr.is_unbound() ? attr : bind_named(t, attr, val(s), cls, name);
}

namespace {

NativeGroup super_methods{"super"};

// The class whose MRO is searched for `obj`; null: TypeError pending.
Class* check_super(Thread* t, Class* cls, Value obj) {
  if (Class* c = try_as<Class>(obj); c && is_subclass(c, cls)) return c;
  Class* c = class_of(t->vm, obj);
  if (is_subclass(c, cls)) return c;
  Value claimed = get_attr_or_unbound(t, obj, t->vm->names.class_);
  if (claimed.is_failed()) return nullptr;
  if (Class* k = try_as<Class>(claimed); k && k != c && is_subclass(k, cls)) return k;
  type_error(t, "super(type, obj): obj must be an instance or subtype of type");
  return nullptr;
}

// Class and first argument of the running method; false: RuntimeError pending.
bool from_frame(Thread* t, Value* cls, Value* obj) {
  if (!t->window || !t->pc || !is<Function>(t->window[-1])) {
    runtime_error(t, "super(): no current frame");
    return false;
  }
  Function* f = t->function();
  const CodeBlob* blob = f->code->blob;
  if (blob->positional == 0 && !(blob->flags & kCodeVarArgs)) {
    runtime_error(t, "super(): no arguments");
    return false;
  }
  uint32_t first = blob->positional ? 0 : blob->keyword_only;
  *obj = t->window[first];
  for (const LocalName& l : blob->locals) {
    if (l.reg != first || !l.is_cell) continue;
    if (is<Cell>(*obj)) *obj = as<Cell>(*obj)->v;
    break;
  }
  if (!blob->positional) {
    Tuple* rest = try_as<Tuple>(*obj);
    *obj = rest && rest->size ? rest->items[0] : Value::unbound();
  }
  if (obj->is_unbound()) {
    runtime_error(t, "super(): arg[0] deleted");
    return false;
  }
  for (size_t i = 0; i < blob->free_names.size(); ++i) {
    if (blob->free_names[i] != "__class__") continue;
    *cls = f->cells[i]->v;
    if (cls->is_unbound()) {
      runtime_error(t, "super(): empty __class__ cell");
      return false;
    }
    if (!is<Class>(*cls)) {
      runtime_error(t, "super(): __class__ is not a type (" + type_name(t, *cls) + ")");
      return false;
    }
    return true;
  }
  runtime_error(t, "super(): __class__ cell not found");
  return false;
}

Value super_new(Thread* t, Class* cls, Args, Kw) {
  Super* s = t->vm->heap.make<Super>(t, cls->root->id);
  if (!s) return Value::failed();
  s->cls = t->vm->classes.object;
  s->self = Value::unbound();
  s->self_class = nullptr;
  return val(s);
}
DEF_NEW(super_methods, super_new, "super(cls, *args, **kwargs)",
        "super() -> same as super(__class__, <first argument>)\nsuper(type) -> unbound super "
        "object\nsuper(type, obj) -> bound super object; requires isinstance(obj, "
        "type)\nsuper(type, type2) -> bound super object; requires issubclass(type2, type)")

Value super_init(Thread* t, Value self, Value type, Value obj) {
  Super* s = try_as<Super>(self);
  if (!s)
    return type_error(t, "descriptor '__init__' requires a 'super' object but received a '" +
                             type_name(t, self) + "'");
  if (type.is_unbound() && !from_frame(t, &type, &obj)) return Value::failed();
  Class* cls = try_as<Class>(type);
  if (!cls) return type_error(t, "super() argument 1 must be a type, not " + type_name(t, type));
  if (obj.is_none()) obj = Value::unbound();
  Class* self_class = nullptr;
  if (!obj.is_unbound() && !(self_class = check_super(t, cls, obj))) return Value::failed();
  barrier_store(s, &s->self, obj);
  s->cls = cls;
  s->self_class = self_class;
  return Value::none();
}
DEF(super_methods, super_init, "__init__(self, type=<absent>, object_or_type=<absent>, /)",
    "Initialize self.")

Super* super_self(Thread* t, Value self) {
  Super* s = try_as<Super>(self);
  if (!s) type_error(t, "a 'super' object is required, not '" + type_name(t, self) + "'");
  return s;
}
Value super_repr(Thread* t, Value self) {
  Super* s = super_self(t, self);
  if (!s) return Value::failed();
  std::string text = "<super: <class '" + class_name(s->cls) + "'>, ";
  if (s->self_class && !s->self.is_unbound())
    return str_value(t, text + "<" + class_name(s->self_class) + " object>>");
  return str_value(t, text + "NULL>");
}
DEF(super_methods, super_repr, "__repr__(self, /)", "Return repr(self).")

Value super_get(Thread* t, Value self, Value obj, Value) {
  Super* s = super_self(t, self);
  if (!s) return Value::failed();
  if (obj.is_none() || !s->self.is_unbound()) return self;
  return call2(t, val(class_of(t->vm, self)), val(s->cls), obj);
}
DEF(super_methods, super_get, "__get__(self, instance, owner=None, /)",
    "Return an attribute of instance, which is of type owner.")
Value super_getattribute(Thread* t, Value self, Str* name) {
  Super* s = super_self(t, self);
  if (!s) return Value::failed();
  if (!(name->flags & kInterned) && !(name = intern_str(t, name))) return Value::failed();
  Value v = super_get_attr(t, s, name);
  return v.is_unbound() ? raise_no_attribute(t, self, name) : v;
}
DEF(super_methods, super_getattribute, "__getattribute__(self, name, /)",
    "Return getattr(self, name).")
Value super_thisclass(Thread* t, Value self) {
  Super* s = super_self(t, self);
  return s ? val(s->cls) : Value::failed();
}
DEF_GET(super_methods, super_thisclass, "__thisclass__(self)", "the class invoking super()")
Value super_self_attr(Thread* t, Value self) {
  Super* s = super_self(t, self);
  if (!s) return Value::failed();
  return s->self.is_unbound() ? Value::none() : s->self;
}
DEF_GET(super_methods, super_self_attr, "__self__(self)",
        "the instance invoking super(); may be None")
Value super_self_class(Thread* t, Value self) {
  Super* s = super_self(t, self);
  if (!s) return Value::failed();
  return s->self_class ? val(s->self_class) : Value::none();
}
DEF_GET(super_methods, super_self_class, "__self_class__(self)",
        "the type of the instance invoking super(); may be None")

}  // namespace

void register_super(Vm* vm, Thread* t) { install_methods(t, vm->classes.super, super_methods); }

}  // namespace baton
