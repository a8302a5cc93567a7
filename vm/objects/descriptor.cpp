// Descriptors: what a class attribute turns into when read, set or deleted through an object, and
// the types property, classmethod, staticmethod and the members of __slots__.
//
// A Property whose getter is a NativeFunction is a built-in attribute (DEF_GET / DEF_SET): its
// setter takes unbound() for "delete", and errors are worded as CPython words those of getset
// descriptors. Kinds with a fixed meaning are decided by kind when the object's class is the
// built-in one; a subclass goes through its __get__ / __set__ methods. Lock held; may run script.
#include "vm/objects/attribute.h"
#include "vm/objects/bootstrap.h"
#include "vm/objects/tuple_getter.h"

namespace baton {

namespace {

bool absent(Value v) { return v.is_none() || v.is_unbound(); }

bool is_exact(Vm* vm, Value v) {
  return (vm->shapes[v.ptr()->shape]->cls->class_flags & kClassBuiltin) != 0;
}

std::string text_of(Str* s) { return std::string(s->view()); }

// "property 'x' of 'C' object", or without the name where it isn't known.
std::string property_of(Thread* t, Value o, Str* name) {
  std::string s = "property ";
  if (name) s += "'" + text_of(name) + "' ";
  return s + "of '" + type_name(t, o) + "' object";
}

bool check_receiver(Thread* t, NativeFunction* f, Value o) {
  if (!f->owner || is_instance(t, o, f->owner)) return true;
  type_error(t, "descriptor '" + std::string(f->def->sig.name) + "' for '" + class_name(f->owner) +
                    "' objects doesn't apply to a '" + type_name(t, o) + "' object");
  return false;
}

Value property_get(Thread* t, Property* p, Value o, Str* name) {
  if (absent(p->get))
    return raise_attribute(t, o, name, property_of(t, o, name) + " has no getter");
  NativeFunction* f = try_as<NativeFunction>(p->get);
  if (!f || !(f->def->flags & kNativeGetter)) return call1(t, p->get, o);
  if (!check_receiver(t, f, o)) return Value::failed();
  return f->def->fn(t, &o, 1);
}

bool property_set(Thread* t, Property* p, Value o, Str* name, Value v) {
  NativeFunction* getter = try_as<NativeFunction>(p->get);
  if (getter && !(getter->def->flags & kNativeGetter)) getter = nullptr;
  if (absent(p->set) && getter) {
    std::string owner = getter->owner ? class_name(getter->owner) : type_name(t, o);
    raise_attribute(t, o, name,
                    "attribute '" + std::string(getter->def->sig.name) + "' of '" + owner +
                        "' objects is not writable");
    return false;
  }
  NativeFunction* native = try_as<NativeFunction>(p->set);
  if (native && (native->def->flags & kNativeGetter)) {
    if (!check_receiver(t, native, o)) return false;
    Value args[2] = {o, v};
    return !native->def->fn(t, args, 2).is_failed();
  }
  Value f = v.is_unbound() ? p->del : p->set;
  if (absent(f)) {
    raise_attribute(
        t, o, name,
        property_of(t, o, name) + (v.is_unbound() ? " has no deleter" : " has no setter"));
    return false;
  }
  return !(v.is_unbound() ? call1(t, f, o) : call2(t, f, o, v)).is_failed();
}

bool check_member(Thread* t, SlotDescriptor* d, Value o) {
  if (o.is_ptr() && is_instance(t, o, d->owner)) return true;
  type_error(t, "descriptor '" + text_of(d->name) + "' for '" + class_name(d->owner) +
                    "' objects doesn't apply to a '" + type_name(t, o) + "' object");
  return false;
}

Value member_get(Thread* t, SlotDescriptor* d, Value o) {
  if (!check_member(t, d, o)) return Value::failed();
  Value v = load_slot_member(t->vm, o.ptr(), class_of(t->vm, o), d->name);
  return v.is_unbound() ? raise_no_attribute(t, o, d->name) : v;
}

bool member_set(Thread* t, SlotDescriptor* d, Value o, Value v) {
  if (!check_member(t, d, o)) return false;
  Class* cls = class_of(t->vm, o);
  if (!v.is_unbound()) return store_slot_member(t, o.ptr(), cls, d->name, v);
  if (delete_slot_member(t, o.ptr(), cls, d->name)) return true;
  if (t->exception.is_unbound()) raise_attribute(t, o, d->name, text_of(d->name));
  return false;
}

Value class_method_get(Thread* t, Value func, Class* cls) {
  if (is<Function>(func) || is<NativeFunction>(func)) {
    BoundMethod* m = new_bound_method(t, func, val(cls));
    return m ? val(m) : Value::failed();
  }
  if (func.is_ptr() && !find_in_class(t->vm, class_of(t->vm, func), t->vm->names.get).is_unbound())
    return bind_attr(t, func, val(cls), class_of(t->vm, val(cls)));
  BoundMethod* m = new_bound_method(t, func, val(cls));
  return m ? val(m) : Value::failed();
}

Value native_get(Thread* t, NativeFunction* f, Value o, Class* cls) {
  if (!f->owner || (f->def->flags & (kNativeStatic | kNativeNew))) return val(f);
  if (f->def->flags & kNativeClassMethod) {
    BoundMethod* m = new_bound_method(t, val(f), val(cls));
    return m ? val(m) : Value::failed();
  }
  if (o.is_unbound()) return val(f);
  BoundMethod* m = new_bound_method(t, val(f), o);
  return m ? val(m) : Value::failed();
}

}  // namespace

BoundMethod* new_bound_method(Thread* t, Value func, Value self) {
  Vm* vm = t->vm;
  uint32_t shape = is<NativeFunction>(func) ? vm->classes.builtin_function->dict_shape->id
                                            : vm->shape_ids.method;
  BoundMethod* m = vm->heap.make<BoundMethod>(t, shape);
  if (!m) return nullptr;
  m->func = func;
  m->self = self;
  return m;
}

bool is_data_descriptor(Vm* vm, Value attr) {
  if (!attr.is_ptr()) return false;
  switch (attr.ptr()->kind) {
    case Kind::kProperty:
    case Kind::kSlotDescriptor: return true;
    case Kind::kFunction:
    case Kind::kNative: return false;
    case Kind::kNativeObject:
      if (as<NativeObject>(attr)->type == &kTupleGetterType) return true;
      break;
    default: break;
  }
  Class* c = class_of(vm, attr);
  if ((c->class_flags & kClassBuiltin) && attr.ptr()->kind != Kind::kNativeObject) return false;
  return !find_in_class(vm, c, vm->names.set).is_unbound() ||
         !find_in_class(vm, c, vm->names.delete_).is_unbound();
}

Value bind_named(Thread* t, Value attr, Value o, Class* cls, Str* name) {
  if (!attr.is_ptr()) return attr;
  Vm* vm = t->vm;
  switch (attr.ptr()->kind) {
    case Kind::kFunction: {
      if (o.is_unbound()) return attr;
      BoundMethod* m = new_bound_method(t, attr, o);
      return m ? val(m) : Value::failed();
    }
    case Kind::kNative: return native_get(t, as<NativeFunction>(attr), o, cls);
    case Kind::kProperty:
      if (!is_exact(vm, attr)) break;
      return o.is_unbound() ? attr : property_get(t, as<Property>(attr), o, name);
    case Kind::kSlotDescriptor:
      return o.is_unbound() ? attr : member_get(t, as<SlotDescriptor>(attr), o);
    case Kind::kClassMethod:
      if (!is_exact(vm, attr)) break;
      return class_method_get(t, as<ClassMethod>(attr)->func, cls);
    case Kind::kStaticMethod:
      if (!is_exact(vm, attr)) break;
      return as<StaticMethod>(attr)->func;
    case Kind::kNativeObject:
      if (as<NativeObject>(attr)->type == &kTupleGetterType)
        return tuple_getter_read(t, as<TupleGetter>(attr), o);
      break;
    default: break;
  }
  Class* c = class_of(vm, attr);
  if ((c->class_flags & kClassBuiltin) && attr.ptr()->kind != Kind::kNativeObject) return attr;
  Value self;
  Value get = find_special(t, attr, vm->names.get, &self);
  if (get.is_unbound()) return attr;
  if (get.is_failed()) return get;
  Value args[3] = {self, o.is_unbound() ? Value::none() : o, cls ? val(cls) : Value::none()};
  return self.is_unbound() ? call(t, get, args + 1, 2) : call(t, get, args, 3);
}

Value bind_attr(Thread* t, Value attr, Value o, Class* cls) {
  return bind_named(t, attr, o, cls, nullptr);
}

bool descriptor_set(Thread* t, Value attr, Value o, Class*, Str* name, Value v) {
  Vm* vm = t->vm;
  if (is<Property>(attr) && is_exact(vm, attr))
    return property_set(t, as<Property>(attr), o, name, v);
  if (is<SlotDescriptor>(attr)) return member_set(t, as<SlotDescriptor>(attr), o, v);
  Value args[2] = {o, v};
  Str* hook = v.is_unbound() ? vm->names.delete_ : vm->names.set;
  Value r = call_special(t, attr, hook, args, v.is_unbound() ? 1 : 2);
  if (r.is_unbound()) {
    raise_attribute(t, o, name, text_of(hook));
    return false;
  }
  return !r.is_failed();
}

// --- methods -----------------------------------------------------------------------------------------

namespace {

NativeGroup property_methods{"property"}, classmethod_methods{"classmethod"},
    staticmethod_methods{"staticmethod"}, member_methods{"member_descriptor"};

// The class a descriptor is read through: given, or else the object's.
Class* given_class(Thread* t, Value o, Value type) {
  if (Class* c = try_as<Class>(type)) return c;
  return class_of(t->vm, o);
}

// property
Value property_new(Thread* t, Class* cls, Args, Kw) {
  Property* p = t->vm->heap.make<Property>(t, cls->root->id);
  if (!p) return Value::failed();
  p->get = p->set = p->del = p->doc = Value::none();
  return val(p);
}
DEF_NEW(property_methods, property_new, "property(cls, *args, **kwargs)",
        "Property attribute.\n\n  fget\n    function to be used for getting an attribute value\n  "
        "fset\n    function to be used for setting an attribute value\n  fdel\n    function to be "
        "used for del'ing an attribute\n  doc\n    docstring")

Value property_init(Thread* t, Property* self, Value get, Value set, Value del, Value doc) {
  barrier_store(self, &self->get, get);
  barrier_store(self, &self->set, set);
  barrier_store(self, &self->del, del);
  if (doc.is_none() && !get.is_none()) {
    doc = get_attr_or_unbound(t, get, t->vm->names.doc);
    if (doc.is_failed()) return doc;
    if (doc.is_unbound()) doc = Value::none();
  }
  barrier_store(self, &self->doc, doc);
  return Value::none();
}
DEF(property_methods, property_init, "__init__(self, fget=None, fset=None, fdel=None, doc=None)",
    "Initialize self.")

Value property_read(Thread* t, Property* self, Value o, Value) {
  return o.is_none() ? val(self) : property_get(t, self, o, nullptr);
}
DEF(property_methods, property_read, "__get__(self, instance, owner=None, /)",
    "Return an attribute of instance, which is of type owner.")
Value property_write(Thread* t, Property* self, Value o, Value v) {
  return property_set(t, self, o, nullptr, v) ? Value::none() : Value::failed();
}
DEF(property_methods, property_write, "__set__(self, instance, value, /)",
    "Set an attribute of instance to value.")
Value property_delete(Thread* t, Property* self, Value o) {
  return property_set(t, self, o, nullptr, Value::unbound()) ? Value::none() : Value::failed();
}
DEF(property_methods, property_delete, "__delete__(self, instance, /)",
    "Delete an attribute of instance.")

// A property of the same class with one function replaced.
Value property_with(Thread* t, Property* p, Value get, Value set, Value del) {
  Value args[4] = {get, set, del, p->doc};
  Value getter_doc = Value::unbound();
  if (!absent(p->get)) {
    getter_doc = get_attr_or_unbound(t, p->get, t->vm->names.doc);
    if (getter_doc.is_failed()) return getter_doc;
  }
  // A doc taken from the old getter follows the new one.
  if (getter_doc == p->doc) args[3] = Value::none();
  return call(t, val(class_of(t->vm, val(p))), args, 4);
}
Value property_getter(Thread* t, Property* self, Value f) {
  return property_with(t, self, f, self->set, self->del);
}
DEF(property_methods, property_getter, "getter(self, fget, /)",
    "Descriptor to obtain a copy of the property with a different getter.")
Value property_setter(Thread* t, Property* self, Value f) {
  return property_with(t, self, self->get, f, self->del);
}
DEF(property_methods, property_setter, "setter(self, fset, /)",
    "Descriptor to obtain a copy of the property with a different setter.")
Value property_deleter(Thread* t, Property* self, Value f) {
  return property_with(t, self, self->get, self->set, f);
}
DEF(property_methods, property_deleter, "deleter(self, fdel, /)",
    "Descriptor to obtain a copy of the property with a different deleter.")

Value shown(Value v) { return v.is_unbound() ? Value::none() : v; }
Value property_fget(Thread*, Property* self) { return shown(self->get); }
DEF_GET(property_methods, property_fget, "fget(self)", "")
Value property_fset(Thread*, Property* self) { return shown(self->set); }
DEF_GET(property_methods, property_fset, "fset(self)", "")
Value property_fdel(Thread*, Property* self) { return shown(self->del); }
DEF_GET(property_methods, property_fdel, "fdel(self)", "")
Value property_doc(Thread*, Property* self) { return shown(self->doc); }
DEF_GET(property_methods, property_doc, "__doc__(self)", "")
Value property_set_doc(Thread*, Property* self, Value v) {
  barrier_store(self, &self->doc, shown(v));
  return Value::none();
}
DEF_SET(property_methods, property_set_doc, "__doc__(self, value, /)", "")

bool marked_abstract(Thread* t, Value f, bool* out) {
  *out = false;
  if (absent(f)) return true;
  Value v = get_attr_or_unbound(t, f, t->vm->names.isabstractmethod);
  if (v.is_failed()) return false;
  return v.is_unbound() || truth(t, v, out);
}
Value property_abstract(Thread* t, Property* self) {
  bool abstract = false;
  for (Value f : {self->get, self->set, self->del}) {
    if (!marked_abstract(t, f, &abstract)) return Value::failed();
    if (abstract) break;
  }
  return Value::boolean(abstract);
}
DEF_GET(property_methods, property_abstract, "__isabstractmethod__(self)", "")

Value property_repr(Thread* t, Property* self) {
  NativeFunction* f = try_as<NativeFunction>(self->get);
  if (f && (f->def->flags & kNativeGetter) && f->owner)
    return str_value(t, "<attribute '" + std::string(f->def->sig.name) + "' of '" +
                            class_name(f->owner) + "' objects>");
  return str_value(
      t, format_message("<%s object at 0x%lx>", class_full_name(class_of(t->vm, val(self))).c_str(),
                        reinterpret_cast<unsigned long>(self)));
}
DEF(property_methods, property_repr, "__repr__(self, /)", "Return repr(self).")

// classmethod, staticmethod
Value classmethod_new(Thread* t, Class* cls, Args, Kw) {
  ClassMethod* m = t->vm->heap.make<ClassMethod>(t, cls->root->id);
  if (!m) return Value::failed();
  m->func = Value::none();
  return val(m);
}
DEF_NEW(classmethod_methods, classmethod_new, "classmethod(cls, *args, **kwargs)",
        "Convert a function to be a class method.")
Value staticmethod_new(Thread* t, Class* cls, Args, Kw) {
  StaticMethod* m = t->vm->heap.make<StaticMethod>(t, cls->root->id);
  if (!m) return Value::failed();
  m->func = Value::none();
  return val(m);
}
DEF_NEW(staticmethod_methods, staticmethod_new, "staticmethod(cls, *args, **kwargs)",
        "Convert a function to be a static method.")

Value wrong_self(Thread* t, const char* what, Value self) {
  return type_error(t, std::string("descriptor requires a '") + what + "' object but received a '" +
                           type_name(t, self) + "'");
}
Value wrapper_init(Thread* t, const char* what, Value* place, Object* holder, Args args, Kw kw) {
  if (kw.dict && kw.dict->size)
    return type_error(t, std::string(what) + "() takes no keyword arguments");
  if (args.n != 1)
    return type_error(t, std::string(what) + " expected 1 argument, got " + std::to_string(args.n));
  barrier_store(holder, place, args.v[0]);
  return Value::none();
}
Value classmethod_init(Thread* t, Value self, Kw kw, Args args) {
  ClassMethod* m = try_as<ClassMethod>(self);
  return m ? wrapper_init(t, "classmethod", &m->func, m, args, kw)
           : wrong_self(t, "classmethod", self);
}
DEF(classmethod_methods, classmethod_init, "__init__(self, /, *args, **kwargs)", "Initialize self.")
Value staticmethod_init(Thread* t, Value self, Kw kw, Args args) {
  StaticMethod* m = try_as<StaticMethod>(self);
  return m ? wrapper_init(t, "staticmethod", &m->func, m, args, kw)
           : wrong_self(t, "staticmethod", self);
}
DEF(staticmethod_methods, staticmethod_init, "__init__(self, /, *args, **kwargs)",
    "Initialize self.")

// The wrapped function of either.
bool inner_of(Thread* t, Value self, Value* f) {
  if (ClassMethod* c = try_as<ClassMethod>(self)) {
    *f = c->func;
  } else if (StaticMethod* s = try_as<StaticMethod>(self)) {
    *f = s->func;
  } else {
    wrong_self(t, "classmethod", self);
    return false;
  }
  return true;
}
Value wrapper_func(Thread* t, Value self) {
  Value f;
  return inner_of(t, self, &f) ? f : Value::failed();
}
DEF_GET(classmethod_methods, wrapper_func, "__func__(self)", "")
DEF_GET(classmethod_methods, wrapper_func, "__wrapped__(self)", "")
DEF_GET(staticmethod_methods, wrapper_func, "__func__(self)", "")
DEF_GET(staticmethod_methods, wrapper_func, "__wrapped__(self)", "")
Value wrapper_doc(Thread* t, Value self) {
  Value f;
  return inner_of(t, self, &f) ? get_attr(t, f, t->vm->names.doc) : Value::failed();
}
DEF_GET(classmethod_methods, wrapper_doc, "__doc__(self)", "")
DEF_GET(staticmethod_methods, wrapper_doc, "__doc__(self)", "")
Value wrapper_abstract(Thread* t, Value self) {
  Value f;
  bool abstract;
  if (!inner_of(t, self, &f) || !marked_abstract(t, f, &abstract)) return Value::failed();
  return Value::boolean(abstract);
}
DEF_GET(classmethod_methods, wrapper_abstract, "__isabstractmethod__(self)", "")
DEF_GET(staticmethod_methods, wrapper_abstract, "__isabstractmethod__(self)", "")
Value wrapper_repr(Thread* t, Value self) {
  Value f;
  if (!inner_of(t, self, &f)) return Value::failed();
  std::string s = is<ClassMethod>(self) ? "<classmethod(" : "<staticmethod(";
  if (!repr_to(t, f, &s)) return Value::failed();
  return str_value(t, s + ")>");
}
DEF(classmethod_methods, wrapper_repr, "__repr__(self, /)", "Return repr(self).")
DEF(staticmethod_methods, wrapper_repr, "__repr__(self, /)", "Return repr(self).")

Value classmethod_get(Thread* t, Value self, Value o, Value type) {
  Value f;
  return inner_of(t, self, &f) ? class_method_get(t, f, given_class(t, o, type)) : Value::failed();
}
DEF(classmethod_methods, classmethod_get, "__get__(self, instance, owner=None, /)",
    "Return an attribute of instance, which is of type owner.")
Value staticmethod_get(Thread* t, Value self, Value, Value) { return wrapper_func(t, self); }
DEF(staticmethod_methods, staticmethod_get, "__get__(self, instance, owner=None, /)",
    "Return an attribute of instance, which is of type owner.")
Value staticmethod_call(Thread* t, Value self, Kw kw, Args args) {
  Value f;
  if (!inner_of(t, self, &f)) return Value::failed();
  return call_with_dict(t, f, Value::unbound(), args.v, args.n, kw.dict);
}
DEF(staticmethod_methods, staticmethod_call, "__call__(self, /, *args, **kwargs)",
    "Call self as a function.")

// members of __slots__
SlotDescriptor* member_self(Thread* t, Value self) {
  SlotDescriptor* d = try_as<SlotDescriptor>(self);
  if (!d) wrong_self(t, "member_descriptor", self);
  return d;
}
Value member_read(Thread* t, Value self, Value o, Value) {
  SlotDescriptor* d = member_self(t, self);
  if (!d) return Value::failed();
  return o.is_none() ? self : member_get(t, d, o);
}
DEF(member_methods, member_read, "__get__(self, instance, owner=None, /)",
    "Return an attribute of instance, which is of type owner.")
Value member_write(Thread* t, Value self, Value o, Value v) {
  SlotDescriptor* d = member_self(t, self);
  return d && member_set(t, d, o, v) ? Value::none() : Value::failed();
}
DEF(member_methods, member_write, "__set__(self, instance, value, /)",
    "Set an attribute of instance to value.")
Value member_erase(Thread* t, Value self, Value o) {
  SlotDescriptor* d = member_self(t, self);
  return d && member_set(t, d, o, Value::unbound()) ? Value::none() : Value::failed();
}
DEF(member_methods, member_erase, "__delete__(self, instance, /)",
    "Delete an attribute of instance.")
Value member_name(Thread* t, Value self) {
  SlotDescriptor* d = member_self(t, self);
  return d ? val(d->name) : Value::failed();
}
DEF_GET(member_methods, member_name, "__name__(self)", "")
Value member_owner(Thread* t, Value self) {
  SlotDescriptor* d = member_self(t, self);
  return d ? val(d->owner) : Value::failed();
}
DEF_GET(member_methods, member_owner, "__objclass__(self)", "")
Value member_repr(Thread* t, Value self) {
  SlotDescriptor* d = member_self(t, self);
  if (!d) return Value::failed();
  return str_value(t,
                   "<member '" + text_of(d->name) + "' of '" + class_name(d->owner) + "' objects>");
}
DEF(member_methods, member_repr, "__repr__(self, /)", "Return repr(self).")

}  // namespace

void register_descriptors(Vm* vm, Thread* t) {
  install_methods(t, vm->classes.property, property_methods);
  install_methods(t, vm->classes.classmethod, classmethod_methods);
  install_methods(t, vm->classes.staticmethod, staticmethod_methods);
  install_methods(t, vm->classes.member_descriptor, member_methods);
}

}  // namespace baton
