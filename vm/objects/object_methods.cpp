// What every object can do (object's namespace), and the small singletons' types: NoneType,
// NotImplementedType, ellipsis; and the attributes of modules.
//
// object's rich comparisons and hash are those of identity. Lock held; may run script.
#include <bit>

#include "vm/objects/attribute.h"
#include "vm/objects/bootstrap.h"

namespace baton {

// Enters the names of a class's MRO as keys of `out`. failed() or None.
Value add_class_names(Thread* t, Class* cls, Dict* out) {
  for (size_t i = cls->mro->size; i-- > 0;) {
    Dict* d = as<Class>(cls->mro->items[i])->dict;
    for (uint32_t k = 0; k < d->used; ++k) {
      Value key = d->entries[k].key;
      if (!key.is_unbound() && !dict_set(t, out, key, Value::none())) return Value::failed();
    }
  }
  return Value::none();
}

namespace {

NativeGroup object_methods{"object"}, none_methods{"NoneType"},
    not_implemented_methods{"NotImplementedType"}, ellipsis_methods{"ellipsis"},
    module_methods{"module"};

Str* canonical(Thread* t, Value name) {
  Str* s = try_as<Str>(name);
  if (!s) {
    type_error(t, "attribute name must be string, not '" + type_name(t, name) + "'");
    return nullptr;
  }
  return (s->flags & kInterned) ? s : intern_str(t, s);
}

// --- making ------------------------------------------------------------------------------------------

Value object_make(Thread* t, Value cls, Kw kw, Args args) {
  Class* c = try_as<Class>(cls);
  if (!c)
    return type_error(t, "object.__new__(X): X is not a type object (" + type_name(t, cls) + ")");
  return object_new(t, c, args.n > 0 || (kw.dict && kw.dict->size));
}
DEF_NEW(object_methods, object_make, "object(cls, /, *args, **kwargs)",
        "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and "
        "returns a new featureless\ninstance that has no instance attributes and cannot be given "
        "any.\n")

bool objects_own(Vm* vm, Class* cls, Str* name) {
  NativeFunction* f = try_as<NativeFunction>(find_in_class(vm, cls, name));
  return f && f->owner == vm->classes.object;
}

Value object_init(Thread* t, Value self, Kw kw, Args args) {
  if (args.n == 0 && (!kw.dict || !kw.dict->size)) return Value::none();
  Vm* vm = t->vm;
  Class* cls = class_of(vm, self);
  if (!objects_own(vm, cls, vm->names.init))
    return type_error(t,
                      "object.__init__() takes exactly one argument (the instance to initialize)");
  if (objects_own(vm, cls, vm->names.new_))
    return type_error(
        t, class_name(cls) + ".__init__() takes exactly one argument (the instance to initialize)");
  return Value::none();
}
DEF(object_methods, object_init, "__init__(self, /, *args, **kwargs)",
    "Initialize self.  See help(type(self)) for accurate signature.")

Value object_init_subclass(Thread* t, Class* cls, Kw kw, Args args) {
  if (kw.dict && kw.dict->size)
    return type_error(t, std::string(as<Str>(cls->qualname)->view()) +
                             ".__init_subclass__() takes no keyword arguments");
  if (args.n)
    return type_error(t, class_name(cls) + ".__init_subclass__() takes no arguments (" +
                             std::to_string(args.n) + " given)");
  return Value::none();
}
DEF_CLASS(object_methods, object_init_subclass, "__init_subclass__(cls, /, *args, **kwargs)",
          "This method is called when a class is subclassed.\n\nThe default implementation does "
          "nothing. It may be\noverridden to extend subclasses.\n")
Value object_subclasshook(Thread*, Value, Value) { return Value::not_implemented(); }
DEF_CLASS(object_methods, object_subclasshook, "__subclasshook__(cls, subclass, /)",
          "Abstract classes can override this to customize issubclass().")

// --- texts -------------------------------------------------------------------------------------------

Value object_repr(Thread* t, Value self) {
  Class* cls = class_of(t->vm, self);
  return str_value(t, format_message("<%s object at 0x%lx>", class_full_name(cls).c_str(),
                                     self.is_ptr() ? reinterpret_cast<unsigned long>(self.ptr())
                                                   : static_cast<unsigned long>(self.w)));
}
DEF(object_methods, object_repr, "__repr__(self, /)", "Return repr(self).")
Value object_str(Thread* t, Value self) { return repr(t, self); }
DEF(object_methods, object_str, "__str__(self, /)", "Return str(self).")
Value object_format(Thread* t, Value self, Value spec) {
  Str* s = try_as<Str>(spec);
  if (!s) return type_error(t, "__format__() argument must be str, not " + type_name(t, spec));
  if (s->size)
    return type_error(t,
                      "unsupported format string passed to " + type_name(t, self) + ".__format__");
  return str_of(t, self);
}
DEF(object_methods, object_format, "__format__(self, format_spec, /)",
    "Default object formatter.\n\nReturn str(self) if format_spec is empty. Raise TypeError "
    "otherwise.")

// --- comparison --------------------------------------------------------------------------------------

Value object_eq(Thread*, Value self, Value other) {
  return self == other ? Value::true_() : Value::not_implemented();
}
DEF(object_methods, object_eq, "__eq__(self, value, /)", "Return self==value.")
Value object_ne(Thread* t, Value self, Value other) {
  Value r = call_special(t, self, t->vm->names.eq, &other, 1);
  if (r.is_failed() || r.is_not_implemented()) return r;
  if (r.is_unbound()) return Value::not_implemented();
  bool equal;
  if (!truth(t, r, &equal)) return Value::failed();
  return Value::boolean(!equal);
}
DEF(object_methods, object_ne, "__ne__(self, value, /)", "Return self!=value.")
Value object_order(Thread*, Value, Value) { return Value::not_implemented(); }
DEF(object_methods, object_order, "__lt__(self, value, /)", "Return self<value.")
DEF(object_methods, object_order, "__le__(self, value, /)", "Return self<=value.")
DEF(object_methods, object_order, "__gt__(self, value, /)", "Return self>value.")
DEF(object_methods, object_order, "__ge__(self, value, /)", "Return self>=value.")
int64_t object_hash(Thread*, Value self) {
  return static_cast<int64_t>(std::rotr(self.is_ptr() ? self.w - 2 : self.w, 4) >> 3);
}
DEF(object_methods, object_hash, "__hash__(self, /)", "Return hash(self).")

// --- attributes --------------------------------------------------------------------------------------

Value object_getattribute(Thread* t, Value self, Value name) {
  Str* n = canonical(t, name);
  if (!n) return Value::failed();
  Value v = generic_get_attr(t, self, n);
  return v.is_unbound() ? raise_no_attribute(t, self, n) : v;
}
DEF(object_methods, object_getattribute, "__getattribute__(self, name, /)",
    "Return getattr(self, name).")
Value object_setattr(Thread* t, Value self, Value name, Value v) {
  Str* n = canonical(t, name);
  if (!n) return Value::failed();
  if (is<Class>(self))
    return type_error(t, "can't apply this __setattr__ to " + type_name(t, self) + " object");
  return generic_set_attr(t, self, n, v) ? Value::none() : Value::failed();
}
DEF(object_methods, object_setattr, "__setattr__(self, name, value, /)",
    "Implement setattr(self, name, value).")
Value object_delattr(Thread* t, Value self, Value name) {
  if (is<Class>(self))
    return type_error(t, "can't apply this __delattr__ to " + type_name(t, self) + " object");
  return object_setattr(t, self, name, Value::unbound());
}
DEF(object_methods, object_delattr, "__delattr__(self, name, /)", "Implement delattr(self, name).")

Value object_class(Thread* t, Value self) { return val(class_of(t->vm, self)); }
DEF_GET(object_methods, object_class, "__class__(self)", "the object's class")
Value object_set_class(Thread* t, Value self, Value v) {
  if (v.is_unbound()) return type_error(t, "can't delete __class__ attribute");
  return set_instance_class(t, self, v) ? Value::none() : Value::failed();
}
DEF_SET(object_methods, object_set_class, "__class__(self, value, /)", "the object's class")

Value object_dict(Thread* t, Value self) {
  Dict* d = attrs_as_dict(t, self);
  if (d) return val(d);
  if (!t->exception.is_unbound()) return Value::failed();
  return raise_no_attribute(t, self, t->vm->names.dict);
}
DEF_GET(object_methods, object_dict, "__dict__(self)", "dictionary for instance variables")
Value object_set_dict(Thread* t, Value self, Value v) {
  if (v.is_unbound()) {
    Dict* d = new_dict(t);
    if (!d) return Value::failed();
    v = val(d);
  }
  if (is<Module>(self)) return raise_attribute(t, self, t->vm->names.dict, "readonly attribute");
  if (set_attrs_dict(t, self, v)) return Value::none();
  if (!t->exception.is_unbound()) return Value::failed();
  return raise_no_attribute(t, self, t->vm->names.dict);
}
DEF_SET(object_methods, object_set_dict, "__dict__(self, value, /)",
        "dictionary for instance variables")

// Own attribute names, without turning slots into a Dict.
bool add_own_names(Thread* t, Value self, Dict* out) {
  Vm* vm = t->vm;
  Instance* inst = try_as<Instance>(self);
  if (inst && !(inst->flags & kDictMode)) {
    for (Str* name : shape_names(vm->shapes[inst->shape].get()))
      if (!dict_set_str(t, out, name, Value::none())) return false;
    return true;
  }
  bool has = inst || is<Module>(self) || (self.is_ptr() && (self.ptr()->flags & kHasAttrs));
  Dict* d = has ? attrs_as_dict(t, self) : nullptr;
  if (!d) return t->exception.is_unbound();
  for (uint32_t i = 0; i < d->used; ++i)
    if (!d->entries[i].key.is_unbound() && !dict_set(t, out, d->entries[i].key, Value::none()))
      return false;
  return true;
}

Value object_dir(Thread* t, Value self) {
  Vm* vm = t->vm;
  Dict* names = new_dict(t);
  if (!names) return Value::failed();
  Class* cls = class_of(vm, self);
  if (!is<Module>(self)) {
    if (add_class_names(t, cls, names).is_failed()) return Value::failed();
    if (!(cls->class_flags & kClassHasDict)) dict_del_str(t, names, vm->names.dict);
  }
  if (!add_own_names(t, self, names)) return Value::failed();
  List* l = nullptr;
  return list_from_iterable(t, val(names), &l) ? val(l) : Value::failed();
}
DEF(object_methods, object_dir, "__dir__(self, /)", "Default dir() implementation.")

int64_t object_sizeof(Thread*, Value self) {
  if (Instance* i = try_as<Instance>(self))
    return static_cast<int64_t>(sizeof(Instance) + (i->inline_cap + i->far_cap) * sizeof(Value));
  return 16;
}
DEF(object_methods, object_sizeof, "__sizeof__(self, /)", "Size of object in memory, in bytes.")

// --- singletons --------------------------------------------------------------------------------------

Value no_arguments(Thread* t, const char* name, Kw kw, Args args, Value result) {
  if (args.n == 0 && (!kw.dict || !kw.dict->size)) return result;
  return type_error(t, std::string(name) + " takes no arguments");
}
Value none_new(Thread* t, Class*, Kw kw, Args args) {
  return no_arguments(t, "NoneType", kw, args, Value::none());
}
DEF_NEW(none_methods, none_new, "NoneType(cls, /, *args, **kwargs)", "")
std::string none_repr(Thread*, Value) { return "None"; }
DEF(none_methods, none_repr, "__repr__(self, /)", "Return repr(self).")
bool none_bool(Thread*, Value) { return false; }
DEF(none_methods, none_bool, "__bool__(self, /)", "True if self else False")
Value not_implemented_new(Thread* t, Class*, Kw kw, Args args) {
  return no_arguments(t, "NotImplementedType", kw, args, Value::not_implemented());
}
DEF_NEW(not_implemented_methods, not_implemented_new, "NotImplementedType(cls, /, *args, **kwargs)",
        "")
std::string not_implemented_repr(Thread*, Value) { return "NotImplemented"; }
DEF(not_implemented_methods, not_implemented_repr, "__repr__(self, /)", "Return repr(self).")
Value ellipsis_new(Thread* t, Class*, Kw kw, Args args) {
  return no_arguments(t, "EllipsisType", kw, args, Value::ellipsis());
}
DEF_NEW(ellipsis_methods, ellipsis_new, "ellipsis(cls, /, *args, **kwargs)", "")
std::string ellipsis_repr(Thread*, Value) { return "Ellipsis"; }
DEF(ellipsis_methods, ellipsis_repr, "__repr__(self, /)", "Return repr(self).")

// --- modules -----------------------------------------------------------------------------------------

Value module_new(Thread* t, Class* cls, Args, Kw) {
  Dict* d = new_dict(t);
  if (!d) return Value::failed();
  Module* m = t->vm->heap.make<Module>(t, cls->root->id);
  if (!m) return Value::failed();
  m->dict = d;
  m->name = Value::none();
  return val(m);
}
DEF_NEW(module_methods, module_new, "module(cls, *args, **kwargs)",
        "Create a module object.\n\nThe name must be a string; the optional docstring can have any "
        "type.")
Value module_init(Thread* t, Module* self, Str* name, Value doc) {
  const Names& n = t->vm->names;
  barrier_store(self, &self->name, val(name));
  for (Str* key : {n.name, n.doc, n.package, n.loader, n.spec}) {
    Value v = key == n.name ? val(name) : key == n.doc ? doc : Value::none();
    if (!dict_set_str(t, self->dict, key, v)) return Value::failed();
  }
  return Value::none();
}
DEF(module_methods, module_init, "__init__(self, name, doc=None)", "Initialize self.")
Value module_repr(Thread* t, Module* self) {
  const Names& n = t->vm->names;
  Value name = dict_get_str(self->dict, n.name);
  std::string s = "<module ";
  if (name.is_unbound())
    s += "'?'";
  else if (!repr_to(t, name, &s))
    return Value::failed();
  Value file = dict_get_str(self->dict, n.file), spec = dict_get_str(self->dict, n.spec);
  Value loader = dict_get_str(self->dict, n.loader);
  bool builtin = is<Class>(loader) && name == val(n.main);  // a program without a file
  Str* key = intern(t, "origin");
  Value origin = !key                                  ? Value::failed()
                 : spec.is_unbound() || spec.is_none() ? Value::unbound()
                                                       : get_attr_or_unbound(t, spec, key);
  if (origin.is_failed()) return origin;
  if (is<Str>(file)) {
    s += " from ";
    if (!repr_to(t, file, &s)) return Value::failed();
  } else if (is<Str>(origin) || builtin) {
    s += " (" + (builtin ? "built-in" : std::string(as<Str>(origin)->view())) + ")";
  } else if (!loader.is_unbound() && !loader.is_none()) {
    s += " (";
    if (!repr_to(t, loader, &s)) return Value::failed();
    s += ")";
  }
  return str_value(t, s + ">");
}
DEF(module_methods, module_repr, "__repr__(self, /)", "Return repr(self).")
Value module_dir(Thread* t, Module* self) {
  Value hook = dict_get_str(self->dict, t->vm->names.dir);
  return hook.is_unbound() ? object_dir(t, val(self)) : call0(t, hook);
}
DEF(module_methods, module_dir, "__dir__(self, /)",
    "__dir__() -> list\nspecialized dir() implementation")

}  // namespace

void register_object_methods(Vm* vm, Thread* t) {
  CoreClasses& c = vm->classes;
  install_methods(t, c.object, object_methods);
  vm->object_new = dict_get_str(c.object->dict, vm->names.new_);
  if (NativeFunction* f = try_as<NativeFunction>(vm->object_new)) {
    Value doc = str_value(t, f->def->doc);
    if (!doc.is_failed()) dict_set_str(t, c.object->dict, vm->names.doc, doc);
  }
  install_methods(t, c.none_type, none_methods);
  install_methods(t, c.not_implemented_type, not_implemented_methods);
  install_methods(t, c.ellipsis_type, ellipsis_methods);
  install_methods(t, c.module, module_methods);
}

}  // namespace baton
