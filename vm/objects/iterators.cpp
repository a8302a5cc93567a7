// Iterators over lists and tuples, forward and backward, and what every iterator class of the
// container files has in common: __iter__ returns self, __next__ asks the NativeType.
//
// A list iterator holds the list and a position and reads the list's size anew at each step, so
// the list may change under it; once at the end it lets go of the list and stays at the end.
#include "vm/native/native.h"
#include "vm/objects/containers.h"

namespace baton {

namespace {

NativeGroup iterator_methods{"iterator"};

Value iterator_iter(Thread*, Value self) { return self; }
DEF(iterator_methods, iterator_iter, "__iter__(self, /)", "Implement iter(self).")

Value iterator_next(Thread* t, Value self) {
  const NativeType* type = native_type_of(self);
  if (!type || !type->next)
    return raisef(t, t->vm->classes.type_error, "'%s' object is not an iterator",
                  type_name(t, self).c_str());
  Value v = type->next(t, self.ptr());
  return v.is_unbound() ? raise_stop_iteration(t, Value::none()) : v;
}
DEF(iterator_methods, iterator_next, "__next__(self, /)", "Implement next(self).")

struct SequenceIter : NativeObject {
  Value sequence;  // None: exhausted
  int64_t index;
};

void trace_iter(Object* o, Marker& m) { m.mark(static_cast<SequenceIter*>(o)->sequence); }

Value list_iter_next(Thread*, Object* o) {
  auto* it = static_cast<SequenceIter*>(o);
  if (it->sequence.is_none()) return Value::unbound();
  List* l = as<List>(it->sequence);
  if (static_cast<size_t>(it->index) < l->size) return l->items[it->index++];
  it->sequence = Value::none();
  return Value::unbound();
}
Value tuple_iter_next(Thread*, Object* o) {
  auto* it = static_cast<SequenceIter*>(o);
  if (it->sequence.is_none()) return Value::unbound();
  Tuple* s = as<Tuple>(it->sequence);
  if (static_cast<size_t>(it->index) < s->size) return s->items[it->index++];
  it->sequence = Value::none();
  return Value::unbound();
}
Value list_reverse_next(Thread*, Object* o) {
  auto* it = static_cast<SequenceIter*>(o);
  if (it->sequence.is_none()) return Value::unbound();
  List* l = as<List>(it->sequence);
  if (it->index >= 0 && static_cast<size_t>(it->index) < l->size) return l->items[it->index--];
  it->sequence = Value::none();
  it->index = -1;
  return Value::unbound();
}

const NativeType kListIter = {"list_iterator", trace_iter, nullptr, list_iter_next};
const NativeType kTupleIter = {"tuple_iterator", trace_iter, nullptr, tuple_iter_next};
const NativeType kListReverseIter = {"list_reverseiterator", trace_iter, nullptr,
                                     list_reverse_next};

Value make_iter(Thread* t, const NativeType* type, Value sequence, int64_t index) {
  auto* it = make_native<SequenceIter>(t, type);
  if (!it) return Value::failed();
  it->sequence = sequence;
  it->index = index;
  return val(it);
}

NativeGroup sequence_iter_methods{"list_iterator"};

Value sequence_iter_hint(Thread* t, Value self) {
  const NativeType* type = native_type_of(self);
  if (type != &kListIter && type != &kTupleIter && type != &kListReverseIter)
    return type_error(t, "descriptor '__length_hint__' requires a sequence iterator");
  auto* it = static_cast<SequenceIter*>(self.ptr());
  if (it->sequence.is_none()) return Value::from_int(0);
  if (type == &kListReverseIter) {
    int64_t left = it->index + 1;
    return Value::from_int(static_cast<size_t>(left) <= as<List>(it->sequence)->size ? left : 0);
  }
  size_t size = type == &kListIter ? as<List>(it->sequence)->size : as<Tuple>(it->sequence)->size;
  int64_t left = static_cast<int64_t>(size) - it->index;
  return Value::from_int(left > 0 ? left : 0);
}
DEF(sequence_iter_methods, sequence_iter_hint, "__length_hint__(self, /)",
    "Private method returning an estimate of len(list(it)).")

}  // namespace

Class* new_iterator_class(Thread* t, const NativeType* type) {
  Class* cls = new_builtin_class(t, type->name, t->vm->classes.object, Kind::kNativeObject,
                                 kClassNoSubclass, type);
  if (cls && type->next) install_methods(t, cls, iterator_methods);
  return cls;
}

Value new_list_iterator(Thread* t, Value sequence) {
  return make_iter(t, is<List>(sequence) ? &kListIter : &kTupleIter, sequence, 0);
}

Value new_list_reverse_iterator(Thread* t, List* l) {
  return make_iter(t, &kListReverseIter, val(l), static_cast<int64_t>(l->size) - 1);
}

void register_sequence_iterators(Vm*, Thread* t) {
  for (const NativeType* type : {&kListIter, &kTupleIter, &kListReverseIter})
    install_methods(t, new_iterator_class(t, type), sequence_iter_methods);
}

}  // namespace baton
