// The methods of list. Each re-reads the list's size and items after anything that may run script;
// what changes several items at once is in list.cpp.
#include <algorithm>

#include "vm/native/native.h"
#include "vm/objects/containers.h"

namespace baton {

namespace {

NativeGroup list_methods{"list"};

Value done(bool ok) { return ok ? Value::none() : Value::failed(); }

// The arguments are __init__'s business: a subclass may have its own.
Value list_new(Thread* t, Class* cls, Kw, Args) {
  if (!check_new(t, cls, t->vm->classes.list)) return Value::failed();
  List* l = new_list_of_shape(t, shape_of(cls));
  return l ? val(l) : Value::failed();
}
DEF_NEW(list_methods, list_new, "list(cls, *args, **kwargs)",
        "Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new "
        "empty list.\nThe argument must be an iterable if specified.")

Value list_init(Thread* t, List* self, Value iterable) {
  if (self->size) list_clear(t, self);
  return done(iterable.is_unbound() || list_extend(t, self, iterable));
}
DEF(list_methods, list_init, "__init__(self, iterable=<absent>, /)",
    "Initialize self.  See help(type(self)) for accurate signature.")

int64_t list_len(Thread*, List* self) { return static_cast<int64_t>(self->size); }
DEF(list_methods, list_len, "__len__(self, /)", "Return len(self).")
Value list_getitem(Thread* t, List* self, Value key) { return sequence_get(t, val(self), key); }
DEF(list_methods, list_getitem, "__getitem__(self, key, /)", "x.__getitem__(y) <==> x[y]")
Value list_setitem(Thread* t, List* self, Value key, Value v) {
  return done(list_set(t, self, key, v));
}
DEF(list_methods, list_setitem, "__setitem__(self, key, value, /)", "Set self[key] to value.")
Value list_delitem(Thread* t, List* self, Value key) { return done(list_del(t, self, key)); }
DEF(list_methods, list_delitem, "__delitem__(self, key, /)", "Delete self[key].")
Value list_contains(Thread* t, List* self, Value key) {
  bool found;
  return sequence_contains(t, val(self), key, &found) ? Value::boolean(found) : Value::failed();
}
DEF(list_methods, list_contains, "__contains__(self, key, /)", "Return key in self.")
Value list_iter(Thread* t, List* self) { return new_list_iterator(t, val(self)); }
DEF(list_methods, list_iter, "__iter__(self, /)", "Implement iter(self).")
Value list_reversed(Thread* t, List* self) { return new_list_reverse_iterator(t, self); }
DEF(list_methods, list_reversed, "__reversed__(self, /)",
    "Return a reverse iterator over the list.")
Value list_add(Thread* t, List* self, Value value) { return sequence_concat(t, val(self), value); }
DEF(list_methods, list_add, "__add__(self, value, /)", "Return self+value.")
Value list_iadd(Thread* t, List* self, Value value) {
  return list_extend(t, self, value) ? val(self) : Value::failed();
}
DEF(list_methods, list_iadd, "__iadd__(self, value, /)", "Implement self+=value.")
Value list_mul(Thread* t, List* self, Value value) {
  return sequence_repeat(t, val(self), value, false);
}
DEF(list_methods, list_mul, "__mul__(self, value, /)", "Return self*value.")
DEF(list_methods, list_mul, "__rmul__(self, value, /)", "Return value*self.")
Value list_imul(Thread* t, List* self, Value value) {
  return sequence_repeat(t, val(self), value, true);
}
DEF(list_methods, list_imul, "__imul__(self, value, /)", "Implement self*=value.")
BATON_DEF_COMPARE(list_methods, list_cmp, sequence_compare)

Value list_repr(Thread* t, List* self) {
  if (self->size == 0) return str_value(t, "[]");
  ReprGuard guard(t, val(self));
  if (!guard.entered) return str_value(t, "[...]");
  if (native_stack_exhausted(t)) return Value::failed();
  std::string out = "[";
  if (!repr_items(t, val(self), &out)) return Value::failed();
  return str_value(t, out + "]");
}
DEF(list_methods, list_repr, "__repr__(self, /)", "Return repr(self).")

Value list_append_method(Thread* t, List* self, Value object) {
  return done(list_append(t, self, object));
}
DEF(list_methods, list_append_method, "append(self, object, /)",
    "Append object to the end of the list.")
Value list_extend_method(Thread* t, List* self, Value iterable) {
  return done(list_extend(t, self, iterable));
}
DEF(list_methods, list_extend_method, "extend(self, iterable, /)",
    "Extend list by appending elements from the iterable.")

Value list_insert(Thread* t, List* self, Int index, Value object) {
  int64_t size = static_cast<int64_t>(self->size), i = index;
  if (i < 0) i = std::max<int64_t>(i + size, 0);
  i = std::min(i, size);
  if (!list_append(t, self, object)) return Value::failed();
  std::memmove(self->items + i + 1, self->items + i, static_cast<size_t>(size - i) * sizeof(Value));
  barrier_store(self, &self->items[i], object);
  return Value::none();
}
DEF(list_methods, list_insert, "insert(self, index, object, /)", "Insert object before index.")

Value list_pop(Thread* t, List* self, Int index) {
  if (self->size == 0) return index_error(t, "pop from empty list");
  int64_t size = static_cast<int64_t>(self->size), i = index;
  if (i < 0) i += size;
  if (i < 0 || i >= size) return index_error(t, "pop index out of range");
  Value v = self->items[i];
  if (i == size - 1 && self->size - 1 >= self->capacity / 2) {
    self->size--;
    return v;
  }
  return list_del(t, self, Value::from_int(i)) ? v : Value::failed();
}
DEF(list_methods, list_pop, "pop(self, index=-1, /)",
    "Remove and return item at index (default last).\n\nRaises IndexError if list is empty or "
    "index is out of range.")

Value list_remove(Thread* t, List* self, Value value) {
  int64_t at;
  if (!sequence_find(t, val(self), value, 0, INT64_MAX, &at)) return Value::failed();
  if (at < 0) return value_error(t, "list.remove(x): x not in list");
  if (static_cast<size_t>(at) >= self->size) return Value::none();  // __eq__ emptied the list
  return done(list_del(t, self, Value::from_int(at)));
}
DEF(list_methods, list_remove, "remove(self, value, /)",
    "Remove first occurrence of value.\n\nRaises ValueError if the value is not present.")

void list_clear_method(Thread* t, List* self) { list_clear(t, self); }
DEF(list_methods, list_clear_method, "clear(self, /)", "Remove all items from list.")
List* list_copy(Thread* t, List* self) { return new_list_from(t, self->items, self->size); }
DEF(list_methods, list_copy, "copy(self, /)", "Return a shallow copy of the list.")
void list_reverse(Thread*, List* self) { std::reverse(self->items, self->items + self->size); }
DEF(list_methods, list_reverse, "reverse(self, /)", "Reverse *IN PLACE*.")

Value list_count(Thread* t, List* self, Value value) {
  int64_t n;
  return sequence_count(t, val(self), value, &n) ? new_int(t, n) : Value::failed();
}
DEF(list_methods, list_count, "count(self, value, /)", "Return number of occurrences of value.")

Value list_index(Thread* t, List* self, Value value, Value start, Value stop) {
  int64_t from = 0, to = INT64_MAX, at;
  if (!start.is_unbound() && !slice_bound(t, start, &from)) return Value::failed();
  if (!stop.is_unbound() && !slice_bound(t, stop, &to)) return Value::failed();
  if (!sequence_find(t, val(self), value, from, to, &at)) return Value::failed();
  if (at >= 0) return new_int(t, at);
  std::string text;
  if (!repr_to(t, value, &text)) return Value::failed();
  return value_error(t, text + " is not in list");
}
DEF(list_methods, list_index, "index(self, value, start=<absent>, stop=<absent>, /)",
    "Return first index of value.\n\nRaises ValueError if the value is not present.")

Value list_sort_method(Thread* t, List* self, Value key, bool reverse) {
  return done(list_sort(t, self, key, reverse));
}
DEF(list_methods, list_sort_method, "sort(self, /, *, key=None, reverse=False)",
    "Sort the list in ascending order and return None.\n\nThe sort is in-place (i.e. the list "
    "itself is modified) and stable (i.e. the\norder of two equal elements is maintained).\n\nIf a "
    "key function is given, apply it once to each list item and sort them,\nascending or "
    "descending, according to their function values.\n\nThe reverse flag can be set to sort in "
    "descending order.")

int64_t list_sizeof(Thread*, List* self) {
  return static_cast<int64_t>(sizeof(List) + self->capacity * sizeof(Value));
}
DEF(list_methods, list_sizeof, "__sizeof__(self, /)", "Return the size of the list in memory.")

Value list_class_getitem(Thread* t, Class* cls, Value item) {
  return new_generic_alias(t, val(cls), item);
}
DEF_CLASS(list_methods, list_class_getitem, "__class_getitem__(cls, item, /)", "See PEP 585")

}  // namespace

void register_list(Vm* vm, Thread* t) {
  install_methods(t, vm->classes.list, list_methods);
  set_unhashable(t, vm->classes.list);
}

}  // namespace baton
