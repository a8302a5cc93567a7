// Builtins that make iterators: map, filter, zip, enumerate, reversed and iter.
//
// Each is a class whose instances are NativeObjects: `next` returns unbound() at the end, so that
// loops over them raise and catch nothing. Lock held; every step may run script.
#include <algorithm>

#include "stdlib/stdlib.h"
#include "vm/native/native.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"
#include "vm/objects/step_iterator.h"

namespace baton {
namespace {

// Iterators over several sources share this layout.
struct MultiIterator : NativeObject {
  Value func;  // map: the function; zip: True if strict
  uint32_t count;
  Value sources[];
};
struct FilterIterator : NativeObject {
  Value func, source;
};
struct EnumerateIterator : NativeObject {
  Value source, index;
};
struct CallIterator : NativeObject {
  Value func, sentinel;  // func unbound(): at the end
};
struct ReverseIterator : NativeObject {
  Value sequence;  // unbound(): at the end
  int64_t index;
};

void trace_multi(Object* o, Marker& m) {
  auto* it = static_cast<MultiIterator*>(o);
  m.mark(it->func);
  m.mark_range(it->sources, it->sources + it->count);
}
void trace_filter(Object* o, Marker& m) {
  m.mark(static_cast<FilterIterator*>(o)->func);
  m.mark(static_cast<FilterIterator*>(o)->source);
}
void trace_enumerate(Object* o, Marker& m) {
  m.mark(static_cast<EnumerateIterator*>(o)->source);
  m.mark(static_cast<EnumerateIterator*>(o)->index);
}
void trace_call(Object* o, Marker& m) {
  m.mark(static_cast<CallIterator*>(o)->func);
  m.mark(static_cast<CallIterator*>(o)->sentinel);
}
void trace_reverse(Object* o, Marker& m) { m.mark(static_cast<ReverseIterator*>(o)->sequence); }

constexpr uint32_t kFewSources = 8;

Value map_next(Thread* t, Object* o) {
  auto* it = static_cast<MultiIterator*>(o);
  Value few[kFewSources];
  RootVec many(t);
  Value* args = few;
  if (it->count > kFewSources) {
    many.v.resize(it->count, Value::none());
    args = many.v.data();
  }
  for (uint32_t i = 0; i < it->count; ++i) {
    args[i] = iter_next(t, it->sources[i]);
    if (args[i].is_unbound() || args[i].is_failed()) return args[i];
  }
  return call(t, it->func, args, it->count);
}

Value zip_next(Thread* t, Object* o) {
  auto* it = static_cast<MultiIterator*>(o);
  if (it->count == 0) return Value::unbound();
  Tuple* made = new_tuple(t, it->count);
  if (!made) return Value::failed();
  for (uint32_t i = 0; i < it->count; ++i) {
    Value v = iter_next(t, it->sources[i]);
    if (v.is_failed()) return v;
    if (v.is_unbound()) {
      if (!it->func.is_true()) return v;
      if (i > 0)
        return value_error(t, "zip() argument " + std::to_string(i + 1) +
                                  " is shorter than argument" +
                                  (i == 1 ? " 1" : "s 1-" + std::to_string(i)));
      for (uint32_t k = 1; k < it->count; ++k) {
        v = iter_next(t, it->sources[k]);
        if (v.is_failed()) return v;
        if (!v.is_unbound())
          return value_error(t, "zip() argument " + std::to_string(k + 1) +
                                    " is longer than argument" +
                                    (k == 1 ? " 1" : "s 1-" + std::to_string(k)));
      }
      return Value::unbound();
    }
    barrier_store(made, &made->items[i], v);
  }
  return val(made);
}

Value filter_next(Thread* t, Object* o) {
  auto* it = static_cast<FilterIterator*>(o);
  for (uint32_t n = 1;; ++n) {
    Value v = iter_next(t, it->source);
    if (v.is_failed() || v.is_unbound()) return v;
    Value test = v;
    if (!it->func.is_none() && it->func != val(t->vm->classes.bool_)) {
      test = call1(t, it->func, v);
      if (test.is_failed()) return test;
    }
    bool yes;
    if (!truth(t, test, &yes)) return Value::failed();
    if (yes) return v;
    if ((n & 255) == 0 && !poll(t)) return Value::failed();
  }
}

Value enumerate_next(Thread* t, Object* o) {
  auto* it = static_cast<EnumerateIterator*>(o);
  Value items[2] = {it->index, iter_next(t, it->source)};
  if (items[1].is_failed() || items[1].is_unbound()) return items[1];
  Value next;
  if (!it->index.is_int() || !int_add(it->index, Value::from_int(1), &next)) {
    next = binary_op(t, BinOp::kAdd, it->index, Value::from_int(1));
    if (next.is_failed()) return next;
  }
  barrier_store(it, &it->index, next);
  Tuple* pair = new_tuple_from(t, items, 2);
  return pair ? val(pair) : Value::failed();
}

Value call_next(Thread* t, Object* o) {
  auto* it = static_cast<CallIterator*>(o);
  if (it->func.is_unbound()) return it->func;
  Value v = call0(t, it->func);
  if (v.is_failed()) {
    if (!exception_is(t, t->vm->classes.stop_iteration)) return v;
    clear_exception(t);
    it->func = Value::unbound();
    return it->func;
  }
  bool end;
  if (!values_equal(t, v, it->sentinel, &end)) return Value::failed();
  if (!end) return v;
  it->func = Value::unbound();
  return it->func;
}

Value reverse_next(Thread* t, Object* o) {
  auto* it = static_cast<ReverseIterator*>(o);
  if (it->sequence.is_unbound() || it->index < 0) return Value::unbound();
  Value v = get_item(t, it->sequence, new_int(t, it->index));
  if (v.is_failed()) {
    if (!exception_is(t, t->vm->classes.index_error) &&
        !exception_is(t, t->vm->classes.stop_iteration))
      return v;
    clear_exception(t);
    it->sequence = Value::unbound();
    return Value::unbound();
  }
  --it->index;
  return v;
}

const NativeType kMapType{"map", trace_multi, nullptr, map_next};
const NativeType kZipType{"zip", trace_multi, nullptr, zip_next};
const NativeType kFilterType{"filter", trace_filter, nullptr, filter_next};
const NativeType kEnumerateType{"enumerate", trace_enumerate, nullptr, enumerate_next};
const NativeType kCallType{"callable_iterator", trace_call, nullptr, call_next};
const NativeType kReverseType{"reversed", trace_reverse, nullptr, reverse_next};

NativeGroup map_methods{"map"}, zip_methods{"zip"}, filter_methods{"filter"},
    enumerate_methods{"enumerate"}, reversed_methods{"reversed"}, iter_functions{"builtins"};

template <class T>
T* allocate(Thread* t, Class* cls, const NativeType* type, size_t extra = 0) {
  Object* o = t->vm->heap.allocate(t, sizeof(T) + extra, Kind::kNativeObject, cls->root->id);
  if (!o) return nullptr;
  static_cast<T*>(o)->type = type;
  return static_cast<T*>(o);
}

Value make_multi(Thread* t, Class* cls, const NativeType* type, Value func, Args sources) {
  RootVec its(t);
  for (uint32_t i = 0; i < sources.n; ++i) {
    Value it = get_iter(t, sources.v[i]);
    if (it.is_failed()) return it;
    its.v.push_back(it);
  }
  auto* o = allocate<MultiIterator>(t, cls, type, sources.n * sizeof(Value));
  if (!o) return Value::failed();
  o->func = func;
  o->count = sources.n;
  std::copy(its.v.begin(), its.v.end(), o->sources);
  return val(o);
}

Value map_new(Thread* t, Class* cls, Args args) {
  if (args.n < 2) return type_error(t, "map() must have at least two arguments.");
  return make_multi(t, cls, &kMapType, args.v[0], {args.v + 1, args.n - 1});
}
DEF_NEW(map_methods, map_new, "map(cls, /, *args)",
        "map(func, *iterables) --> map object\n\nMake an iterator that computes the function using "
        "arguments from\neach of the iterables.  Stops when the shortest iterable is exhausted.")

Value zip_new(Thread* t, Class* cls, bool strict, Args args) {
  return make_multi(t, cls, &kZipType, Value::boolean(strict), args);
}
DEF_NEW(zip_methods, zip_new, "zip(cls, /, *args, strict=False)",
        "zip(*iterables, strict=False) --> Yield tuples until an input is exhausted.")

Value filter_new(Thread* t, Class* cls, Value func, Value iterable) {
  Value it = get_iter(t, iterable);
  if (it.is_failed()) return it;
  auto* o = allocate<FilterIterator>(t, cls, &kFilterType);
  if (!o) return Value::failed();
  o->func = func;
  o->source = it;
  return val(o);
}
DEF_NEW(filter_methods, filter_new, "filter(cls, function, iterable, /)",
        "filter(function or None, iterable) --> filter object")

Value enumerate_new(Thread* t, Class* cls, Value iterable, Value start) {
  Value index = to_index(t, start);
  if (index.is_failed()) return index;
  Value it = get_iter(t, iterable);
  if (it.is_failed()) return it;
  auto* o = allocate<EnumerateIterator>(t, cls, &kEnumerateType);
  if (!o) return Value::failed();
  o->source = it;
  o->index = index;
  return val(o);
}
DEF_NEW(enumerate_methods, enumerate_new, "enumerate(cls, iterable, start=0)",
        "Return an enumerate object.")

Value reversed_new(Thread* t, Class* cls, Value sequence) {
  Vm* vm = t->vm;
  Value hook = find_in_class(vm, class_of(vm, sequence), vm->names.reversed);
  Value r = hook.is_none() ? hook : call_special(t, sequence, vm->names.reversed);
  if (r.is_none() || (r.is_unbound() &&
                      (is<Dict>(sequence) || is<Set>(sequence) ||
                       find_in_class(vm, class_of(vm, sequence), vm->names.getitem).is_unbound() ||
                       find_in_class(vm, class_of(vm, sequence), vm->names.len).is_unbound())))
    return type_error(t, "'" + type_name(t, sequence) + "' object is not reversible");
  if (!r.is_unbound()) return r;
  int64_t n;
  if (!length_of(t, sequence, &n)) return Value::failed();
  auto* o = allocate<ReverseIterator>(t, cls, &kReverseType);
  if (!o) return Value::failed();
  o->sequence = sequence;
  o->index = n - 1;
  return val(o);
}
DEF_NEW(reversed_methods, reversed_new, "reversed(cls, sequence, /)",
        "Return a reverse iterator over the values of the given sequence.")
int64_t reversed_length_hint(Thread* t, Value self) {
  auto* it = native_self<ReverseIterator>(t, self, &kReverseType);
  return it && !it->sequence.is_unbound() ? it->index + 1 : 0;
}
DEF(reversed_methods, reversed_length_hint, "__length_hint__(self, /)",
    "Private method returning an estimate of len(list(it)).")

Value builtin_iter(Thread* t, Value object, Value sentinel) {
  if (sentinel.is_unbound()) return own_iterator(get_iter(t, object));
  if (!is_callable(t, object)) return type_error(t, "iter(v, w): v must be callable");
  auto* o = make_native<CallIterator>(t, &kCallType);
  if (!o) return Value::failed();
  o->func = object;
  o->sentinel = sentinel;
  return val(o);
}
DEF(iter_functions, builtin_iter, "iter(object, sentinel=<absent>, /)",
    "iter(iterable) -> iterator\niter(callable, sentinel) -> iterator")

}  // namespace

void install_builtin_iterators(Thread* t, Module* m) {
  struct {
    const NativeType* type;
    const NativeGroup* group;
  } classes[] = {{&kMapType, &map_methods},          {&kZipType, &zip_methods},
                 {&kFilterType, &filter_methods},    {&kEnumerateType, &enumerate_methods},
                 {&kReverseType, &reversed_methods}, {&kCallType, nullptr}};
  for (auto& c : classes) {
    Class* cls = new_iterator_class(t, c.type);
    if (!cls) return;
    if (!c.group) continue;
    cls->class_flags &= ~static_cast<uint32_t>(kClassNoSubclass);
    install_methods(t, cls, *c.group);
    dict_set_str(t, m->dict, as<Str>(cls->qualname), val(cls));
  }
  install_functions(t, m, iter_functions);
}

}  // namespace baton
