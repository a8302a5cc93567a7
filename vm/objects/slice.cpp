// slice objects, and the conversion of script indices into C++ ones.
//
// A slice's bounds are any objects until it is used; converting them may run __index__, so users
// convert first (slice_unpack), then read the container's length, then clip (slice_adjust). 64-bit
// bounds are clamped, never wrapped: adding a length to a clamped bound cannot overflow.
#include "vm/native/native.h"
#include "vm/objects/containers.h"

namespace baton {

bool has_index(Thread* t, Value v) {
  return v.is_int() || is_intlike(v) ||
         !find_in_class(t->vm, class_of(t->vm, v), t->vm->names.index).is_unbound();
}

namespace {

constexpr int64_t kFar = INT64_MAX;

// An index clamped to 64 bits; `message` when v has no __index__.
bool clamped_index(Thread* t, Value v, const char* message, int64_t* out) {
  if (BATON_LIKELY(v.is_int())) {
    *out = v.as_int();
    return true;
  }
  if (!has_index(t, v)) {
    type_error(t, message);
    return false;
  }
  Value i = to_index(t, v);
  if (i.is_failed()) return false;
  if (i.is_int()) {
    *out = i.as_int();
    return true;
  }
  if (i.is_bool()) {
    *out = i.is_true();
    return true;
  }
  BigInt* big = as<BigInt>(i);
  if (big->n <= 1 && (big->n == 0 || big->limbs[0] <= static_cast<uint64_t>(kFar)))
    *out = big->n == 0 ? 0
           : big->neg  ? -static_cast<int64_t>(big->limbs[0])
                       : static_cast<int64_t>(big->limbs[0]);
  else
    *out = big->neg ? -kFar : kFar;
  return true;
}

}  // namespace

bool slice_bound(Thread* t, Value v, int64_t* out) {
  return clamped_index(t, v, "slice indices must be integers or have an __index__ method", out);
}

bool slice_unpack(Thread* t, Slice* s, int64_t* start, int64_t* stop, int64_t* step) {
  constexpr const char* kMessage =
      "slice indices must be integers or None or have an __index__ method";
  *step = 1;
  if (!s->step.is_none()) {
    if (!clamped_index(t, s->step, kMessage, step)) return false;
    if (*step == 0) {
      value_error(t, "slice step cannot be zero");
      return false;
    }
  }
  *start = *step < 0 ? kFar : 0;
  if (!s->start.is_none() && !clamped_index(t, s->start, kMessage, start)) return false;
  *stop = *step < 0 ? -kFar : kFar;
  return s->stop.is_none() || clamped_index(t, s->stop, kMessage, stop);
}

int64_t slice_adjust(int64_t length, int64_t* start, int64_t* stop, int64_t step) {
  auto clip = [&](int64_t* bound) {
    if (*bound < 0) {
      *bound += length;
      if (*bound < 0) *bound = step < 0 ? -1 : 0;
    } else if (*bound >= length) {
      *bound = step < 0 ? length - 1 : length;
    }
  };
  clip(start);
  clip(stop);
  if (step < 0) return *stop < *start ? (*start - *stop - 1) / -step + 1 : 0;
  return *start < *stop ? (*stop - *start - 1) / step + 1 : 0;
}

bool slice_indices(Thread* t, Slice* s, int64_t length, int64_t* start, int64_t* stop,
                   int64_t* step, int64_t* count) {
  if (!slice_unpack(t, s, start, stop, step)) return false;
  *count = slice_adjust(length, start, stop, *step);
  return true;
}

bool slice_indices_big(Thread* t, Slice* s, Value length, Value* start, Value* stop, Value* step) {
  constexpr const char* kMessage =
      "slice indices must be integers or None or have an __index__ method";
  auto convert = [&](Value v, Value* out) {
    if (!has_index(t, v)) {
      type_error(t, kMessage);
      return false;
    }
    *out = to_index(t, v);
    return !out->is_failed();
  };
  const Value zero = Value::from_int(0), minus_one = Value::from_int(-1);
  *step = Value::from_int(1);
  if (!s->step.is_none() && !convert(s->step, step)) return false;
  bool negative, is_zero;
  if (!compare_bool(t, CmpOp::kEq, *step, zero, &is_zero)) return false;
  if (is_zero) {
    value_error(t, "slice step cannot be zero");
    return false;
  }
  if (!compare_bool(t, CmpOp::kLt, *step, zero, &negative)) return false;
  Value lower = zero, upper = length;
  if (negative) {
    lower = minus_one;
    upper = number_binary(t, BinOp::kAdd, length, minus_one);
    if (upper.is_failed()) return false;
  }
  auto bound = [&](Value given, Value absent, Value* out) {
    if (given.is_none()) {
      *out = absent;
      return true;
    }
    if (!convert(given, out)) return false;
    bool below;
    if (!compare_bool(t, CmpOp::kLt, *out, zero, &below)) return false;
    if (below) {
      *out = number_binary(t, BinOp::kAdd, *out, length);
      if (out->is_failed() || !compare_bool(t, CmpOp::kLt, *out, lower, &below)) return false;
      if (below) *out = lower;
      return true;
    }
    bool above;
    if (!compare_bool(t, CmpOp::kGt, *out, upper, &above)) return false;
    if (above) *out = upper;
    return true;
  };
  return bound(s->start, negative ? upper : lower, start) &&
         bound(s->stop, negative ? lower : upper, stop);
}

bool item_index(Thread* t, Value key, const char* what, int64_t* out) {
  if (BATON_LIKELY(key.is_int())) {
    *out = key.as_int();
    return true;
  }
  if (!has_index(t, key)) {
    raisef(t, t->vm->classes.type_error, "%s indices must be integers or slices, not %s", what,
           type_name(t, key).c_str());
    return false;
  }
  return index_of(t, key, out);
}

Value new_slice(Thread* t, Value start, Value stop, Value step) {
  Slice* s = t->vm->heap.make<Slice>(t, t->vm->shape_ids.slice);
  if (!s) return Value::failed();
  s->start = start;
  s->stop = stop;
  s->step = step;
  return val(s);
}

namespace {

NativeGroup slice_methods{"slice"};

Value slice_new(Thread* t, Class*, Args args) {
  if (args.n == 0) return type_error(t, "slice expected at least 1 argument, got 0");
  if (args.n > 3)
    return raisef(t, t->vm->classes.type_error, "slice expected at most 3 arguments, got %u",
                  args.n);
  if (args.n == 1) return new_slice(t, Value::none(), args.v[0], Value::none());
  return new_slice(t, args.v[0], args.v[1], args.n == 3 ? args.v[2] : Value::none());
}
DEF_NEW(slice_methods, slice_new, "slice(cls, *args)",
        "slice(stop)\nslice(start, stop[, step])\n\nCreate a slice object.")

Value slice_start(Thread*, Slice* self) { return self->start; }
DEF_GET(slice_methods, slice_start, "start(self)", "")
Value slice_stop(Thread*, Slice* self) { return self->stop; }
DEF_GET(slice_methods, slice_stop, "stop(self)", "")
Value slice_step(Thread*, Slice* self) { return self->step; }
DEF_GET(slice_methods, slice_step, "step(self)", "")

Value slice_indices_method(Thread* t, Slice* self, Value length) {
  Value n = to_index(t, length);
  if (n.is_failed()) return n;
  bool negative;
  if (!compare_bool(t, CmpOp::kLt, n, Value::from_int(0), &negative)) return Value::failed();
  if (negative) return value_error(t, "length should not be negative");
  Value start, stop, step;
  if (!slice_indices_big(t, self, n, &start, &stop, &step)) return Value::failed();
  return tuple_of(t, {start, stop, step});
}
DEF(slice_methods, slice_indices_method, "indices(self, len, /)",
    "S.indices(len) -> (start, stop, stride)")

Value slice_repr(Thread* t, Slice* self) {
  if (native_stack_exhausted(t)) return Value::failed();
  std::string out = "slice(";
  if (!repr_to(t, self->start, &out)) return Value::failed();
  out += ", ";
  if (!repr_to(t, self->stop, &out)) return Value::failed();
  out += ", ";
  if (!repr_to(t, self->step, &out)) return Value::failed();
  out += ")";
  return str_value(t, out);
}
DEF(slice_methods, slice_repr, "__repr__(self, /)", "Return repr(self).")

Value slice_compare(Thread* t, CmpOp op, Value a, Value b) {
  Slice *x = try_as<Slice>(a), *y = try_as<Slice>(b);
  if (!x || !y) return Value::not_implemented();
  Value p = tuple_of(t, {x->start, x->stop, x->step});
  if (p.is_failed()) return p;
  Value q = tuple_of(t, {y->start, y->stop, y->step});
  if (q.is_failed()) return q;
  return sequence_compare(t, op, p, q);
}
BATON_DEF_COMPARE(slice_methods, slice_cmp, slice_compare)

Value slice_reduce(Thread* t, Slice* self) {
  Value args = tuple_of(t, {self->start, self->stop, self->step});
  if (args.is_failed()) return args;
  return tuple_of(t, {val(t->vm->classes.slice), args});
}
DEF(slice_methods, slice_reduce, "__reduce__(self, /)", "Return state information for pickling.")

}  // namespace

void register_slice(Vm* vm, Thread* t) {
  install_methods(t, vm->classes.slice, slice_methods);
  set_unhashable(t, vm->classes.slice);
}

}  // namespace baton
