// The itertools module, first part: iterators that count, repeat, chain, accumulate and pair up.
//
// Each is a class whose instances are NativeObjects; `next` returns unbound() at the end and never
// raises StopIteration. Lock held, but every step over a source may run script, in which another
// thread may step the same iterator: state is read anew after such a call, and no step depends on
// finding what the last one left.
// Behaviour: https://docs.python.org/3.11/library/itertools.html
#include "stdlib/itertools.h"

#include <algorithm>

#include "vm/objects/number.h"

namespace baton {
namespace {

struct Count : NativeObject {
  Value next, step;
};
struct Repeat : NativeObject {
  Value object;
  int64_t left;  // -1: without end
};
struct Cycle : NativeObject {
  Value source;  // unbound(): read to its end
  List* saved;
  size_t index;
};
struct Chain : NativeObject {
  Value sources, active;  // iterators or unbound()
};
struct Accumulate : NativeObject {
  Value source, func, total, initial;  // func None: addition; total, initial unbound(): none (yet)
};
struct Starmap : NativeObject {
  Value func, source;
};
struct Pairwise : NativeObject {
  Value source, old;  // unbound(): at the end; nothing read yet
};
struct ZipLongest : NativeObject {
  Value fill;
  uint32_t count, active;
  Value sources[];  // unbound(): at its end
};

void trace_count(Object* o, Marker& m) {
  m.mark(static_cast<Count*>(o)->next);
  m.mark(static_cast<Count*>(o)->step);
}
void trace_repeat(Object* o, Marker& m) { m.mark(static_cast<Repeat*>(o)->object); }
void trace_cycle(Object* o, Marker& m) {
  m.mark(static_cast<Cycle*>(o)->source);
  m.mark_object(static_cast<Cycle*>(o)->saved);
}
void trace_chain(Object* o, Marker& m) {
  m.mark(static_cast<Chain*>(o)->sources);
  m.mark(static_cast<Chain*>(o)->active);
}
void trace_accumulate(Object* o, Marker& m) {
  auto* a = static_cast<Accumulate*>(o);
  for (Value v : {a->source, a->func, a->total, a->initial}) m.mark(v);
}
void trace_starmap(Object* o, Marker& m) {
  m.mark(static_cast<Starmap*>(o)->func);
  m.mark(static_cast<Starmap*>(o)->source);
}
void trace_pairwise(Object* o, Marker& m) {
  m.mark(static_cast<Pairwise*>(o)->source);
  m.mark(static_cast<Pairwise*>(o)->old);
}
void trace_zip_longest(Object* o, Marker& m) {
  auto* z = static_cast<ZipLongest*>(o);
  m.mark(z->fill);
  m.mark_range(z->sources, z->sources + z->count);
}

Value add(Thread* t, Value a, Value b) {
  Value sum;
  if (BATON_LIKELY(both_int(a, b) && int_add(a, b, &sum))) return sum;
  return binary_op(t, BinOp::kAdd, a, b);
}

// --- count, repeat, cycle ------------------------------------------------------------------------

Value count_next(Thread* t, Object* o) {
  auto* c = static_cast<Count*>(o);
  Value now = c->next, after = add(t, now, c->step);
  if (after.is_failed()) return after;
  barrier_store(c, &c->next, after);
  return now;
}
const NativeType kCountType{"itertools.count", trace_count, nullptr, count_next};
NativeGroup count_methods{"count"};

bool is_number(Thread* t, Value v) {
  if (is_intlike(v) || is_floatlike(v) || is<ComplexObj>(v)) return true;
  Class* cls = class_of(t->vm, v);
  const Names& n = t->vm->names;
  for (Str* name : {n.index, n.int_, n.float_})
    if (!find_in_class(t->vm, cls, name).is_unbound()) return true;
  return false;
}
Value count_new(Thread* t, Class* cls, Value start, Value step) {
  if (!is_number(t, start) || !is_number(t, step)) return type_error(t, "a number is required");
  if (is_intlike(start) && is_intlike(step)) {  // bools and subclasses count as plain ints
    uint64_t s;
    start = int_from_big(t, int_view(start, &s));
    if (start.is_failed()) return start;
  }
  auto* c = new_iterator_object<Count>(t, cls, &kCountType);
  if (!c) return Value::failed();
  c->next = start;
  c->step = step;
  return val(c);
}
DEF_NEW(count_methods, count_new, "count(cls, start=0, step=1)",
        "start, start + step, start + 2 * step, and so on without end.")
Value count_repr(Thread* t, Value self) {
  auto* c = native_self<Count>(t, self, &kCountType);
  if (!c) return Value::failed();
  std::string s = short_class_name(class_of(t->vm, self)) + "(";
  if (!repr_to(t, c->next, &s)) return Value::failed();
  if (c->step != Value::from_int(1) && !c->step.is_true()) {
    s += ", ";
    if (!repr_to(t, c->step, &s)) return Value::failed();
  }
  return str_value(t, s + ")");
}
DEF(count_methods, count_repr, "__repr__(self, /)", "Return repr(self).")
Value count_reduce(Thread* t, Value self) {
  auto* c = native_self<Count>(t, self, &kCountType);
  if (!c) return Value::failed();
  bool plain = c->next.is_int() && c->step == Value::from_int(1);
  Value args = plain ? tuple_of(t, {c->next}) : tuple_of(t, {c->next, c->step});
  return args.is_failed() ? args : tuple_of(t, {val(class_of(t->vm, self)), args});
}
DEF(count_methods, count_reduce, "__reduce__(self, /)", "For copy and pickle.")

Value repeat_next(Thread*, Object* o) {
  auto* r = static_cast<Repeat*>(o);
  if (r->left == 0) return Value::unbound();
  if (r->left > 0) --r->left;
  return r->object;
}
const NativeType kRepeatType{"itertools.repeat", trace_repeat, nullptr, repeat_next};
NativeGroup repeat_methods{"repeat"};

Value repeat_new(Thread* t, Class* cls, Value object, Value times) {
  int64_t n = -1;
  if (!times.is_unbound()) {
    if (!size_argument(t, times, &n)) return Value::failed();
    n = std::max<int64_t>(n, 0);
  }
  auto* r = new_iterator_object<Repeat>(t, cls, &kRepeatType);
  if (!r) return Value::failed();
  r->object = object;
  r->left = n;
  return val(r);
}
DEF_NEW(repeat_methods, repeat_new, "repeat(cls, object, times=<absent>)",
        "The same object, a number of times or without end.")
Value repeat_repr(Thread* t, Value self) {
  auto* r = native_self<Repeat>(t, self, &kRepeatType);
  if (!r) return Value::failed();
  std::string s = short_class_name(class_of(t->vm, self)) + "(";
  if (!repr_to(t, r->object, &s)) return Value::failed();
  if (r->left >= 0) s += ", " + std::to_string(r->left);
  return str_value(t, s + ")");
}
DEF(repeat_methods, repeat_repr, "__repr__(self, /)", "Return repr(self).")
Value repeat_length_hint(Thread* t, Value self) {
  auto* r = native_self<Repeat>(t, self, &kRepeatType);
  if (!r) return Value::failed();
  if (r->left < 0) return type_error(t, "len() of unsized object");
  return new_int(t, r->left);
}
DEF(repeat_methods, repeat_length_hint, "__length_hint__(self, /)", "How many are left.")
Value repeat_reduce(Thread* t, Value self) {
  auto* r = native_self<Repeat>(t, self, &kRepeatType);
  if (!r) return Value::failed();
  Value args =
      r->left < 0 ? tuple_of(t, {r->object}) : tuple_of(t, {r->object, new_int(t, r->left)});
  return args.is_failed() ? args : tuple_of(t, {val(class_of(t->vm, self)), args});
}
DEF(repeat_methods, repeat_reduce, "__reduce__(self, /)", "For copy and pickle.")

Value cycle_next(Thread* t, Object* o) {
  auto* c = static_cast<Cycle*>(o);
  if (!c->source.is_unbound()) {
    Value v = iter_next(t, c->source);
    if (v.is_failed()) return v;
    if (!v.is_unbound()) return list_append(t, c->saved, v) ? v : Value::failed();
    c->source = Value::unbound();
  }
  if (c->saved->size == 0) return Value::unbound();
  if (c->index >= c->saved->size) c->index = 0;
  return c->saved->items[c->index++];
}
const NativeType kCycleType{"itertools.cycle", trace_cycle, nullptr, cycle_next};
NativeGroup cycle_methods{"cycle"};

Value cycle_new(Thread* t, Class* cls, Value iterable) {
  Value it = get_iter(t, iterable);
  if (it.is_failed()) return it;
  List* saved = new_list(t);
  if (!saved) return Value::failed();
  auto* c = new_iterator_object<Cycle>(t, cls, &kCycleType);
  if (!c) return Value::failed();
  c->source = it;
  c->saved = saved;
  c->index = 0;
  return val(c);
}
DEF_NEW(cycle_methods, cycle_new, "cycle(cls, iterable, /)",
        "The items of an iterable, again and again.")

// --- chain, accumulate, starmap, pairwise --------------------------------------------------------

Value chain_next(Thread* t, Object* o) {
  auto* c = static_cast<Chain*>(o);
  for (uint32_t n = 1;; ++n) {
    if (BATON_LIKELY(!c->active.is_unbound())) {
      Value v = iter_next(t, c->active);
      if (!v.is_unbound()) return v;
      c->active = Value::unbound();
    }
    if (c->sources.is_unbound()) return c->sources;
    Value iterable = iter_next(t, c->sources);
    if (iterable.is_unbound() || iterable.is_failed()) {
      c->sources = Value::unbound();
      return iterable;
    }
    Value it = get_iter(t, iterable);
    if (it.is_failed()) {
      c->sources = Value::unbound();
      return it;
    }
    barrier_store(c, &c->active, it);
    if ((n & 255) == 0 && !poll(t)) return Value::failed();
  }
}
const NativeType kChainType{"itertools.chain", trace_chain, nullptr, chain_next};
NativeGroup chain_methods{"chain"};

Value make_chain(Thread* t, Class* cls, Value iterables) {
  Value it = get_iter(t, iterables);
  if (it.is_failed()) return it;
  auto* c = new_iterator_object<Chain>(t, cls, &kChainType);
  if (!c) return Value::failed();
  c->sources = it;
  c->active = Value::unbound();
  return val(c);
}
Value chain_new(Thread* t, Class* cls, Args args) {
  Tuple* all = new_tuple_from(t, args.v, args.n);
  return all ? make_chain(t, cls, val(all)) : Value::failed();
}
DEF_NEW(chain_methods, chain_new, "chain(cls, /, *iterables)",
        "The items of the first iterable, then those of the next, to the last.")
DEF_CLASS(chain_methods, make_chain, "from_iterable(cls, iterable, /)",
          "A chain of the iterables that one iterable gives.")
Value chain_class_getitem(Thread* t, Class* cls, Value item) {
  return new_generic_alias(t, val(cls), item);
}
DEF_CLASS(chain_methods, chain_class_getitem, "__class_getitem__(cls, item, /)", "See PEP 585.")

Value accumulate_next(Thread* t, Object* o) {
  auto* a = static_cast<Accumulate*>(o);
  if (!a->initial.is_unbound()) {
    a->total = a->initial;
    a->initial = Value::unbound();
    return a->total;
  }
  Value v = iter_next(t, a->source);
  if (v.is_failed() || v.is_unbound()) return v;
  Value total = a->total;
  if (!total.is_unbound()) {
    v = a->func.is_none() ? add(t, total, v) : call2(t, a->func, total, v);
    if (v.is_failed()) return v;
  }
  barrier_store(a, &a->total, v);
  return v;
}
const NativeType kAccumulateType{"itertools.accumulate", trace_accumulate, nullptr,
                                 accumulate_next};
NativeGroup accumulate_methods{"accumulate"};

Value accumulate_new(Thread* t, Class* cls, Value iterable, Value func, Value initial) {
  Value it = get_iter(t, iterable);
  if (it.is_failed()) return it;
  auto* a = new_iterator_object<Accumulate>(t, cls, &kAccumulateType);
  if (!a) return Value::failed();
  a->source = it;
  a->func = func;
  a->total = Value::unbound();
  a->initial = initial.is_none() ? Value::unbound() : initial;
  return val(a);
}
DEF_NEW(accumulate_methods, accumulate_new, "accumulate(cls, iterable, func=None, *, initial=None)",
        "Running totals, or the running results of a function of two arguments.")

Value starmap_next(Thread* t, Object* o) {
  auto* s = static_cast<Starmap*>(o);
  Value args = iter_next(t, s->source);
  if (args.is_failed() || args.is_unbound()) return args;
  if (!exact_tuple(t, args)) {
    args = tuple_from_iterable(t, args, t->vm->shape_ids.tuple);
    if (args.is_failed()) return args;
  }
  Tuple* tuple = as<Tuple>(args);
  if (tuple->size > UINT32_MAX) return raise_memory_error(t);
  Value r = call(t, s->func, tuple->items, static_cast<uint32_t>(tuple->size));
  keep_alive(args);
  return r;
}
const NativeType kStarmapType{"itertools.starmap", trace_starmap, nullptr, starmap_next};
NativeGroup starmap_methods{"starmap"};

Value starmap_new(Thread* t, Class* cls, Value func, Value iterable) {
  Value it = get_iter(t, iterable);
  if (it.is_failed()) return it;
  auto* s = new_iterator_object<Starmap>(t, cls, &kStarmapType);
  if (!s) return Value::failed();
  s->func = func;
  s->source = it;
  return val(s);
}
DEF_NEW(starmap_methods, starmap_new, "starmap(cls, function, iterable, /)",
        "function(*args) for each args of the iterable.")

Value pairwise_next(Thread* t, Object* o) {
  auto* p = static_cast<Pairwise*>(o);
  if (p->source.is_unbound()) return p->source;
  Value old = p->old;
  if (old.is_unbound()) {
    old = iter_next(t, p->source);
    if (old.is_unbound() || old.is_failed()) {
      p->source = Value::unbound();
      return old;
    }
    barrier_store(p, &p->old, old);
    if (p->source.is_unbound()) return p->source;
  }
  Value v = iter_next(t, p->source);
  if (v.is_unbound() || v.is_failed()) {
    p->source = p->old = Value::unbound();
    return v;
  }
  barrier_store(p, &p->old, v);
  return tuple_of(t, {old, v});
}
const NativeType kPairwiseType{"itertools.pairwise", trace_pairwise, nullptr, pairwise_next};
NativeGroup pairwise_methods{"pairwise"};

Value pairwise_new(Thread* t, Class* cls, Value iterable) {
  Value it = get_iter(t, iterable);
  if (it.is_failed()) return it;
  auto* p = new_iterator_object<Pairwise>(t, cls, &kPairwiseType);
  if (!p) return Value::failed();
  p->source = it;
  p->old = Value::unbound();
  return val(p);
}
DEF_NEW(pairwise_methods, pairwise_new, "pairwise(cls, iterable, /)",
        "Each item with the one after it.")

// --- zip_longest -----------------------------------------------------------------------------------

Value zip_longest_next(Thread* t, Object* o) {
  auto* z = static_cast<ZipLongest*>(o);
  if (z->active == 0) return Value::unbound();
  Tuple* made = new_tuple(t, z->count);
  if (!made) return Value::failed();
  for (uint32_t i = 0; i < z->count; ++i) {
    Value v = z->fill, source = z->sources[i];
    if (!source.is_unbound()) {
      v = iter_next(t, source);
      if (v.is_failed()) {
        z->active = 0;
        return v;
      }
      if (v.is_unbound()) {
        if (!z->sources[i].is_unbound()) {
          z->sources[i] = Value::unbound();
          if (z->active > 0) --z->active;
        }
        if (z->active == 0) return v;
        v = z->fill;
      }
    }
    barrier_store(made, &made->items[i], v);
  }
  return val(made);
}
const NativeType kZipLongestType{"itertools.zip_longest", trace_zip_longest, nullptr,
                                 zip_longest_next};
NativeGroup zip_longest_methods{"zip_longest"};

Value zip_longest_new(Thread* t, Class* cls, Kw kw, Args args) {
  Value fill = Value::none();
  if (kw.dict) {
    fill = dict_get_str(kw.dict, intern(t, "fillvalue"));
    if (kw.dict->size != 1 || fill.is_unbound())
      return type_error(t, "zip_longest() got an unexpected keyword argument");
  }
  RootVec its(t);
  for (uint32_t i = 0; i < args.n; ++i) {
    Value it = get_iter(t, args.v[i]);
    if (it.is_failed()) return it;
    its.v.push_back(it);
  }
  auto* z = new_iterator_object<ZipLongest>(t, cls, &kZipLongestType, args.n * sizeof(Value));
  if (!z) return Value::failed();
  z->fill = fill;
  z->count = z->active = args.n;
  std::copy(its.v.begin(), its.v.end(), z->sources);
  return val(z);
}
DEF_NEW(zip_longest_methods, zip_longest_new, "zip_longest(cls, /, *iterables, **kwargs)",
        "Tuples of the iterables' items to the end of the longest; fillvalue stands for missing "
        "ones.")

}  // namespace

bool size_argument(Thread* t, Value v, int64_t* out) {
  Value i = to_index(t, v);
  if (i.is_failed()) return false;
  if (int_fits_int64(i, out)) return true;
  overflow_error(t, "Python int too large to convert to C ssize_t");
  return false;
}

bool add_iterator_class(Thread* t, Module* m, const NativeType* type, const NativeGroup& methods) {
  Class* cls = new_iterator_class(t, type);
  if (!cls) return false;
  cls->class_flags &= ~static_cast<uint32_t>(kClassNoSubclass);
  install_methods(t, cls, methods);
  return dict_set_str(t, m->dict, as<Str>(cls->qualname), val(cls));
}

void init_itertools(Thread* t, Module* m) {
  struct {
    const NativeType* type;
    const NativeGroup& methods;
  } classes[] = {{&kCountType, count_methods},           {&kRepeatType, repeat_methods},
                 {&kCycleType, cycle_methods},           {&kChainType, chain_methods},
                 {&kAccumulateType, accumulate_methods}, {&kStarmapType, starmap_methods},
                 {&kPairwiseType, pairwise_methods},     {&kZipLongestType, zip_longest_methods}};
  for (auto& c : classes)
    if (!add_iterator_class(t, m, c.type, c.methods)) return;
  if (add_selecting_iterators(t, m) && add_combining_iterators(t, m)) add_grouping_iterators(t, m);
}

}  // namespace baton
