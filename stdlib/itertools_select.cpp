// The itertools module, second part: iterators that pass on some of a source's items - compress,
// dropwhile, filterfalse, islice and takewhile.
//
// As in itertools.cpp: state is read anew after each step over a source, and loops that may run long
// without giving an item poll for interrupts.
#include <climits>

#include "stdlib/itertools.h"
#include "vm/objects/number.h"

namespace baton {
namespace {

struct Filter : NativeObject {
  Value func, source;  // compress: data, selectors
  bool done;           // dropwhile: dropping is over; takewhile: at the end
};
struct Islice : NativeObject {
  Value source;                     // unbound(): at the end
  int64_t next, stop, step, count;  // stop -1: none; count: items read
};

void trace_filter(Object* o, Marker& m) {
  m.mark(static_cast<Filter*>(o)->func);
  m.mark(static_cast<Filter*>(o)->source);
}
void trace_islice(Object* o, Marker& m) { m.mark(static_cast<Islice*>(o)->source); }

bool test(Thread* t, Value func, Value v, bool* yes) {
  Value r = call1(t, func, v);
  return !r.is_failed() && truth(t, r, yes);
}

Value compress_next(Thread* t, Object* o) {
  auto* f = static_cast<Filter*>(o);
  for (uint32_t n = 1;; ++n) {
    Value datum = iter_next(t, f->func);
    if (datum.is_failed() || datum.is_unbound()) return datum;
    Value selector = iter_next(t, f->source);
    if (selector.is_failed() || selector.is_unbound()) return selector;
    bool yes;
    if (!truth(t, selector, &yes)) return Value::failed();
    if (yes) return datum;
    if ((n & 255) == 0 && !poll(t)) return Value::failed();
  }
}

Value dropwhile_next(Thread* t, Object* o) {
  auto* f = static_cast<Filter*>(o);
  for (uint32_t n = 1;; ++n) {
    Value v = iter_next(t, f->source);
    if (v.is_failed() || v.is_unbound() || f->done) return v;
    bool yes;
    if (!test(t, f->func, v, &yes)) return Value::failed();
    if (!yes) {
      f->done = true;
      return v;
    }
    if ((n & 255) == 0 && !poll(t)) return Value::failed();
  }
}

Value takewhile_next(Thread* t, Object* o) {
  auto* f = static_cast<Filter*>(o);
  if (f->done) return Value::unbound();
  Value v = iter_next(t, f->source);
  if (v.is_failed() || v.is_unbound()) return v;
  bool yes;
  if (!test(t, f->func, v, &yes)) return Value::failed();
  if (yes) return v;
  f->done = true;
  return Value::unbound();
}

Value filterfalse_next(Thread* t, Object* o) {
  auto* f = static_cast<Filter*>(o);
  for (uint32_t n = 1;; ++n) {
    Value v = iter_next(t, f->source);
    if (v.is_failed() || v.is_unbound()) return v;
    bool yes;
    if (f->func.is_none() || f->func == val(t->vm->classes.bool_) ? !truth(t, v, &yes)
                                                                  : !test(t, f->func, v, &yes))
      return Value::failed();
    if (!yes) return v;
    if ((n & 255) == 0 && !poll(t)) return Value::failed();
  }
}

const NativeType kCompressType{"itertools.compress", trace_filter, nullptr, compress_next};
const NativeType kDropwhileType{"itertools.dropwhile", trace_filter, nullptr, dropwhile_next};
const NativeType kTakewhileType{"itertools.takewhile", trace_filter, nullptr, takewhile_next};
const NativeType kFilterfalseType{"itertools.filterfalse", trace_filter, nullptr, filterfalse_next};
NativeGroup compress_methods{"compress"}, dropwhile_methods{"dropwhile"},
    takewhile_methods{"takewhile"}, filterfalse_methods{"filterfalse"}, islice_methods{"islice"};

Value make_filter(Thread* t, Class* cls, const NativeType* type, Value func, Value iterable) {
  Value it = get_iter(t, iterable);
  if (it.is_failed()) return it;
  auto* f = new_iterator_object<Filter>(t, cls, type);
  if (!f) return Value::failed();
  f->func = func;
  f->source = it;
  f->done = false;
  return val(f);
}
Value compress_new(Thread* t, Class* cls, Value data, Value selectors) {
  Value it = get_iter(t, data);
  return it.is_failed() ? it : make_filter(t, cls, &kCompressType, it, selectors);
}
DEF_NEW(compress_methods, compress_new, "compress(cls, data, selectors)",
        "The items of data whose selector is true.")
Value dropwhile_new(Thread* t, Class* cls, Value predicate, Value iterable) {
  return make_filter(t, cls, &kDropwhileType, predicate, iterable);
}
DEF_NEW(dropwhile_methods, dropwhile_new, "dropwhile(cls, predicate, iterable, /)",
        "The items from the first on for which predicate(item) is false.")
Value takewhile_new(Thread* t, Class* cls, Value predicate, Value iterable) {
  return make_filter(t, cls, &kTakewhileType, predicate, iterable);
}
DEF_NEW(takewhile_methods, takewhile_new, "takewhile(cls, predicate, iterable, /)",
        "The items before the first one for which predicate(item) is false.")
Value filterfalse_new(Thread* t, Class* cls, Value function, Value iterable) {
  return make_filter(t, cls, &kFilterfalseType, function, iterable);
}
DEF_NEW(filterfalse_methods, filterfalse_new, "filterfalse(cls, function, iterable, /)",
        "The items for which function(item) is false; with None, the false items.")

// --- islice ----------------------------------------------------------------------------------------

Value islice_next(Thread* t, Object* o) {
  auto* s = static_cast<Islice*>(o);
  for (uint32_t n = 1;; ++n) {
    if (s->source.is_unbound()) return s->source;
    bool wanted = s->count >= s->next;
    if (wanted && s->stop != -1 && s->count >= s->stop) break;
    Value v = iter_next(t, s->source);
    if (v.is_failed() || v.is_unbound()) {
      s->source = Value::unbound();
      return v;
    }
    ++s->count;
    if (wanted) {
      if (__builtin_add_overflow(s->next, s->step, &s->next))
        s->next = s->stop == -1 ? INT64_MAX : s->stop;
      if (s->stop != -1 && s->next > s->stop) s->next = s->stop;
      return v;
    }
    if ((n & 255) == 0 && !poll(t)) return Value::failed();
  }
  s->source = Value::unbound();
  return s->source;
}
const NativeType kIsliceType{"itertools.islice", trace_islice, nullptr, islice_next};

// A bound of islice: false where the argument is no integer or too large (nothing stays pending).
bool islice_bound(Thread* t, Value v, int64_t* out) {
  if (size_argument(t, v, out)) return true;
  clear_exception(t);
  return false;
}
Value islice_new(Thread* t, Class* cls, Args args) {
  if (args.n < 2 || args.n > 4) {
    return type_error(t, std::string("islice expected at ") +
                             (args.n < 2 ? "least 2 arguments, got " : "most 4 arguments, got ") +
                             std::to_string(args.n));
  }
  int64_t start = 0, stop = -1, step = 1;
  Value stop_arg = args.v[args.n == 2 ? 1 : 2];
  if (args.n > 2 && !args.v[1].is_none() && !islice_bound(t, args.v[1], &start)) start = -1;
  if (!stop_arg.is_none() && (!islice_bound(t, stop_arg, &stop) || stop == -1)) {
    return value_error(t,
                       "Stop argument for islice() must be None or an integer: 0 <= x <= "
                       "sys.maxsize.");
  }
  if (start < 0 || stop < -1) {
    return value_error(t,
                       "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
  }
  if (args.n > 3 && !args.v[3].is_none() && !islice_bound(t, args.v[3], &step)) step = -1;
  if (step < 1) return value_error(t, "Step for islice() must be a positive integer or None.");
  Value it = get_iter(t, args.v[0]);
  if (it.is_failed()) return it;
  auto* s = new_iterator_object<Islice>(t, cls, &kIsliceType);
  if (!s) return Value::failed();
  s->source = it;
  s->next = start;
  s->stop = stop;
  s->step = step;
  s->count = 0;
  return val(s);
}
DEF_NEW(islice_methods, islice_new, "islice(cls, /, *args)",
        "The items of an iterable that a slice [start:stop:step] of it would have.")

}  // namespace

bool add_selecting_iterators(Thread* t, Module* m) {
  return add_iterator_class(t, m, &kCompressType, compress_methods) &&
         add_iterator_class(t, m, &kDropwhileType, dropwhile_methods) &&
         add_iterator_class(t, m, &kTakewhileType, takewhile_methods) &&
         add_iterator_class(t, m, &kFilterfalseType, filterfalse_methods) &&
         add_iterator_class(t, m, &kIsliceType, islice_methods);
}

}  // namespace baton
