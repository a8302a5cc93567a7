// Subscripts, length and iteration of any value. Lock held.
#include "vm/core/ops.h"
#include "vm/objects/containers.h"
#include "vm/objects/objects.h"
#include "vm/objects/step_iterator.h"

namespace baton {
namespace {

bool builtin_class(Thread* t, Value v) { return class_of(t->vm, v)->class_flags & kClassBuiltin; }

// The old iteration protocol: __getitem__ with 0, 1, 2 ... until IndexError.
struct IndexIterator : NativeObject {
  Value sequence;
  int64_t next;
};
void trace_index_iterator(Object* o, Marker& m) {
  m.mark(static_cast<IndexIterator*>(o)->sequence);
}
Value next_index_iterator(Thread* t, Object* o) {
  auto* it = static_cast<IndexIterator*>(o);
  if (it->sequence.is_none()) return Value::unbound();
  Value v = get_item(t, it->sequence, new_int(t, it->next));
  if (!v.is_failed()) {
    it->next++;
    return v;
  }
  if (exception_is(t, t->vm->classes.index_error) ||
      exception_is(t, t->vm->classes.stop_iteration)) {
    clear_exception(t);
    it->sequence = Value::none();
    return Value::unbound();
  }
  return v;
}

// it.__next__() by its class; the end as iter_next() tells it.
Value call_next(Thread* t, Value it) {
  Value r = call_special(t, it, t->vm->names.next);
  if (BATON_LIKELY(!r.is_failed())) {
    if (r.is_unbound())
      return type_error(t, "'" + type_name(t, it) + "' object is not an iterator");
    return r;
  }
  if (exception_is(t, t->vm->classes.stop_iteration)) {
    Exception* e = as<Exception>(take_exception(t));
    t->generator_result = e->extra[0].is_unbound() ? Value::none() : e->extra[0];
    return Value::unbound();
  }
  return r;
}

struct StepIterator : NativeObject {
  Value own;
};
void trace_step_iterator(Object* o, Marker& m) { m.mark(static_cast<StepIterator*>(o)->own); }
Value next_step_iterator(Thread* t, Object* o) {
  return call_next(t, static_cast<StepIterator*>(o)->own);
}
const NativeType kStepIteratorType = {"iterator", trace_step_iterator, nullptr, next_step_iterator};

}  // namespace

Value step_through_class(Thread* t, Value it) {
  if (!is<NativeObject>(it) || builtin_class(t, it)) return it;
  Value next = find_in_class(t->vm, class_of(t->vm, it), t->vm->names.next);
  if (next.is_unbound() || is<NativeFunction>(next)) return it;
  auto* step = make_native<StepIterator>(t, &kStepIteratorType);
  if (!step) return Value::failed();
  step->own = it;
  return val(step);
}

Value own_iterator(Value it) {
  if (!is<NativeObject>(it) || as<NativeObject>(it)->type != &kStepIteratorType) return it;
  return static_cast<StepIterator*>(it.ptr())->own;
}

const NativeType kIndexIteratorType = {"iterator", trace_index_iterator, nullptr,
                                       next_index_iterator};

Value get_item(Thread* t, Value o, Value key) {
  Vm* vm = t->vm;
  if (o.is_ptr()) {
    if (builtin_class(t, o)) {
      switch (o.ptr()->kind) {
        case Kind::kList:
        case Kind::kTuple:
        case Kind::kStr:
        case Kind::kRange:
        case Kind::kBytes: return sequence_get(t, o, key);
        case Kind::kDict: return dict_subscript(t, as<Dict>(o), key);
        default: break;
      }
    }
    Value r = call_special(t, o, vm->names.getitem, &key, 1);
    if (!r.is_unbound()) return r;
    if (is<Class>(o)) {
      Value f = get_attr_or_unbound(t, o, vm->names.class_getitem);
      if (f.is_failed()) return f;
      if (!f.is_unbound()) return call1(t, f, key);
      return type_error(t, "type '" + std::string(as<Str>(as<Class>(o)->qualname)->view()) +
                               "' is not subscriptable");
    }
  }
  return type_error(t, "'" + type_name(t, o) + "' object is not subscriptable");
}

bool set_item(Thread* t, Value o, Value key, Value v) {
  if (o.is_ptr()) {
    if (builtin_class(t, o)) {
      if (is<List>(o)) return list_set(t, as<List>(o), key, v);
      if (is<Dict>(o)) return dict_set(t, as<Dict>(o), key, v);
    }
    Value args[2] = {key, v};
    Value r = call_special(t, o, t->vm->names.setitem, args, 2);
    if (!r.is_unbound()) return !r.is_failed();
  }
  type_error(t, "'" + type_name(t, o) + "' object does not support item assignment");
  return false;
}

bool del_item(Thread* t, Value o, Value key) {
  if (o.is_ptr()) {
    if (builtin_class(t, o)) {
      if (is<List>(o)) return list_del(t, as<List>(o), key);
      if (is<Dict>(o)) {
        int r = dict_del(t, as<Dict>(o), key);
        if (r == 0) raise_key_error(t, key);
        return r > 0;
      }
    }
    Value r = call_special(t, o, t->vm->names.delitem, &key, 1);
    if (!r.is_unbound()) return !r.is_failed();
  }
  // Two wordings, as CPython has: one for sequences (and script classes) with an index, one else.
  bool sequence = o.is_ptr() && (key.is_int() || has_index(t, key));
  if (sequence && builtin_class(t, o)) {
    switch (o.ptr()->kind) {
      case Kind::kTuple:
      case Kind::kStr:
      case Kind::kBytes:
      case Kind::kRange:
      case Kind::kSet:
      case Kind::kNativeObject: break;
      default: sequence = false;
    }
  }
  type_error(t, "'" + type_name(t, o) + "' object " + (sequence ? "doesn't" : "does not") +
                    " support item deletion");
  return false;
}

bool length_of(Thread* t, Value o, int64_t* out) {
  if (o.is_ptr()) {
    if (builtin_class(t, o)) {
      switch (o.ptr()->kind) {
        case Kind::kList: *out = static_cast<int64_t>(as<List>(o)->size); return true;
        case Kind::kTuple: *out = static_cast<int64_t>(as<Tuple>(o)->size); return true;
        case Kind::kStr: *out = as<Str>(o)->length; return true;
        case Kind::kDict: *out = as<Dict>(o)->size; return true;
        case Kind::kSet: *out = as<Set>(o)->used; return true;
        case Kind::kBytes: *out = static_cast<int64_t>(as<Bytes>(o)->size); return true;
        default: break;
      }
    }
    Value r = call_special(t, o, t->vm->names.len);
    if (r.is_failed()) return false;
    if (!r.is_unbound()) {
      if (!is_intlike(r)) {
        type_error(t, "'" + type_name(t, r) + "' object cannot be interpreted as an integer");
        return false;
      }
      if (!r.is_int() && !r.is_bool()) {
        raise(t, t->vm->classes.overflow_error, "cannot fit 'int' into an index-sized integer");
        return false;
      }
      *out = r.is_bool() ? r.is_true() : r.as_int();
      if (*out < 0) return value_error(t, "__len__() should return >= 0"), false;
      return true;
    }
  }
  type_error(t, "object of type '" + type_name(t, o) + "' has no len()");
  return false;
}

Value get_iter(Thread* t, Value o) {
  Vm* vm = t->vm;
  if (o.is_ptr()) {
    if (o.ptr()->kind == Kind::kGenerator) return o;
    if (builtin_class(t, o)) {
      switch (o.ptr()->kind) {
        case Kind::kList:
        case Kind::kTuple: return new_list_iterator(t, o);
        case Kind::kDict:
          if (!exact_dict(t, o)) break;
          return new_dict_iterator(t, as<Dict>(o), DictPart::kKeys);
        case Kind::kSet: return new_set_iterator(t, as<Set>(o));
        case Kind::kRange: return new_range_iterator(t, as<Range>(o), false);
        case Kind::kNativeObject:
          if (as<NativeObject>(o)->type->next != nullptr) return o;
          break;
        default: break;
      }
    }
    Value self;
    Value f = find_special(t, o, vm->names.iter, &self);
    if (f.is_failed()) return f;
    if (f.is_none()) return type_error(t, "'" + type_name(t, o) + "' object is not iterable");
    if (!f.is_unbound()) {
      Value it = self.is_unbound() ? call0(t, f) : call1(t, f, self);
      if (it.is_failed()) return it;
      bool iterator = is_exact_generator(it) ||
                      (is<NativeObject>(it) && as<NativeObject>(it)->type->next) ||
                      !find_in_class(vm, class_of(vm, it), vm->names.next).is_unbound();
      if (!iterator)
        return type_error(t, "iter() returned non-iterator of type '" + type_name(t, it) + "'");
      return step_through_class(t, it);
    }
    if (!find_in_class(vm, class_of(vm, o), vm->names.getitem).is_unbound()) {
      auto* it = make_native<IndexIterator>(t, &kIndexIteratorType);
      if (!it) return Value::failed();
      it->sequence = o;
      it->next = 0;
      return val(it);
    }
  }
  return type_error(t, "'" + type_name(t, o) + "' object is not iterable");
}

Value iter_next(Thread* t, Value it) {
  t->generator_result = Value::none();
  if (is_exact_generator(it)) return resume_generator(t, as<Generator>(it), Value::none());
  if (is<NativeObject>(it) && as<NativeObject>(it)->type->next) {
    if (native_stack_exhausted(t)) return Value::failed();  // iterators over iterators, 200000 deep
    return as<NativeObject>(it)->type->next(t, it.ptr());
  }
  return call_next(t, it);
}

bool list_from_iterable(Thread* t, Value o, List** out) {
  List* l = new_list(t);
  if (!l || !list_extend(t, l, o)) return false;
  *out = l;
  return true;
}

bool is_exact_generator(Value v) { return is<Generator>(v); }

void register_index_iterator(Thread* t) {
  new_iterator_class(t, &kIndexIteratorType);
  new_iterator_class(t, &kStepIteratorType);
}

}  // namespace baton
