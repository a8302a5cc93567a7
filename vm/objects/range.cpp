// range: an arithmetic progression of integers of any size, and its iterators.
//
// Always held: start, stop, step are ints (never bools or subclasses), step is not 0, length is the
// exact count of items. When all four are inline integers, every item is within [start, stop] and
// the 64-bit paths below cannot overflow; otherwise arithmetic goes through number_binary.
#include "vm/native/native.h"
#include "vm/objects/containers.h"

namespace baton {

namespace {

Value add(Thread* t, Value a, Value b) { return number_binary(t, BinOp::kAdd, a, b); }
Value sub(Thread* t, Value a, Value b) { return number_binary(t, BinOp::kSub, a, b); }
Value mul(Thread* t, Value a, Value b) { return number_binary(t, BinOp::kMul, a, b); }

bool less(Thread* t, Value a, Value b, bool* out) {
  if (both_int(a, b)) {
    *out = int_less(a, b);
    return true;
  }
  return compare_bool(t, CmpOp::kLt, a, b, out);
}

bool small(const Range* r) { return both_int(r->start, r->stop) && both_int(r->step, r->length); }

// (high - low - 1) // |step| + 1, or 0.
Value range_length(Thread* t, Value start, Value stop, Value step) {
  if (both_int(start, stop) && step.is_int()) {
    int64_t a = start.as_int(), b = stop.as_int(), s = step.as_int();
    if (s > 0) return new_int(t, a < b ? (b - a - 1) / s + 1 : 0);
    return new_int(t, b < a ? (a - b - 1) / -s + 1 : 0);
  }
  bool negative, empty;
  if (!less(t, step, Value::from_int(0), &negative)) return Value::failed();
  if (negative) {
    std::swap(start, stop);
    step = sub(t, Value::from_int(0), step);
    if (step.is_failed()) return step;
  }
  if (!less(t, start, stop, &empty)) return Value::failed();
  if (!empty) return Value::from_int(0);
  Value span = sub(t, stop, start);
  if (!span.is_failed()) span = sub(t, span, Value::from_int(1));
  if (!span.is_failed()) span = number_binary(t, BinOp::kFloorDiv, span, step);
  return span.is_failed() ? span : add(t, span, Value::from_int(1));
}

// Bounds already plain ints, step not 0.
Value make_range(Thread* t, Value start, Value stop, Value step) {
  Value length = range_length(t, start, stop, step);
  if (length.is_failed()) return length;
  Range* r = t->vm->heap.make<Range>(t, t->vm->shape_ids.range);
  if (!r) return Value::failed();
  r->start = start;
  r->stop = stop;
  r->step = step;
  r->length = length;
  return val(r);
}

Value plain_int(Thread* t, Value v) {
  if (v.is_int()) return v;
  Value i = to_index(t, v);
  // An int of a subclass is taken as the plain int it stands for.
  if (is<BigInt>(i)) return number_binary(t, BinOp::kAdd, i, Value::from_int(0));
  return i.is_bool() ? Value::from_int(i.is_true()) : i;
}

// start + i * step.
Value item_at(Thread* t, Range* r, Value i) {
  Value offset = mul(t, i, r->step);
  return offset.is_failed() ? offset : add(t, r->start, offset);
}

}  // namespace

Value new_range(Thread* t, Value start, Value stop, Value step) {
  start = plain_int(t, start);
  if (start.is_failed()) return start;
  stop = plain_int(t, stop);
  if (stop.is_failed()) return stop;
  step = plain_int(t, step);
  if (step.is_failed()) return step;
  if (step == Value::from_int(0)) return value_error(t, "range() arg 3 must not be zero");
  return make_range(t, start, stop, step);
}

Value range_item(Thread* t, Range* r, Value index) {
  if (index.is_int() && small(r)) {
    int64_t i = index.as_int(), n = r->length.as_int();
    if (i < 0) i += n;
    if (i < 0 || i >= n) return index_error(t, "range object index out of range");
    return Value::from_int(r->start.as_int() + i * r->step.as_int());
  }
  Value i = plain_int(t, index);
  if (i.is_failed()) return i;
  bool below, inside;
  if (!less(t, i, Value::from_int(0), &below)) return Value::failed();
  if (below) {
    i = add(t, i, r->length);
    if (i.is_failed() || !less(t, i, Value::from_int(0), &below)) return Value::failed();
  }
  if (!less(t, i, r->length, &inside)) return Value::failed();
  if (below || !inside) return index_error(t, "range object index out of range");
  return item_at(t, r, i);
}

Value range_slice(Thread* t, Range* r, Slice* s) {
  Value start, stop, step;
  if (!slice_indices_big(t, s, r->length, &start, &stop, &step)) return Value::failed();
  start = item_at(t, r, start);
  if (start.is_failed()) return start;
  stop = item_at(t, r, stop);
  if (stop.is_failed()) return stop;
  step = mul(t, step, r->step);
  return step.is_failed() ? step : make_range(t, start, stop, step);
}

Value range_compare(Thread* t, CmpOp op, Value a, Value b) {
  if ((op != CmpOp::kEq && op != CmpOp::kNe) || !is<Range>(a) || !is<Range>(b))
    return Value::not_implemented();
  Range *x = as<Range>(a), *y = as<Range>(b);
  auto result = [&](bool equal) { return Value::boolean(equal == (op == CmpOp::kEq)); };
  bool equal;
  if (a == b) return result(true);
  if (!values_equal(t, x->length, y->length, &equal)) return Value::failed();
  if (!equal) return result(false);
  if (x->length == Value::from_int(0)) return result(true);
  if (!values_equal(t, x->start, y->start, &equal)) return Value::failed();
  if (!equal) return result(false);
  if (x->length == Value::from_int(1)) return result(true);
  if (!values_equal(t, x->step, y->step, &equal)) return Value::failed();
  return result(equal);
}

bool range_hash(Thread* t, Range* r, int64_t* out) {
  Value none = Value::none();
  bool empty = r->length == Value::from_int(0), one = r->length == Value::from_int(1);
  Value parts[3] = {r->length, empty ? none : r->start, empty || one ? none : r->step};
  TupleHasher hasher;
  for (Value v : parts) {
    int64_t h;
    if (!hash_value(t, v, &h)) return false;
    hasher.add(h);
  }
  *out = hasher.finish();
  return true;
}

bool range_contains(Thread* t, Range* r, Value v, bool* out) {
  if (v.is_bool()) v = Value::from_int(v.is_true());
  if (v.is_int() && small(r)) {
    int64_t x = v.as_int(), start = r->start.as_int(), stop = r->stop.as_int();
    int64_t step = r->step.as_int();
    *out = step > 0 ? x >= start && x < stop : x <= start && x > stop;
    if (*out) *out = (x - start) % step == 0;
    return true;
  }
  bool exact_big = v.is_ptr() && v.ptr()->shape == t->vm->shape_ids.bigint;
  if (v.is_int() || exact_big) {
    bool negative, after_start, before_stop;
    if (!less(t, r->step, Value::from_int(0), &negative)) return false;
    CmpOp from = negative ? CmpOp::kLe : CmpOp::kGe, to = negative ? CmpOp::kGt : CmpOp::kLt;
    if (!compare_bool(t, from, v, r->start, &after_start)) return false;
    if (!compare_bool(t, to, v, r->stop, &before_stop)) return false;
    *out = false;
    if (!after_start || !before_stop) return true;
    Value offset = sub(t, v, r->start);
    if (!offset.is_failed()) offset = number_binary(t, BinOp::kMod, offset, r->step);
    if (offset.is_failed()) return false;
    *out = offset == Value::from_int(0);
    return true;
  }
  *out = false;
  Value it = new_range_iterator(t, r, false);
  if (it.is_failed()) return false;
  for (;;) {
    Value item = iter_next(t, it);
    if (item.is_failed()) return false;
    if (item.is_unbound()) return true;
    if (!values_equal(t, item, v, out)) return false;
    if (*out) return true;
    if (!poll(t)) return false;
  }
}

namespace {

// The iterator of a range whose items and step are inline integers.
struct RangeIter : NativeObject {
  int64_t next, step, left;
};
struct LongRangeIter : NativeObject {
  Value next, step, left;
};

Value range_iter_next(Thread*, Object* o) {
  auto* it = static_cast<RangeIter*>(o);
  if (it->left <= 0) return Value::unbound();
  it->left--;
  Value v = Value::from_int(it->next);
  it->next += it->step;
  return v;
}
const NativeType kRangeIter = {"range_iterator", nullptr, nullptr, range_iter_next};

void trace_long_iter(Object* o, Marker& m) {
  auto* it = static_cast<LongRangeIter*>(o);
  m.mark(it->next);
  m.mark(it->step);
  m.mark(it->left);
}
Value long_iter_next(Thread* t, Object* o) {
  auto* it = static_cast<LongRangeIter*>(o);
  if (it->left == Value::from_int(0)) return Value::unbound();
  Value v = it->next;
  Value next = add(t, v, it->step);
  if (next.is_failed()) return next;
  Value left = sub(t, it->left, Value::from_int(1));
  if (left.is_failed()) return left;
  barrier_store(it, &it->next, next);
  barrier_store(it, &it->left, left);
  return v;
}
const NativeType kLongRangeIter = {"longrange_iterator", trace_long_iter, nullptr, long_iter_next};

}  // namespace

Value new_range_iterator(Thread* t, Range* r, bool reversed) {
  if (small(r)) {
    auto* it = make_native<RangeIter>(t, &kRangeIter);
    if (!it) return Value::failed();
    it->left = r->length.as_int();
    it->step = r->step.as_int();
    it->next = r->start.as_int();
    if (reversed) {
      it->next += (it->left - 1) * it->step;
      it->step = -it->step;
    }
    return val(it);
  }
  Value start = r->start, step = r->step;
  if (reversed) {
    Value last = sub(t, r->length, Value::from_int(1));
    if (last.is_failed()) return last;
    start = item_at(t, r, last);
    if (start.is_failed()) return start;
    step = sub(t, Value::from_int(0), step);
    if (step.is_failed()) return step;
  }
  auto* it = make_native<LongRangeIter>(t, &kLongRangeIter);
  if (!it) return Value::failed();
  it->next = start;
  it->step = step;
  it->left = r->length;
  return val(it);
}

namespace {

NativeGroup range_methods{"range"};
NativeGroup range_iter_methods{"range_iterator"};
NativeGroup long_iter_methods{"longrange_iterator"};

Value range_new(Thread* t, Class*, Args args) {
  if (args.n == 0) return type_error(t, "range expected at least 1 argument, got 0");
  if (args.n > 3)
    return raisef(t, t->vm->classes.type_error, "range expected at most 3 arguments, got %u",
                  args.n);
  if (args.n == 1) return new_range(t, Value::from_int(0), args.v[0], Value::from_int(1));
  return new_range(t, args.v[0], args.v[1], args.n == 3 ? args.v[2] : Value::from_int(1));
}
DEF_NEW(range_methods, range_new, "range(cls, *args)",
        "range(stop) -> range object\nrange(start, stop[, step]) -> range object")

Value range_start(Thread*, Range* self) { return self->start; }
DEF_GET(range_methods, range_start, "start(self)", "")
Value range_stop(Thread*, Range* self) { return self->stop; }
DEF_GET(range_methods, range_stop, "stop(self)", "")
Value range_step(Thread*, Range* self) { return self->step; }
DEF_GET(range_methods, range_step, "step(self)", "")

Value range_len(Thread* t, Range* self) {
  if (!self->length.is_int())
    return overflow_error(t, "Python int too large to convert to C ssize_t");
  return self->length;
}
DEF(range_methods, range_len, "__len__(self, /)", "Return len(self).")
bool range_bool(Thread*, Range* self) { return self->length != Value::from_int(0); }
DEF(range_methods, range_bool, "__bool__(self, /)", "True if self else False")
Value range_getitem(Thread* t, Range* self, Value key) { return sequence_get(t, val(self), key); }
DEF(range_methods, range_getitem, "__getitem__(self, key, /)", "Return self[key].")
Value range_contains_method(Thread* t, Range* self, Value key) {
  bool found;
  return range_contains(t, self, key, &found) ? Value::boolean(found) : Value::failed();
}
DEF(range_methods, range_contains_method, "__contains__(self, key, /)", "Return key in self.")
Value range_iter(Thread* t, Range* self) { return new_range_iterator(t, self, false); }
DEF(range_methods, range_iter, "__iter__(self, /)", "Implement iter(self).")
Value range_reversed(Thread* t, Range* self) { return new_range_iterator(t, self, true); }
DEF(range_methods, range_reversed, "__reversed__(self, /)", "Return a reverse iterator.")
Value range_hash_method(Thread* t, Range* self) {
  int64_t h;
  return range_hash(t, self, &h) ? new_int(t, h) : Value::failed();
}
DEF(range_methods, range_hash_method, "__hash__(self, /)", "Return hash(self).")
BATON_DEF_COMPARE(range_methods, range_cmp, range_compare)

Value range_repr(Thread* t, Range* self) {
  std::string out = "range(";
  if (!repr_to(t, self->start, &out)) return Value::failed();
  out += ", ";
  if (!repr_to(t, self->stop, &out)) return Value::failed();
  if (self->step != Value::from_int(1)) {
    out += ", ";
    if (!repr_to(t, self->step, &out)) return Value::failed();
  }
  return str_value(t, out + ")");
}
DEF(range_methods, range_repr, "__repr__(self, /)", "Return repr(self).")

// Items equal to something that is not an int: one by one, as a sequence.
bool range_scan(Thread* t, Range* r, Value v, int64_t* first, int64_t* count) {
  *first = -1;
  *count = 0;
  Value it = new_range_iterator(t, r, false);
  if (it.is_failed()) return false;
  for (int64_t i = 0;; ++i) {
    Value item = iter_next(t, it);
    bool equal;
    if (item.is_failed()) return false;
    if (item.is_unbound()) return true;
    if (!values_equal(t, item, v, &equal) || !poll(t)) return false;
    if (equal && (*count)++ == 0) *first = i;
  }
}
bool plain_number(Thread* t, Value v) {
  return v.is_int() || v.is_bool() || (v.is_ptr() && v.ptr()->shape == t->vm->shape_ids.bigint);
}

Value range_count(Thread* t, Range* self, Value v) {
  if (plain_number(t, v)) {
    bool found;
    if (!range_contains(t, self, v, &found)) return Value::failed();
    return Value::from_int(found);
  }
  int64_t first, count;
  return range_scan(t, self, v, &first, &count) ? new_int(t, count) : Value::failed();
}
DEF(range_methods, range_count, "count(self, value, /)",
    "rangeobject.count(value) -> integer -- return number of occurrences of value")

Value range_index(Thread* t, Range* self, Value v) {
  if (plain_number(t, v)) {
    bool found;
    if (!range_contains(t, self, v, &found)) return Value::failed();
    if (found) {
      Value offset = sub(t, v, self->start);
      if (offset.is_failed()) return offset;
      return number_binary(t, BinOp::kFloorDiv, offset, self->step);
    }
    std::string text;
    if (!repr_to(t, v, &text)) return Value::failed();
    return value_error(t, text + " is not in range");
  }
  int64_t first, count;
  if (!range_scan(t, self, v, &first, &count)) return Value::failed();
  if (first < 0) return value_error(t, "sequence.index(x): x not in sequence");
  return new_int(t, first);
}
DEF(range_methods, range_index, "index(self, value, /)",
    "rangeobject.index(value) -> integer -- return index of value.\n"
    "Raise ValueError if the value is not present.")

Value range_reduce(Thread* t, Range* self) {
  Value args = tuple_of(t, {self->start, self->stop, self->step});
  if (args.is_failed()) return args;
  return tuple_of(t, {val(t->vm->classes.range), args});
}
DEF(range_methods, range_reduce, "__reduce__(self, /)", "Helper for pickle.")

Value range_iter_hint(Thread* t, Value self) {
  auto* it = native_self<RangeIter>(t, self, &kRangeIter);
  return it ? Value::from_int(it->left) : Value::failed();
}
DEF(range_iter_methods, range_iter_hint, "__length_hint__(self, /)",
    "Private method returning an estimate of len(list(it)).")
Value long_iter_hint(Thread* t, Value self) {
  auto* it = native_self<LongRangeIter>(t, self, &kLongRangeIter);
  return it ? it->left : Value::failed();
}
DEF(long_iter_methods, long_iter_hint, "__length_hint__(self, /)",
    "Private method returning an estimate of len(list(it)).")

}  // namespace

void register_range(Vm* vm, Thread* t) {
  install_methods(t, vm->classes.range, range_methods);
  install_methods(t, new_iterator_class(t, &kRangeIter), range_iter_methods);
  install_methods(t, new_iterator_class(t, &kLongRangeIter), long_iter_methods);
}

}  // namespace baton
