// Exception groups: the types, their splitting, and the two services that except* compiles to.
//
// A group's parts are a tuple of at least one exception (extra[kGroupExceptions]). Splitting keeps
// the tree's form: every group that loses parts is rebuilt by its derive() with the traceback, cause,
// context and notes of the old one. Lock held; derive() and predicates are script code.
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"
#include "vm/objects/exception.h"
#include "vm/objects/import.h"

namespace baton {
namespace {

NativeGroup group_methods{"BaseExceptionGroup"};

Tuple* parts_of(Value group) { return as<Tuple>(as<Exception>(group)->extra[kGroupExceptions]); }

Value group_new(Thread* t, Class* cls, Kw, Args args) {
  const CoreClasses& c = t->vm->classes;
  if (args.n != 2)
    return type_error(t, "BaseExceptionGroup.__new__() takes exactly 2 arguments (" +
                             std::to_string(args.n) + " given)");
  Value message = args.v[0], sequence = args.v[1];
  if (!is<Str>(message))
    return type_error(
        t, "BaseExceptionGroup.__new__() argument 1 must be str, not " + type_name(t, message));
  bool is_sequence =
      is<List>(sequence) || is<Tuple>(sequence) ||
      (!is<Dict>(sequence) && !is<Set>(sequence) &&
       !find_in_class(t->vm, class_of(t->vm, sequence), t->vm->names.getitem).is_unbound());
  if (!is_sequence) return type_error(t, "second argument (exceptions) must be a sequence");
  List* l;
  if (!list_from_iterable(t, sequence, &l)) return Value::failed();
  if (l->size == 0)
    return value_error(t, "second argument (exceptions) must be a non-empty sequence");
  bool plain = true;
  for (size_t i = 0; i < l->size; ++i) {
    if (!is<Exception>(l->items[i]))
      return value_error(
          t, "Item " + std::to_string(i) + " of second argument (exceptions) is not an exception");
    plain &= is_instance(t, l->items[i], c.exception);
  }
  if (cls == c.base_exception_group) {
    if (plain) cls = c.exception_group;
  } else if (!plain && is_subclass(cls, c.exception)) {
    if (cls == c.exception_group)
      return type_error(t, "Cannot nest BaseExceptions in an ExceptionGroup");
    return type_error(t, "Cannot nest BaseExceptions in '" + class_name(cls) + "'");
  }
  Tuple* parts = new_tuple_from(t, l->items, l->size);
  keep_alive(val(l));
  if (!parts) return Value::failed();
  Tuple* own = new_tuple_from(t, args.v, 2);
  if (!own) return Value::failed();
  Exception* e = allocate_exception(t, cls, val(own));
  if (!e) return Value::failed();
  e->extra[kGroupMessage] = message;
  e->extra[kGroupExceptions] = val(parts);
  return val(e);
}
DEF_NEW(group_methods, group_new, "BaseExceptionGroup(cls, /, *args, **kwargs)",
        "A combination of multiple unrelated exceptions.")

Value get_message(Thread*, Exception* self) { return self->extra[kGroupMessage]; }
DEF_GET(group_methods, get_message, "message(self)", "exception message")
Value get_exceptions(Thread*, Exception* self) { return self->extra[kGroupExceptions]; }
DEF_GET(group_methods, get_exceptions, "exceptions(self)", "nested exceptions")

Value group_derive(Thread* t, Exception* self, Value excs) {
  Value args[2] = {self->extra[kGroupMessage], excs};
  return construct(t, t->vm->classes.base_exception_group, args, 2, nullptr);
}
DEF(group_methods, group_derive, "derive(self, excs, /)", "")

Value class_getitem(Thread* t, Class* cls, Value item) {
  return new_generic_alias(t, val(cls), item);
}
DEF_CLASS(group_methods, class_getitem, "__class_getitem__(cls, item, /)", "See PEP 585")

// A group like `old` of other parts, with its history. failed() on error.
Value rebuild(Thread* t, Value old, List* parts) {
  Str* derive = intern(t, "derive");
  if (!derive) return Value::failed();
  Value arg = val(parts);
  Value made = call_method(t, old, derive, &arg, 1);
  if (made.is_failed()) return made;
  if (!is_exception_group(t, made))
    return type_error(t, "derive must return an instance of BaseExceptionGroup");
  Exception *to = as<Exception>(made), *from = as<Exception>(old);
  barrier_store(to, &to->traceback, from->traceback);
  barrier_store(to, &to->context, from->context);
  barrier_store(to, &to->cause, from->cause);
  to->suppress_context = from->suppress_context;
  if (!from->notes.is_unbound()) {
    if (is<List>(from->notes)) {
      List* copy = new_list_from(t, as<List>(from->notes)->items, as<List>(from->notes)->size);
      if (!copy) return Value::failed();
      barrier_store(to, &to->notes, val(copy));
    } else {
      barrier_store(to, &to->notes, from->notes);
    }
  }
  return made;
}

// What subgroup() and split() may be given, and except* is.
struct Condition {
  Value v;
  bool predicate;
  bool matches(Thread* t, Value e, bool* out) const {
    if (!predicate) return exception_matches(t, e, v, out);
    Value r = call1(t, v, e);
    return !r.is_failed() && truth(t, r, out);
  }
};

bool make_condition(Thread* t, Value v, Condition* out) {
  auto is_type = [&](Value x) {
    return is<Class>(x) && is_subclass(as<Class>(x), t->vm->classes.base_exception);
  };
  if (is<Function>(v) || is<NativeFunction>(v) || is<BoundMethod>(v)) {
    *out = {v, true};
    return true;
  }
  bool ok = is_type(v);
  if (Tuple* tuple = try_as<Tuple>(v)) {
    ok = true;
    for (size_t i = 0; i < tuple->size; ++i) ok &= is_type(tuple->items[i]);
  }
  if (ok) {
    *out = {v, false};
    return true;
  }
  type_error(t, "expected a function, exception type or tuple of exception types");
  return false;
}

// Splits by the condition into *match and *rest (None where empty); rest null: not wanted.
bool split(Thread* t, Value e, const Condition& c, Value* match, Value* rest) {
  if (native_stack_exhausted(t)) return false;
  *match = Value::none();
  if (rest) *rest = Value::none();
  bool yes;
  if (!c.matches(t, e, &yes)) return false;
  if (yes) {
    *match = e;
    return true;
  }
  if (!is_exception_group(t, e)) {
    if (rest) *rest = e;
    return true;
  }
  Tuple* parts = parts_of(e);
  List* matched = new_list(t);
  if (!matched) return false;
  List* others = new_list(t);
  if (!others) return false;
  for (size_t i = 0; i < parts->size; ++i) {
    Value m, r = Value::none();
    if (!split(t, parts->items[i], c, &m, rest ? &r : nullptr)) return false;
    if (!m.is_none() && !list_append(t, matched, m)) return false;
    if (!r.is_none() && !list_append(t, others, r)) return false;
  }
  if (matched->size > 0) {
    *match = rebuild(t, e, matched);
    if (match->is_failed()) return false;
  }
  if (rest && others->size > 0) {
    *rest = rebuild(t, e, others);
    if (rest->is_failed()) return false;
  }
  return true;
}

Value group_subgroup(Thread* t, Exception* self, Value condition) {
  Condition c;
  Value match;
  if (!make_condition(t, condition, &c)) return Value::failed();
  return split(t, val(self), c, &match, nullptr) ? match : Value::failed();
}
DEF(group_methods, group_subgroup, "subgroup(self, condition, /)", "")

Value group_split(Thread* t, Exception* self, Value condition) {
  Condition c;
  Value match, rest;
  if (!make_condition(t, condition, &c)) return Value::failed();
  if (!split(t, val(self), c, &match, &rest)) return Value::failed();
  return tuple_of(t, {match, rest});
}
DEF(group_methods, group_split, "split(self, condition, /)", "")

}  // namespace

bool is_exception_group(Thread* t, Value v) {
  return is<Exception>(v) && is_instance(t, v, t->vm->classes.base_exception_group) &&
         is<Tuple>(as<Exception>(v)->extra[kGroupExceptions]);
}

Value new_exception_group(Thread* t, std::string_view message, Value exceptions) {
  Value args[2] = {str_value(t, message), exceptions};
  if (args[0].is_failed()) return args[0];
  return construct(t, t->vm->classes.base_exception_group, args, 2, nullptr);
}

// --- except* -----------------------------------------------------------------------------------------

namespace {

bool check_star_types(Thread* t, Value type) {
  auto one = [&](Value v) {
    Class* c = try_as<Class>(v);
    if (!c || !is_subclass(c, t->vm->classes.base_exception)) {
      type_error(t, "catching classes that do not inherit from BaseException is not allowed");
      return false;
    }
    if (is_subclass(c, t->vm->classes.base_exception_group)) {
      type_error(t, "catching ExceptionGroup with except* is not allowed. Use except instead.");
      return false;
    }
    return true;
  };
  Tuple* tuple = try_as<Tuple>(type);
  if (!tuple) return one(type);
  for (size_t i = 0; i < tuple->size; ++i)
    if (!one(tuple->items[i])) return false;
  return true;
}

// Parts of one group that came out of it unchanged have its history; new exceptions have their own.
bool same_history(Value a, Value b) {
  Exception *x = as<Exception>(a), *y = as<Exception>(b);
  return x->traceback == y->traceback && x->cause == y->cause && x->context == y->context;
}

void collect_leaves(Thread* t, Value e, std::vector<Object*>* out) {
  if (!is_exception_group(t, e)) {
    out->push_back(e.ptr());
    return;
  }
  if (native_stack_exhausted(t)) {
    clear_exception(t);
    return;
  }
  Tuple* parts = parts_of(e);
  for (size_t i = 0; i < parts->size; ++i) collect_leaves(t, parts->items[i], out);
}

// The part of `e` whose leaves are among `keep`, in e's form.
Value project(Thread* t, Value e, const std::vector<Object*>& keep) {
  if (!is_exception_group(t, e)) {
    for (Object* o : keep)
      if (o == e.ptr()) return e;
    return Value::none();
  }
  if (native_stack_exhausted(t)) return Value::failed();
  Tuple* parts = parts_of(e);
  List* kept = new_list(t);
  if (!kept) return Value::failed();
  bool whole = true;
  for (size_t i = 0; i < parts->size; ++i) {
    Value p = project(t, parts->items[i], keep);
    if (p.is_failed()) return p;
    whole &= p == parts->items[i];
    if (!p.is_none() && !list_append(t, kept, p)) return Value::failed();
  }
  if (whole) return e;
  return kept->size == 0 ? Value::none() : rebuild(t, e, kept);
}

}  // namespace

bool exception_group_match(Thread* t, Value exc, Value type, Value* rest, Value* matched) {
  if (!check_star_types(t, type)) return false;
  if (exc.is_none()) {
    *rest = *matched = Value::none();
    return true;
  }
  bool yes;
  if (!exception_matches(t, exc, type, &yes)) return false;
  Value m = Value::none(), r = exc;
  if (yes) {
    r = Value::none();
    m = exc;
    if (!is_exception_group(t, exc)) {
      Value one = tuple_of(t, {exc});
      if (one.is_failed()) return false;
      m = new_exception_group(t, "", one);
      if (m.is_failed()) return false;
    }
  } else if (is_exception_group(t, exc)) {
    Str* name = intern(t, "split");
    if (!name) return false;
    Value pair = call_method(t, exc, name, &type, 1);
    if (pair.is_failed()) return false;
    if (!is<Tuple>(pair) || as<Tuple>(pair)->size < 2) {
      std::string who = type_name(t, exc);
      type_error(t, is<Tuple>(pair)
                        ? who + ".split must return a 2-tuple, got tuple of size " +
                              std::to_string(as<Tuple>(pair)->size)
                        : who + ".split must return a tuple, not " + type_name(t, pair));
      return false;
    }
    m = as<Tuple>(pair)->items[0];
    r = as<Tuple>(pair)->items[1];
  }
  // The matched part is what the clause handles: sys.exception() and implicit contexts see it.
  if (!m.is_none()) t->handled = m;
  *rest = r;
  *matched = m;
  return true;
}

// The interpreter keeps the original exception in the register after the list, so it is out[1].
bool exception_group_end(Thread* t, Value raised_list, Value rest, Value* out) {
  List* raised = as<List>(raised_list);
  Value original = out[1];
  if (!is_exception_group(t, original)) {  // a naked one: one clause ran at most
    *out = raised->size > 0 ? raised->items[0] : rest;
    return true;
  }
  // What was raised again is told from what is new by its history; it goes back into the
  // original's form, together with the parts that no clause took.
  List* fresh = new_list(t);
  if (!fresh) return false;
  std::vector<Object*> leaves;
  if (!rest.is_none()) collect_leaves(t, rest, &leaves);
  for (size_t i = 0; i < raised->size; ++i) {
    Value e = raised->items[i];
    if (is_exception_group(t, e) && same_history(e, original))
      collect_leaves(t, e, &leaves);
    else if (!list_append(t, fresh, e))
      return false;
  }
  Value reraised = leaves.empty() ? Value::none() : project(t, original, leaves);
  if (reraised.is_failed()) return false;
  if (fresh->size == 0) {
    *out = reraised;
    return true;
  }
  if (!reraised.is_none() && !list_append(t, fresh, reraised)) return false;
  if (fresh->size == 1) {
    *out = fresh->items[0];
    return true;
  }
  *out = new_exception_group(t, "", val(fresh));
  return !out->is_failed();
}

void register_exception_groups(Vm* vm, Thread* t) {
  CoreClasses& c = vm->classes;
  install_methods(t, c.base_exception_group, group_methods);
  c.exception_group->new_def = c.base_exception_group->new_def;
}

}  // namespace baton
