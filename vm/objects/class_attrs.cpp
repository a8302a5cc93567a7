// The methods and attributes of classes themselves: type's namespace.
//
// Everything here takes a Class as self. A built-in class's namespace can't be changed from script;
// its docstring is that of its constructor's definition. Lock held; may run script.
#include "vm/objects/attribute.h"
#include "vm/objects/bootstrap.h"

namespace baton {

Value add_class_names(Thread* t, Class* cls, Dict* out);  // object_methods.cpp

namespace {

NativeGroup type_methods{"type"};

bool check_mutable(Thread* t, Class* c, const char* name, bool deleting) {
  if (!(c->class_flags & kClassBuiltin) && !deleting) return true;
  type_error(t, std::string("cannot ") + (deleting ? "delete" : "set") + " '" + name +
                    "' attribute of immutable type '" + class_full_name(c) + "'");
  return false;
}

// --- making ------------------------------------------------------------------------------------------

Value type_make(Thread* t, Class* meta, Value a, Value bases, Value ns, Kw kw) {
  Vm* vm = t->vm;
  if (!a.is_unbound() && bases.is_unbound() && meta == vm->classes.type &&
      (!kw.dict || !kw.dict->size))
    return val(class_of(vm, a));
  if (!is_subclass(meta, vm->classes.type))
    return type_error(t, "type.__new__(" + class_name(meta) + "): " + class_name(meta) +
                             " is not a subtype of type");
  if (ns.is_unbound()) {
    if (meta == vm->classes.type) return type_error(t, "type() takes 1 or 3 arguments");
    int given = a.is_unbound() ? 0 : bases.is_unbound() ? 1 : 2;
    return type_error(
        t, "type.__new__() takes exactly 3 arguments (" + std::to_string(given) + " given)");
  }
  auto wrong = [&](int i, const char* expected, Value got) {
    return type_error(t, "type.__new__() argument " + std::to_string(i) + " must be " + expected +
                             ", not " + type_name(t, got));
  };
  if (!is<Str>(a)) return wrong(1, "str", a);
  if (!is<Tuple>(bases)) return wrong(2, "tuple", bases);
  if (!is<Dict>(ns)) return wrong(3, "dict", ns);
  return type_new(t, meta, a, bases, as<Dict>(ns), kw.dict ? val(kw.dict) : Value::none());
}
DEF_NEW(type_methods, type_make,
        "type(cls, object_or_name=<absent>, bases=<absent>, dict=<absent>, /, **kwds)",
        "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type")

Value type_init(Thread*, Class*, Kw, Args) { return Value::none(); }
DEF(type_methods, type_init, "__init__(self, /, *args, **kwargs)", "Initialize self.")

Value type_call(Thread* t, Class* self, Kw kw, Args args) {
  return construct_with_dict(t, self, args.v, args.n, kw.dict);
}
DEF(type_methods, type_call, "__call__(self, /, *args, **kwargs)", "Call self as a function.")

Value type_prepare(Thread* t, Class*, Kw, Args) {
  Dict* d = new_dict(t);
  return d ? val(d) : Value::failed();
}
DEF_CLASS(type_methods, type_prepare, "__prepare__(cls, /, *args, **kwargs)",
          "__prepare__() -> dict\nused to create the namespace for the class statement")

// --- relations ---------------------------------------------------------------------------------------

Value type_instancecheck(Thread* t, Class* self, Value o) {
  Class* c = class_of(t->vm, o);
  if (is_subclass(c, self)) return Value::true_();
  Value claimed = get_attr_or_unbound(t, o, t->vm->names.class_);
  if (claimed.is_failed()) return claimed;
  Class* k = try_as<Class>(claimed);
  return Value::boolean(k && k != c && is_subclass(k, self));
}
DEF(type_methods, type_instancecheck, "__instancecheck__(self, instance, /)",
    "Check if an object is an instance.")

Value type_subclasscheck(Thread* t, Class* self, Value c) {
  if (!is<Class>(c)) return type_error(t, "issubclass() arg 1 must be a class");
  return Value::boolean(is_subclass(as<Class>(c), self));
}
DEF(type_methods, type_subclasscheck, "__subclasscheck__(self, subclass, /)",
    "Check if a class is a subclass.")

Value type_subclasses(Thread* t, Class* self) {
  List* l = new_list(t);
  if (!l) return Value::failed();
  for (Class* c : live_subclasses(t->vm, self))
    if (!list_append(t, l, val(c))) return Value::failed();
  return val(l);
}
DEF(type_methods, type_subclasses, "__subclasses__(self, /)",
    "Return a list of immediate subclasses.")

Value type_mro_list(Thread* t, Class* self) {
  List* l = new_list_from(t, self->mro->items, self->mro->size);
  return l ? val(l) : Value::failed();
}
DEF(type_methods, type_mro_list, "mro(self, /)", "Return a type's method resolution order.")

Value type_mro_attr(Thread*, Class* self) { return val(self->mro); }
DEF_GET(type_methods, type_mro_attr, "__mro__(self)", "")
Value type_bases(Thread*, Class* self) { return val(self->bases); }
DEF_GET(type_methods, type_bases, "__bases__(self)", "")

// The base that gives the layout: the first that is not plain, as in CPython the "best" one.
Value type_base(Thread*, Class* self) {
  if (self->bases->size == 0) return Value::none();
  for (size_t i = 0; i < self->bases->size; ++i) {
    Class* b = as<Class>(self->bases->items[i]);
    if (b->instance_kind != Kind::kInstance) return val(b);
  }
  return self->bases->items[0];
}
DEF_GET(type_methods, type_base, "__base__(self)", "")

// --- names and texts ---------------------------------------------------------------------------------

// A class that stands for one of CPython's built-in ones bears its full name in messages
// ("datetime.date"), while __name__ is the last part.
Value type_get_name(Thread* t, Class* self) {
  std::string_view name = as<Str>(self->name)->view();
  size_t dot = name.rfind('.');
  if (BATON_LIKELY(dot == name.npos)) return self->name;
  Value module = dict_get_str(self->dict, t->vm->names.module);
  if (!is<Str>(module) || as<Str>(module)->view() != name.substr(0, dot)) return self->name;
  return str_value(t, name.substr(dot + 1));
}
DEF_GET(type_methods, type_get_name, "__name__(self)", "")
Value set_text(Thread* t, Class* self, const char* attr, Value* place, Value v) {
  if (!check_mutable(t, self, attr, v.is_unbound())) return Value::failed();
  if (!is<Str>(v))
    return type_error(t, "can only assign string to " + class_name(self) + "." + attr + ", not '" +
                             type_name(t, v) + "'");
  barrier_store(self, place, v);
  return Value::none();
}
Value type_set_name(Thread* t, Class* self, Value v) {
  return set_text(t, self, "__name__", &self->name, v);
}
DEF_SET(type_methods, type_set_name, "__name__(self, value, /)", "")
Value type_get_qualname(Thread*, Class* self) { return self->qualname; }
DEF_GET(type_methods, type_get_qualname, "__qualname__(self)", "")
Value type_set_qualname(Thread* t, Class* self, Value v) {
  return set_text(t, self, "__qualname__", &self->qualname, v);
}
DEF_SET(type_methods, type_set_qualname, "__qualname__(self, value, /)", "")

Value type_get_module(Thread* t, Class* self) {
  Value v = dict_get_str(self->dict, t->vm->names.module);
  bool builtin = (self->class_flags & kClassBuiltin) != 0;
  if (!v.is_unbound() && !(builtin && !is<Str>(v))) return v;
  if (builtin) return str_value(t, "builtins");
  return raise_attribute(t, val(self), t->vm->names.module, "__module__");
}
DEF_GET(type_methods, type_get_module, "__module__(self)", "")
Value type_set_module(Thread* t, Class* self, Value v) {
  if (!check_mutable(t, self, "__module__", v.is_unbound())) return Value::failed();
  return class_set_attr(t, self, t->vm->names.module, v) ? Value::none() : Value::failed();
}
DEF_SET(type_methods, type_set_module, "__module__(self, value, /)", "")

Value type_get_doc(Thread* t, Class* self) {
  Vm* vm = t->vm;
  Value v = dict_get_str(self->dict, vm->names.doc);
  if (!(self->class_flags & kClassBuiltin)) {
    if (v.is_unbound()) return Value::none();
    return bind_attr(t, v, Value::unbound(), self);
  }
  if (is<Str>(v)) return v;
  NativeFunction* maker = try_as<NativeFunction>(dict_get_str(self->dict, vm->names.new_));
  if (maker && maker->def->doc && *maker->def->doc) return str_value(t, maker->def->doc);
  return Value::none();
}
DEF_GET(type_methods, type_get_doc, "__doc__(self)", "")
Value type_set_doc(Thread* t, Class* self, Value v) {
  if (!check_mutable(t, self, "__doc__", v.is_unbound())) return Value::failed();
  return class_set_attr(t, self, t->vm->names.doc, v) ? Value::none() : Value::failed();
}
DEF_SET(type_methods, type_set_doc, "__doc__(self, value, /)", "")

// --- namespace ---------------------------------------------------------------------------------------

Value type_dict(Thread* t, Class* self) { return native_to_mapping_proxy(t, self->dict); }
DEF_GET(type_methods, type_dict, "__dict__(self)", "")

Value type_get_annotations(Thread* t, Class* self) {
  Str* name = t->vm->names.annotations;
  Value v = dict_get_str(self->dict, name);
  bool builtin = (self->class_flags & kClassBuiltin) != 0;
  if (builtin) return raise_no_attribute(t, val(self), name);
  if (!v.is_unbound()) return v;
  Dict* d = new_dict(t);
  if (!d || !class_set_attr(t, self, name, val(d))) return Value::failed();
  return val(d);
}
DEF_GET(type_methods, type_get_annotations, "__annotations__(self)", "")
Value type_set_annotations(Thread* t, Class* self, Value v) {
  if (!check_mutable(t, self, "__annotations__", false)) return Value::failed();
  Str* name = t->vm->names.annotations;
  if (!v.is_unbound()) return class_set_attr(t, self, name, v) ? Value::none() : Value::failed();
  if (class_del_attr(t, self, name)) return Value::none();
  return raise_attribute(t, val(self), name, "__annotations__");
}
DEF_SET(type_methods, type_set_annotations, "__annotations__(self, value, /)", "")

Value type_get_abstract(Thread* t, Class* self) {
  Str* name = t->vm->names.abstractmethods;
  Value v = self == t->vm->classes.type ? Value::unbound() : dict_get_str(self->dict, name);
  return v.is_unbound() ? raise_attribute(t, val(self), name, "__abstractmethods__") : v;
}
DEF_GET(type_methods, type_get_abstract, "__abstractmethods__(self)", "")
Value type_set_abstract(Thread* t, Class* self, Value v) {
  if (!check_mutable(t, self, "__abstractmethods__", false)) return Value::failed();
  Str* name = t->vm->names.abstractmethods;
  if (!v.is_unbound()) return class_set_attr(t, self, name, v) ? Value::none() : Value::failed();
  if (class_del_attr(t, self, name)) {
    self->class_flags &= ~uint32_t{kClassAbstract};
    return Value::none();
  }
  return raise_attribute(t, val(self), name, "__abstractmethods__");
}
DEF_SET(type_methods, type_set_abstract, "__abstractmethods__(self, value, /)", "")

Value type_text_signature(Thread* t, Class* self) {
  NativeFunction* maker = try_as<NativeFunction>(dict_get_str(self->dict, t->vm->names.new_));
  if (!maker) return Value::none();
  std::string text = maker->def->text;
  if (text.find("=<absent>") != text.npos || text.find('*') != text.npos) return Value::none();
  size_t at = text.find('('), next = text.find_first_of(",)");
  if (at == text.npos || next == text.npos) return Value::none();
  next += text[next] == ',' ? 1 : 0;
  if (next < text.size() && text[next] == ' ') ++next;
  return str_value(t, "(" + text.substr(next));
}
DEF_GET(type_methods, type_text_signature, "__text_signature__(self)", "")

// --- protocol ----------------------------------------------------------------------------------------

Value type_getattribute(Thread* t, Class* self, Str* name) {
  if (!(name->flags & kInterned) && !(name = intern_str(t, name))) return Value::failed();
  Value v = generic_get_attr(t, val(self), name);
  return v.is_unbound() ? raise_no_attribute(t, val(self), name) : v;
}
DEF(type_methods, type_getattribute, "__getattribute__(self, name, /)",
    "Return getattr(self, name).")
Value type_setattr(Thread* t, Class* self, Str* name, Value v) {
  if (!(name->flags & kInterned) && !(name = intern_str(t, name))) return Value::failed();
  return generic_set_attr(t, val(self), name, v) ? Value::none() : Value::failed();
}
DEF(type_methods, type_setattr, "__setattr__(self, name, value, /)",
    "Implement setattr(self, name, value).")
Value type_delattr(Thread* t, Class* self, Str* name) {
  return type_setattr(t, self, name, Value::unbound());
}
DEF(type_methods, type_delattr, "__delattr__(self, name, /)", "Implement delattr(self, name).")

Value type_repr(Thread* t, Class* self) {
  return str_value(t, "<class '" + class_full_name(self) + "'>");
}
DEF(type_methods, type_repr, "__repr__(self, /)", "Return repr(self).")

Value type_dir(Thread* t, Class* self) {
  Dict* names = new_dict(t);
  if (!names || add_class_names(t, self, names).is_failed()) return Value::failed();
  List* l = nullptr;
  return list_from_iterable(t, val(names), &l) ? val(l) : Value::failed();
}
DEF(type_methods, type_dir, "__dir__(self, /)", "Specialized __dir__ implementation for types.")

int64_t type_sizeof(Thread*, Class* self) {
  return static_cast<int64_t>(sizeof(Class) + sizeof(Dict) +
                              self->dict->capacity * sizeof(DictEntry));
}
DEF(type_methods, type_sizeof, "__sizeof__(self, /)",
    "Return memory consumption of the type object.")

}  // namespace

void register_type_methods(Vm* vm, Thread* t) {
  install_methods(t, vm->classes.type, type_methods);
}

}  // namespace baton
