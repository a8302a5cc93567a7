// What script sees of things that can be called: functions, bound methods, built-in functions and
// methods; and cells.
//
// A built-in function and a bound built-in method have one class (builtin_function_or_method) and
// two layouts, so their getters take any Value and look at its kind. Changing __code__ changes what
// the call path reads (entry, consts, positional, simple) all at once. Lock held.
#include "vm/objects/attribute.h"
#include "vm/objects/bootstrap.h"

namespace baton {

namespace {

NativeGroup function_methods{"function"}, method_methods{"method"},
    builtin_methods{"builtin_function_or_method"}, descriptor_methods{"method_descriptor"},
    cell_methods{"cell"};

unsigned long address(const Object* o) { return reinterpret_cast<unsigned long>(o); }
std::string text_of(Value s) { return is<Str>(s) ? std::string(as<Str>(s)->view()) : "?"; }

// --- functions ---------------------------------------------------------------------------------------

Value set_string(Thread* t, Function* f, const char* attr, Value* place, Value v) {
  if (!is<Str>(v)) return type_error(t, std::string(attr) + " must be set to a string object");
  barrier_store(f, place, v);
  return Value::none();
}
Value function_name(Thread*, Function* f) { return f->name; }
DEF_GET(function_methods, function_name, "__name__(self)", "")
Value function_set_name(Thread* t, Function* f, Value v) {
  return set_string(t, f, "__name__", &f->name, v);
}
DEF_SET(function_methods, function_set_name, "__name__(self, value, /)", "")
Value function_qualname(Thread*, Function* f) { return f->qualname; }
DEF_GET(function_methods, function_qualname, "__qualname__(self)", "")
Value function_set_qualname(Thread* t, Function* f, Value v) {
  return set_string(t, f, "__qualname__", &f->qualname, v);
}
DEF_SET(function_methods, function_set_qualname, "__qualname__(self, value, /)", "")

Value none_for_absent(Value v) { return v.is_unbound() ? Value::none() : v; }
Value function_doc(Thread*, Function* f) { return none_for_absent(f->doc); }
DEF_GET(function_methods, function_doc, "__doc__(self)", "")
Value function_set_doc(Thread*, Function* f, Value v) {
  barrier_store(f, &f->doc, none_for_absent(v));
  return Value::none();
}
DEF_SET(function_methods, function_set_doc, "__doc__(self, value, /)", "")
Value function_module(Thread*, Function* f) { return none_for_absent(f->module); }
DEF_GET(function_methods, function_module, "__module__(self)", "")
Value function_set_module(Thread*, Function* f, Value v) {
  barrier_store(f, &f->module, none_for_absent(v));
  return Value::none();
}
DEF_SET(function_methods, function_set_module, "__module__(self, value, /)", "")

Value function_defaults(Thread*, Function* f) { return none_for_absent(f->defaults); }
DEF_GET(function_methods, function_defaults, "__defaults__(self)", "")
Value function_set_defaults(Thread* t, Function* f, Value v) {
  v = none_for_absent(v);
  if (!v.is_none() && !is<Tuple>(v))
    return type_error(t, "__defaults__ must be set to a tuple object");
  barrier_store(f, &f->defaults, v);
  return Value::none();
}
DEF_SET(function_methods, function_set_defaults, "__defaults__(self, value, /)", "")
Value function_kwdefaults(Thread*, Function* f) { return none_for_absent(f->kwdefaults); }
DEF_GET(function_methods, function_kwdefaults, "__kwdefaults__(self)", "")
Value function_set_kwdefaults(Thread* t, Function* f, Value v) {
  v = none_for_absent(v);
  if (!v.is_none() && !is<Dict>(v))
    return type_error(t, "__kwdefaults__ must be set to a dict object");
  barrier_store(f, &f->kwdefaults, v);
  return Value::none();
}
DEF_SET(function_methods, function_set_kwdefaults, "__kwdefaults__(self, value, /)", "")
Value function_annotations(Thread* t, Function* f) {
  if (is<Dict>(f->annotations)) return f->annotations;
  Dict* d = new_dict(t);
  if (!d) return Value::failed();
  barrier_store(f, &f->annotations, val(d));
  return val(d);
}
DEF_GET(function_methods, function_annotations, "__annotations__(self)", "")
Value function_set_annotations(Thread* t, Function* f, Value v) {
  v = none_for_absent(v);
  if (!v.is_none() && !is<Dict>(v))
    return type_error(t, "__annotations__ must be set to a dict object");
  barrier_store(f, &f->annotations, v);
  return Value::none();
}
DEF_SET(function_methods, function_set_annotations, "__annotations__(self, value, /)", "")

Value function_code(Thread*, Function* f) { return val(f->code); }
DEF_GET(function_methods, function_code, "__code__(self)", "")
Value function_set_code(Thread* t, Function* f, Value v) {
  Code* c = try_as<Code>(v);
  if (!c) return type_error(t, "__code__ must be set to a code object");
  size_t have = f->code->blob->captures.size(), want = c->blob->captures.size();
  if (have != want)
    return value_error(t, format_message("%s() requires a code object with %zu free vars, not %zu",
                                         text_of(f->name).c_str(), have, want));
  f->code = c;
  f->entry = c->insns;
  f->consts = c->consts;
  f->positional = c->blob->positional;
  f->simple = !(c->blob->flags & (kCodeVarArgs | kCodeVarKw | kCodeGenerator)) &&
              c->blob->keyword_only == 0;
  return Value::none();
}
DEF_SET(function_methods, function_set_code, "__code__(self, value, /)", "")

Value function_globals(Thread*, Function* f) {
  return f->globals ? val(f->globals) : Value::none();
}
DEF_GET(function_methods, function_globals, "__globals__(self)", "")
Value function_builtins(Thread*, Function* f) {
  return f->builtins ? val(f->builtins) : Value::none();
}
DEF_GET(function_methods, function_builtins, "__builtins__(self)", "")
Value function_closure(Thread* t, Function* f) {
  size_t n = f->code->blob->captures.size();
  if (n == 0) return Value::none();
  Tuple* cells = new_tuple(t, n);
  if (!cells) return Value::failed();
  for (size_t i = 0; i < n; ++i) cells->items[i] = val(f->cells[i]);
  return val(cells);
}
DEF_GET(function_methods, function_closure, "__closure__(self)", "")

Value function_repr(Thread* t, Function* f) {
  return str_value(
      t, format_message("<function %s at 0x%lx>", text_of(f->qualname).c_str(), address(f)));
}
DEF(function_methods, function_repr, "__repr__(self, /)", "Return repr(self).")
Value callable_call(Thread* t, Value self, Kw kw, Args args) {
  if (!is<Function>(self) && !is<BoundMethod>(self) && !is<NativeFunction>(self))
    return type_error(t, "descriptor '__call__' requires a callable object but received a '" +
                             type_name(t, self) + "'");
  return call_with_dict(t, self, Value::unbound(), args.v, args.n, kw.dict);
}
DEF(function_methods, callable_call, "__call__(self, /, *args, **kwargs)",
    "Call self as a function.")
Value function_get(Thread* t, Function* self, Value o, Value) {
  if (o.is_none()) return val(self);
  BoundMethod* m = new_bound_method(t, val(self), o);
  return m ? val(m) : Value::failed();
}
DEF(function_methods, function_get, "__get__(self, instance, owner=None, /)",
    "Return an attribute of instance, which is of type owner.")

// --- bound methods -----------------------------------------------------------------------------------

BoundMethod* bound_self(Thread* t, Value self) {
  BoundMethod* m = try_as<BoundMethod>(self);
  if (!m)
    type_error(t,
               "descriptor requires a 'method' object but received a '" + type_name(t, self) + "'");
  return m;
}
Value method_new(Thread* t, Class* cls, Value func, Value self) {
  if (!is_callable(t, func)) return type_error(t, "first argument must be callable");
  if (self.is_none()) return type_error(t, "instance must not be None");
  BoundMethod* m = t->vm->heap.make<BoundMethod>(t, cls->root->id);
  if (!m) return Value::failed();
  m->func = func;
  m->self = self;
  return val(m);
}
DEF_NEW(method_methods, method_new, "method(cls, function, instance, /)",
        "Create a bound instance method object.")
Value method_self(Thread* t, Value self) {
  BoundMethod* m = bound_self(t, self);
  return m ? m->self : Value::failed();
}
DEF_GET(method_methods, method_self, "__self__(self)", "the instance to which a method is bound")
Value method_func(Thread* t, Value self) {
  BoundMethod* m = bound_self(t, self);
  return m ? m->func : Value::failed();
}
DEF_GET(method_methods, method_func, "__func__(self)",
        "the function (or other callable) implementing a method")
Value method_doc(Thread* t, Value self) {
  BoundMethod* m = bound_self(t, self);
  if (!m) return Value::failed();
  Value v = get_attr_or_unbound(t, m->func, t->vm->names.doc);
  return none_for_absent(v);
}
DEF_GET(method_methods, method_doc, "__doc__(self)", "")
Value method_eq(Thread*, Value self, Value other) {
  BoundMethod *a = try_as<BoundMethod>(self), *b = try_as<BoundMethod>(other);
  if (!a || !b) return Value::not_implemented();
  return Value::boolean(a->self == b->self && a->func == b->func);
}
DEF(method_methods, method_eq, "__eq__(self, value, /)", "Return self==value.")
DEF(builtin_methods, method_eq, "__eq__(self, value, /)", "Return self==value.")
int64_t method_hash(Thread*, Value self) {
  BoundMethod* m = try_as<BoundMethod>(self);
  uint64_t h = m ? (m->self.w >> 4) * 1000003 ^ (m->func.w >> 4) : self.w >> 4;
  return static_cast<int64_t>(h >> 3);
}
DEF(method_methods, method_hash, "__hash__(self, /)", "Return hash(self).")
DEF(builtin_methods, method_hash, "__hash__(self, /)", "Return hash(self).")
Value method_repr(Thread* t, Value self) {
  BoundMethod* m = bound_self(t, self);
  if (!m) return Value::failed();
  Value name = get_attr_or_unbound(t, m->func, t->vm->names.qualname);
  if (name.is_failed()) return name;
  if (name.is_unbound()) name = get_attr_or_unbound(t, m->func, t->vm->names.name);
  if (name.is_failed()) return name;
  std::string s = "<bound method " + text_of(name) + " of ";
  if (!repr_to(t, m->self, &s)) return Value::failed();
  return str_value(t, s + ">");
}
DEF(method_methods, method_repr, "__repr__(self, /)", "Return repr(self).")
DEF(method_methods, callable_call, "__call__(self, /, *args, **kwargs)", "Call self as a function.")

// --- built-in functions and methods ----------------------------------------------------------------

// The function behind a builtin, bound or not; null: TypeError.
NativeFunction* builtin_of(Thread* t, Value self) {
  if (BoundMethod* m = try_as<BoundMethod>(self); m && is<NativeFunction>(m->func))
    return as<NativeFunction>(m->func);
  NativeFunction* f = try_as<NativeFunction>(self);
  if (!f)
    type_error(t, "descriptor requires a 'builtin_function_or_method' object but received a '" +
                      type_name(t, self) + "'");
  return f;
}
std::string builtin_name(NativeFunction* f) {
  if (f->def->flags & kNativeNew) return "__new__";
  return std::string(f->def->sig.name);
}
Value native_name(Thread* t, Value self) {
  NativeFunction* f = builtin_of(t, self);
  return f ? str_value(t, builtin_name(f)) : Value::failed();
}
DEF_GET(builtin_methods, native_name, "__name__(self)", "")
DEF_GET(descriptor_methods, native_name, "__name__(self)", "")
Value native_qualname(Thread* t, Value self) {
  NativeFunction* f = builtin_of(t, self);
  if (!f) return Value::failed();
  std::string prefix;
  Class* cls = f->owner;
  if (BoundMethod* m = try_as<BoundMethod>(self); m && is<Class>(m->self)) cls = as<Class>(m->self);
  if (cls) prefix = std::string(as<Str>(cls->qualname)->view()) + ".";
  return str_value(t, prefix + builtin_name(f));
}
DEF_GET(builtin_methods, native_qualname, "__qualname__(self)", "")
DEF_GET(descriptor_methods, native_qualname, "__qualname__(self)", "")
Value native_doc(Thread* t, Value self) {
  NativeFunction* f = builtin_of(t, self);
  if (!f) return Value::failed();
  return f->def->doc && *f->def->doc ? str_value(t, f->def->doc) : Value::none();
}
DEF_GET(builtin_methods, native_doc, "__doc__(self)", "")
DEF_GET(descriptor_methods, native_doc, "__doc__(self)", "")
// As written after the name, the parameter that a bound one has already shown the way CPython marks
// it; None where a default can't be written down.
Value native_text_signature(Thread* t, Value self) {
  NativeFunction* f = builtin_of(t, self);
  if (!f) return Value::failed();
  std::string text = f->def->text;
  size_t at = text.find('(');
  if (at != text.npos) text.erase(0, at);
  if (text.find("=<absent>") != text.npos) return Value::none();
  if (f->owner && (f->def->flags & kNativeClassMethod)) {
    size_t end = text.find_first_of(",)");
    text.replace(1, end - 1, "$type");
  } else if (f->owner && !(f->def->flags & (kNativeStatic | kNativeNew))) {
    text.insert(1, "$");
  } else if (!f->owner) {
    text.insert(1, text == "()" ? "$module" : "$module, ");
    if (text.find(", /") == text.npos && text != "($module)") text.insert(8, ", /");
  }
  return str_value(t, text);
}
DEF_GET(builtin_methods, native_text_signature, "__text_signature__(self)", "")
DEF_GET(descriptor_methods, native_text_signature, "__text_signature__(self)", "")
Value native_self(Thread* t, Value self) {
  if (BoundMethod* m = try_as<BoundMethod>(self)) return m->self;
  NativeFunction* f = builtin_of(t, self);
  if (!f) return Value::failed();
  if (f->owner) return val(f->owner);
  return none_for_absent(f->self);
}
DEF_GET(builtin_methods, native_self, "__self__(self)", "")
Value native_module(Thread* t, Value self) {
  NativeFunction* f = builtin_of(t, self);
  if (!f) return Value::failed();
  Module* m = try_as<Module>(f->self);
  if (f->owner || !m) return Value::none();
  Value name = dict_get_str(m->dict, t->vm->names.name);
  return none_for_absent(name);
}
DEF_GET(builtin_methods, native_module, "__module__(self)", "")
Value native_owner(Thread* t, Value self) {
  NativeFunction* f = builtin_of(t, self);
  if (!f) return Value::failed();
  return f->owner ? val(f->owner) : Value::none();
}
DEF_GET(descriptor_methods, native_owner, "__objclass__(self)", "")
Value native_repr(Thread* t, Value self) {
  NativeFunction* f = builtin_of(t, self);
  if (!f) return Value::failed();
  std::string name = builtin_name(f);
  if (BoundMethod* m = try_as<BoundMethod>(self)) {
    std::string of = is<Class>(m->self) ? "type" : type_name(t, m->self);
    unsigned long at = m->self.is_ptr() ? address(m->self.ptr()) : m->self.w;
    return str_value(t, format_message("<built-in method %s of %s object at 0x%lx>", name.c_str(),
                                       of.c_str(), at));
  }
  if (!f->owner) return str_value(t, "<built-in function " + name + ">");
  if (f->def->flags & (kNativeNew | kNativeStatic))
    return str_value(t, format_message("<built-in method %s of type object at 0x%lx>", name.c_str(),
                                       address(f->owner)));
  bool dunder = name.size() > 4 && name.compare(0, 2, "__") == 0 &&
                name.compare(name.size() - 2, 2, "__") == 0;
  const char* kind = dunder ? "slot wrapper" : "method";
  return str_value(
      t, std::string("<") + kind + " '" + name + "' of '" + class_name(f->owner) + "' objects>");
}
DEF(builtin_methods, native_repr, "__repr__(self, /)", "Return repr(self).")
DEF(descriptor_methods, native_repr, "__repr__(self, /)", "Return repr(self).")
DEF(builtin_methods, callable_call, "__call__(self, /, *args, **kwargs)",
    "Call self as a function.")
DEF(descriptor_methods, callable_call, "__call__(self, /, *args, **kwargs)",
    "Call self as a function.")
Value native_bind(Thread* t, Value self, Value o, Value type) {
  if (!is<NativeFunction>(self)) return self;
  Class* cls = is<Class>(type) ? as<Class>(type) : class_of(t->vm, o);
  return bind_attr(t, self, o.is_none() && !type.is_none() ? Value::unbound() : o, cls);
}
DEF(descriptor_methods, native_bind, "__get__(self, instance, owner=None, /)",
    "Return an attribute of instance, which is of type owner.")

// --- cells -------------------------------------------------------------------------------------------

Cell* cell_self(Thread* t, Value self) {
  Cell* c = try_as<Cell>(self);
  if (!c)
    type_error(t,
               "descriptor requires a 'cell' object but received a '" + type_name(t, self) + "'");
  return c;
}
Value cell_new(Thread* t, Class* cls, Value v) {
  Cell* c = t->vm->heap.make<Cell>(t, cls->root->id);
  if (!c) return Value::failed();
  c->v = v;
  return val(c);
}
DEF_NEW(cell_methods, cell_new, "cell(cls, contents=<absent>, /)", "Create a new cell object.")
Value cell_contents(Thread* t, Value self) {
  Cell* c = cell_self(t, self);
  if (!c) return Value::failed();
  return c->v.is_unbound() ? value_error(t, "Cell is empty") : c->v;
}
DEF_GET(cell_methods, cell_contents, "cell_contents(self)", "")
Value cell_set_contents(Thread* t, Value self, Value v) {
  Cell* c = cell_self(t, self);
  if (!c) return Value::failed();
  barrier_store(c, &c->v, v);
  return Value::none();
}
DEF_SET(cell_methods, cell_set_contents, "cell_contents(self, value, /)", "")
Value cell_repr(Thread* t, Value self) {
  Cell* c = cell_self(t, self);
  if (!c) return Value::failed();
  if (c->v.is_unbound()) return str_value(t, format_message("<cell at 0x%lx: empty>", address(c)));
  unsigned long at = c->v.is_ptr() ? address(c->v.ptr()) : c->v.w;
  return str_value(t, format_message("<cell at 0x%lx: %s object at 0x%lx>", address(c),
                                     type_name(t, c->v).c_str(), at));
}
DEF(cell_methods, cell_repr, "__repr__(self, /)", "Return repr(self).")

}  // namespace

void register_function_attrs(Vm* vm, Thread* t) {
  const CoreClasses& c = vm->classes;
  install_methods(t, c.function, function_methods);
  install_methods(t, c.method, method_methods);
  install_methods(t, c.builtin_function, builtin_methods);
  install_methods(t, c.method_descriptor, descriptor_methods);
  install_methods(t, c.cell, cell_methods);
}

}  // namespace baton
