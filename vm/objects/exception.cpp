// Exception objects: their making from arguments, and what every BaseException has.
//
// __new__ only makes the object and keeps the positional arguments; __init__ fills the fields of the
// class (fill_exception), so that a script class whose __init__ calls super().__init__ decides what
// they are. OSError alone chooses a subclass in __new__. A field that was never set reads as None.
// Attributes of single types are exception_types.cpp's, groups exception_group.cpp's. Lock held.
#include "vm/objects/exception.h"

#include <cerrno>

#include "vm/objects/attribute.h"

namespace baton {

Exception* allocate_exception(Thread* t, Class* cls, Value args) {
  auto* e = t->vm->heap.make<Exception>(t, cls->root->id);
  if (!e) return nullptr;
  e->args = args;
  e->traceback = e->cause = e->context = Value::none();
  e->suppress_context = false;
  e->notes = Value::unbound();
  for (Value& v : e->extra) v = Value::unbound();
  if (cls->class_flags & kClassDel) t->vm->heap.watch(e);
  return e;
}

Class* os_error_class(Vm* vm, int64_t error) {
  const CoreClasses& c = vm->classes;
  switch (error) {
    case EAGAIN:
    case EALREADY:
    case EINPROGRESS: return c.blocking_io_error;
    case EPIPE:
    case ESHUTDOWN: return c.broken_pipe_error;
    case ECHILD: return c.child_process_error;
    case ECONNABORTED: return c.connection_aborted_error;
    case ECONNREFUSED: return c.connection_refused_error;
    case ECONNRESET: return c.connection_reset_error;
    case EEXIST: return c.file_exists_error;
    case ENOENT: return c.file_not_found_error;
    case EISDIR: return c.is_a_directory_error;
    case ENOTDIR: return c.not_a_directory_error;
    case EINTR: return c.interrupted_error;
    case EACCES:
    case EPERM: return c.permission_error;
    case ESRCH: return c.process_lookup_error;
    case ETIMEDOUT: return c.timeout_error;
    default: return c.os_error;
  }
}

namespace {

bool fill_os_error(Thread* t, Exception* e) {
  Tuple* a = as<Tuple>(e->args);
  if (a->size < 2 || a->size > 5) return true;
  // args stay (errno, strerror) when a file name was given
  e->extra[kOsErrno] = a->items[0];
  e->extra[kOsStrerror] = a->items[1];
  if (a->size > 2 && !a->items[2].is_none()) {
    e->extra[kOsFilename] = a->items[2];
    if (a->size > 4 && !a->items[4].is_none()) e->extra[kOsFilename2] = a->items[4];
    Tuple* two = new_tuple_from(t, a->items, 2);
    keep_alive(val(a));
    if (!two) return false;
    barrier_store(e, &e->args, val(two));
  }
  return true;
}

bool fill_syntax_error(Thread* t, Exception* e) {
  Tuple* a = as<Tuple>(e->args);
  if (a->size >= 1) e->extra[kSyntaxMsg] = a->items[0];
  if (a->size != 2) return true;
  Value info = a->items[1];
  if (!is<Tuple>(info)) {
    List* l;
    if (!list_from_iterable(t, info, &l)) return false;
    Tuple* made = new_tuple_from(t, l->items, l->size);
    keep_alive(val(l));
    if (!made) return false;
    info = val(made);
  }
  Tuple* i = as<Tuple>(info);
  if (i->size != 4 && i->size != 6) {
    type_error(t, i->size == 5
                      ? "end_offset must be provided when end_lineno is provided"
                      : "function takes " + std::string(i->size < 4 ? "at least 4" : "at most 6") +
                            " arguments (" + std::to_string(i->size) + " given)");
    return false;
  }
  e->extra[kSyntaxFilename] = i->items[0];
  e->extra[kSyntaxLine] = i->items[1];
  e->extra[kSyntaxOffset] = i->items[2];
  Value end = tuple_of(t, {i->items[3], i->size == 6 ? i->items[4] : Value::none(),
                           i->size == 6 ? i->items[5] : Value::none(), Value::none()});
  if (end.is_failed()) return false;
  barrier_store(e, &e->extra[kSyntaxEnd], end);
  return true;
}

bool fill_unicode_error(Thread* t, Exception* e, Class* cls) {
  const CoreClasses& c = t->vm->classes;
  Tuple* a = as<Tuple>(e->args);
  bool translate = is_subclass(cls, c.unicode_translate_error);
  size_t want = translate ? 4 : 5;
  if (a->size != want) {
    type_error(t, "function takes exactly " + std::to_string(want) + " arguments (" +
                      std::to_string(a->size) + " given)");
    return false;
  }
  bool decode = is_subclass(cls, c.unicode_decode_error);
  for (size_t i = 0; i < want; ++i) {
    size_t field = i + (translate ? 1 : 0);
    Value v = a->items[i];
    const char* expected = nullptr;
    if (field == kUnicodeEncoding || field == kUnicodeReason)
      expected = is<Str>(v) ? nullptr : "str";
    else if (field == kUnicodeObject)
      expected = decode ? (is<Bytes>(v) || is<ByteArray>(v) ? nullptr : "a bytes-like object")
                        : (is<Str>(v) ? nullptr : "str");
    else if (!is_intlike(v))
      expected = "int";
    if (expected) {
      type_error(t, "argument " + std::to_string(i + 1) + " must be " + expected + ", not " +
                        type_name(t, v));
      return false;
    }
    barrier_store(e, &e->extra[field], v);
  }
  return true;
}

}  // namespace

bool fill_exception(Thread* t, Exception* e) {
  const CoreClasses& c = t->vm->classes;
  Class* cls = class_of(t->vm, val(e));
  Tuple* a = as<Tuple>(e->args);
  Value first = a->size > 0 ? a->items[0] : Value::none();
  if (is_subclass(cls, c.os_error)) return fill_os_error(t, e);
  if (is_subclass(cls, c.stop_iteration)) {
    barrier_store(e, &e->extra[kStopValue], first);
  } else if (is_subclass(cls, c.system_exit)) {
    barrier_store(e, &e->extra[kExitCode], a->size > 1 ? e->args : first);
  } else if (is_subclass(cls, c.import_error)) {
    e->extra[kImportMsg] = a->size == 1 ? first : Value::none();
  } else if (is_subclass(cls, c.syntax_error)) {
    return fill_syntax_error(t, e);
  } else if (is_subclass(cls, c.unicode_decode_error) || is_subclass(cls, c.unicode_encode_error) ||
             is_subclass(cls, c.unicode_translate_error)) {
    return fill_unicode_error(t, e, cls);
  }
  return true;
}

namespace {

NativeGroup base_methods{"BaseException"};

Value tuple_from_args(Thread* t, Args args) {
  if (args.n == 0) return val(t->vm->empty_tuple);
  Tuple* tuple = new_tuple_from(t, args.v, args.n);
  return tuple ? val(tuple) : Value::failed();
}

Value exception_new(Thread* t, Class* cls, Kw, Args args) {
  if (cls->instance_kind != Kind::kException)
    return type_error(t, "BaseException.__new__(" + class_name(cls) + "): " + class_name(cls) +
                             " is not a subtype of BaseException");
  Value tuple = tuple_from_args(t, args);
  if (tuple.is_failed()) return tuple;
  const CoreClasses& c = t->vm->classes;
  if (cls == c.os_error && args.n >= 2 && args.n <= 5) {
    int64_t error;
    if (args.v[0].is_int() && (error = args.v[0].as_int(), true))
      cls = os_error_class(t->vm, error);
  }
  Exception* e = allocate_exception(t, cls, tuple);
  if (!e) return Value::failed();
  // OSError's fields are there even when a subclass's __init__ never calls up.
  if (is_subclass(cls, c.os_error) && !fill_os_error(t, e)) return Value::failed();
  return val(e);
}
DEF_NEW(base_methods, exception_new, "BaseException(cls, /, *args, **kwargs)",
        "Common base class for all exceptions")

// Takes `names` out of the keywords into the fields from `first` on; TypeError for any other.
bool take_keywords(Thread* t, Exception* e, Kw kw, std::initializer_list<std::string_view> names) {
  std::string cls = type_name(t, val(e));
  uint32_t taken = 0;
  int field = 0;
  for (std::string_view name : names) {
    Str* key = intern(t, name);
    if (!key) return false;
    Value v = kw.dict ? dict_get_str(kw.dict, key) : Value::unbound();
    barrier_store(e, &e->extra[field++], v);
    if (!v.is_unbound()) ++taken;
  }
  if (!kw.dict || taken == kw.dict->size) return true;
  if (names.size() == 0) {
    type_error(t, cls + "() takes no keyword arguments");
    return false;
  }
  for (uint32_t i = 0; i < kw.dict->used; ++i) {
    Value key = kw.dict->entries[i].key;
    if (!is<Str>(key)) continue;
    bool known = false;
    for (std::string_view name : names) known |= as<Str>(key)->view() == name;
    if (known) continue;
    type_error(t, "'" + std::string(as<Str>(key)->view()) +
                      "' is an invalid keyword argument for " + cls + "()");
    return false;
  }
  return true;
}

bool same_items(Value tuple, Args args) {
  Tuple* a = as<Tuple>(tuple);
  if (a->size != args.n) return false;
  for (uint32_t i = 0; i < args.n; ++i)
    if (a->items[i] != args.v[i]) return false;
  return true;
}

Value exception_init(Thread* t, Exception* self, Kw kw, Args args) {
  const CoreClasses& c = t->vm->classes;
  Class* cls = class_of(t->vm, val(self));
  bool ok;
  if (is_subclass(cls, c.import_error))
    ok = take_keywords(t, self, kw, {"name", "path"});
  else if (is_subclass(cls, c.attribute_error))
    ok = take_keywords(t, self, kw, {"name", "obj"});
  else if (is_subclass(cls, c.name_error))
    ok = take_keywords(t, self, kw, {"name"});
  else
    ok = !kw.dict || kw.dict->size == 0 || take_keywords(t, self, kw, {});
  if (!ok) return Value::failed();
  if (is_subclass(cls, c.os_error) && !self->extra[kOsErrno].is_unbound() && args.n >= 2 &&
      self->extra[kOsErrno] == args.v[0])
    return Value::none();  // __new__ has done it
  if (!same_items(self->args, args)) {
    Value tuple = tuple_from_args(t, args);
    if (tuple.is_failed()) return tuple;
    barrier_store(self, &self->args, tuple);
  }
  return fill_exception(t, self) ? Value::none() : Value::failed();
}
DEF(base_methods, exception_init, "__init__(self, /, *args, **kwargs)",
    "Initialize self.  See help(type(self)) for accurate signature.")

Value exception_repr(Thread* t, Exception* self) {
  std::string s = class_name(class_of(t->vm, val(self)));
  Tuple* a = as<Tuple>(self->args);
  if (a->size == 1) {
    s += '(';
    if (!repr_to(t, a->items[0], &s)) return Value::failed();
    s += ')';
  } else if (!repr_to(t, self->args, &s)) {
    return Value::failed();
  }
  return str_value(t, s);
}
DEF(base_methods, exception_repr, "__repr__(self, /)", "Return repr(self).")

Value exception_str(Thread* t, Exception* self) {
  Tuple* a = as<Tuple>(self->args);
  if (a->size == 1 && !is_subclass(class_of(t->vm, val(self)), t->vm->classes.os_error)) {
    Class* cls = class_of(t->vm, val(self));
    const CoreClasses& c = t->vm->classes;
    bool special = is_subclass(cls, c.key_error) || is_subclass(cls, c.syntax_error) ||
                   is_subclass(cls, c.import_error);
    if (!special) return str_of(t, a->items[0]);
  }
  std::string s;
  return exception_text(t, self, &s) ? str_value(t, s) : Value::failed();
}
DEF(base_methods, exception_str, "__str__(self, /)", "Return str(self).")

Value get_args(Thread*, Exception* self) { return self->args; }
DEF_GET(base_methods, get_args, "args(self)", "")
Value set_args(Thread* t, Exception* self, Value v) {
  if (v.is_unbound()) return type_error(t, "args may not be deleted");
  List* l;
  if (!list_from_iterable(t, v, &l)) return Value::failed();
  Tuple* made = new_tuple_from(t, l->items, l->size);
  keep_alive(val(l));
  if (!made) return Value::failed();
  barrier_store(self, &self->args, val(made));
  return Value::none();
}
DEF_SET(base_methods, set_args, "args(self, value, /)", "")

Value get_traceback(Thread*, Exception* self) { return self->traceback; }
DEF_GET(base_methods, get_traceback, "__traceback__(self)", "")
Value set_traceback(Thread* t, Exception* self, Value v) {
  if (v.is_unbound()) return type_error(t, "__traceback__ may not be deleted");
  if (!v.is_none() && !is<Traceback>(v))
    return type_error(t, "__traceback__ must be a traceback or None");
  barrier_store(self, &self->traceback, v);
  return Value::none();
}
DEF_SET(base_methods, set_traceback, "__traceback__(self, value, /)", "")

Value with_traceback(Thread* t, Exception* self, Value tb) {
  Value r = set_traceback(t, self, tb);
  return r.is_failed() ? r : val(self);
}
DEF(base_methods, with_traceback, "with_traceback(self, tb, /)",
    "Exception.with_traceback(tb) --\n    set self.__traceback__ to tb and return self.")

Value get_cause(Thread*, Exception* self) { return self->cause; }
DEF_GET(base_methods, get_cause, "__cause__(self)", "exception cause")
Value set_cause(Thread* t, Exception* self, Value v) {
  if (v.is_unbound()) return type_error(t, "__cause__ may not be deleted");
  if (!v.is_none() && !is<Exception>(v))
    return type_error(t, "exception cause must be None or derive from BaseException");
  barrier_store(self, &self->cause, v);
  self->suppress_context = true;
  return Value::none();
}
DEF_SET(base_methods, set_cause, "__cause__(self, value, /)", "exception cause")

Value get_context(Thread*, Exception* self) { return self->context; }
DEF_GET(base_methods, get_context, "__context__(self)", "exception context")
Value set_context(Thread* t, Exception* self, Value v) {
  if (v.is_unbound()) return type_error(t, "__context__ may not be deleted");
  if (!v.is_none() && !is<Exception>(v))
    return type_error(t, "exception context must be None or derive from BaseException");
  barrier_store(self, &self->context, v);
  return Value::none();
}
DEF_SET(base_methods, set_context, "__context__(self, value, /)", "exception context")

Value get_suppress(Thread*, Exception* self) { return Value::boolean(self->suppress_context); }
DEF_GET(base_methods, get_suppress, "__suppress_context__(self)", "")
Value set_suppress(Thread* t, Exception* self, Value v) {
  if (v.is_unbound()) return type_error(t, "can't delete numeric/char attribute");
  if (!v.is_bool()) return type_error(t, "attribute value type must be bool");
  self->suppress_context = v.is_true();
  return Value::none();
}
DEF_SET(base_methods, set_suppress, "__suppress_context__(self, value, /)", "")

Value get_notes(Thread* t, Exception* self) {
  return self->notes.is_unbound() ? raise_no_attribute(t, val(self), t->vm->names.notes)
                                  : self->notes;
}
DEF_GET(base_methods, get_notes, "__notes__(self)", "")
Value set_notes(Thread* t, Exception* self, Value v) {
  if (v.is_unbound() && self->notes.is_unbound())
    return raise_no_attribute(t, val(self), t->vm->names.notes);
  barrier_store(self, &self->notes, v);
  return Value::none();
}
DEF_SET(base_methods, set_notes, "__notes__(self, value, /)", "")

Value add_note(Thread* t, Exception* self, Value note) {
  if (!is<Str>(note)) return type_error(t, "note must be a str, not '" + type_name(t, note) + "'");
  if (self->notes.is_unbound()) {
    List* l = new_list(t);
    if (!l) return Value::failed();
    barrier_store(self, &self->notes, val(l));
  }
  if (!is<List>(self->notes)) return type_error(t, "Cannot add note: __notes__ is not a list");
  return list_append(t, as<List>(self->notes), note) ? Value::none() : Value::failed();
}
DEF(base_methods, add_note, "add_note(self, note, /)",
    "Exception.add_note(note) --\n    add a note to the exception")

Value exception_reduce(Thread* t, Exception* self) {
  Value o = val(self), args = self->args;
  Class* cls = class_of(t->vm, o);
  Value file = self->extra[2], second = self->extra[3];
  Tuple* given = try_as<Tuple>(args);
  // An OSError keeps its file names outside its arguments.
  if (is_subclass(cls, t->vm->classes.os_error) && given && given->size == 2 &&
      !file.is_unbound() && !file.is_none()) {
    bool two = !second.is_unbound() && !second.is_none();
    args = two ? tuple_of(t, {given->items[0], given->items[1], file, Value::none(), second})
               : tuple_of(t, {given->items[0], given->items[1], file});
    if (args.is_failed()) return args;
  }
  Dict* own = (self->flags & kHasAttrs) ? attrs_as_dict(t, o) : nullptr;
  if (!t->exception.is_unbound()) return Value::failed();
  return own && own->size ? tuple_of(t, {val(cls), args, val(own)}) : tuple_of(t, {val(cls), args});
}
DEF(base_methods, exception_reduce, "__reduce__(self, /)", "Helper for pickle.")
Value exception_setstate(Thread* t, Exception* self, Value state) {
  if (state.is_none()) return state;
  Dict* d = try_as<Dict>(state);
  if (!d) return type_error(t, "state is not a dictionary");
  Dict* copy = dict_copy(t, d);  // a setter may change the original
  for (uint32_t i = 0; copy && i < copy->used; ++i) {
    DictEntry e = copy->entries[i];
    if (e.key.is_unbound()) continue;
    if (!is<Str>(e.key)) return type_error(t, "attribute name must be string");
    if (!set_attr(t, val(self), as<Str>(e.key), e.value)) return Value::failed();
  }
  return copy ? Value::none() : Value::failed();
}
DEF(base_methods, exception_setstate, "__setstate__(self, state, /)", "Helper for pickle.")

// ExceptionGroup is an Exception too, which the table of core classes can't say.
void add_second_base(Vm* vm, Thread* t) {
  CoreClasses& c = vm->classes;
  Value bases[2] = {val(c.base_exception_group), val(c.exception)};
  Value mro[5] = {val(c.exception_group), bases[0], bases[1], val(c.base_exception), val(c.object)};
  Tuple* b = new_tuple_from(t, bases, 2);
  if (b) c.exception_group->bases = b;
  Tuple* m = new_tuple_from(t, mro, 5);
  if (m) c.exception_group->mro = m;
  add_subclass(vm, c.exception, c.exception_group);
}

}  // namespace

void register_exceptions(Vm* vm, Thread* t) {
  CoreClasses& c = vm->classes;
  add_second_base(vm, t);
  install_methods(t, c.base_exception, base_methods);
#define EXC(field, text, base) c.field->new_def = c.base_exception->new_def;
  BATON_EXCEPTIONS(EXC)
#undef EXC
  register_exception_types(vm, t);
  register_exception_groups(vm, t);
  register_traceback(vm, t);
  if (Exception* e = allocate_exception(t, c.memory_error, val(vm->empty_tuple)))
    vm->memory_error = val(e);
  vm->heap.add_root_source([vm](Marker& m) { m.mark(vm->memory_error); });
}

}  // namespace baton
