// The protocol of __length_hint__. Lock held; may run script.
// Behaviour: https://peps.python.org/pep-0424/
#include "vm/objects/length_hint.h"

#include "vm/objects/objects.h"

namespace baton {

bool length_hint(Thread* t, Value v, int64_t fallback, int64_t* out) {
  Vm* vm = t->vm;
  if (!find_in_class(vm, class_of(vm, v), vm->names.len).is_unbound()) {
    if (length_of(t, v, out)) return true;
    if (!exception_is(t, vm->classes.type_error)) return false;
    clear_exception(t);
  }
  *out = fallback;
  Value hint = call_special(t, v, vm->names.length_hint);
  if (hint.is_failed()) {
    if (!exception_is(t, vm->classes.type_error)) return false;
    clear_exception(t);
    return true;
  }
  if (hint.is_unbound() || hint.is_not_implemented()) return true;
  if (!is_intlike(hint)) {
    type_error(t, "__length_hint__ must be an integer, not " + type_name(t, hint));
    return false;
  }
  if (!hint.is_int() && !hint.is_bool()) {
    overflow_error(t, "Python int too large to convert to C ssize_t");
    return false;
  }
  *out = hint.is_bool() ? hint.is_true() : hint.as_int();
  if (*out >= 0) return true;
  value_error(t, "__length_hint__() should return >= 0");
  return false;
}

bool check_length_hint(Thread* t, Value v) {
  Class* cls = class_of(t->vm, v);
  if (cls->class_flags & kClassBuiltin) return true;
  int64_t unused;
  return length_hint(t, v, 0, &unused);
}

}  // namespace baton
