// The _bisect module: binary search in sorted sequences, and insertion where the search ends.
//
// The sequence is any object with __getitem__ and __len__; comparing and keys run script. Lock held.
// Behaviour: https://docs.python.org/3.11/library/bisect.html
#include "stdlib/stdlib.h"
#include "vm/native/native.h"
#include "vm/objects/containers.h"

namespace baton {
namespace {

NativeGroup bisect_functions{"_bisect"};

Value item_at(Thread* t, Value a, int64_t i) {
  List* l = exact_list(t, a) ? as<List>(a) : nullptr;
  if (l && static_cast<size_t>(i) < l->size) return l->items[i];
  return get_item(t, a, Value::from_int(i));
}

// Where x belongs: before (left) or after equal items. -1: failed.
int64_t search(Thread* t, Value a, Value x, Value lo_arg, Value hi_arg, Value key, bool left) {
  int64_t lo, hi = -1;
  if (!index_of(t, lo_arg, &lo)) return -1;
  if (!hi_arg.is_none() && !hi_arg.is_int() && !has_index(t, hi_arg)) {
    type_error(t, "argument should be integer or None, not '" + type_name(t, hi_arg) + "'");
    return -1;
  }
  if (!hi_arg.is_none() && !index_of(t, hi_arg, &hi)) return -1;
  if (lo < 0) return value_error(t, "lo must be non-negative"), -1;
  if (hi == -1 && !length_of(t, a, &hi)) return -1;
  while (lo < hi) {
    int64_t mid = lo + (hi - lo) / 2;
    Value v = item_at(t, a, mid);
    if (!v.is_failed() && !key.is_none()) v = call1(t, key, v);
    if (v.is_failed()) return -1;
    bool less;
    if (!(left ? compare_bool(t, CmpOp::kLt, v, x, &less)
               : compare_bool(t, CmpOp::kLt, x, v, &less)))
      return -1;
    if (left == less)
      lo = mid + 1;
    else
      hi = mid;
  }
  return lo;
}

Value find(Thread* t, Value a, Value x, Value lo, Value hi, Value key, bool left) {
  int64_t at = search(t, a, x, lo, hi, key, left);
  return at < 0 ? Value::failed() : new_int(t, at);
}
Value insert(Thread* t, Value a, Value x, Value lo, Value hi, Value key, bool left) {
  Value k = key.is_none() ? x : call1(t, key, x);
  if (k.is_failed()) return k;
  int64_t at = search(t, a, k, lo, hi, key, left);
  if (at < 0) return Value::failed();
  Value args[2] = {new_int(t, at), x};
  Value r = call_method(t, a, intern(t, "insert"), args, 2);
  return r.is_failed() ? r : Value::none();
}

Value bisect_right(Thread* t, Value a, Value x, Value lo, Value hi, Value key) {
  return find(t, a, x, lo, hi, key, false);
}
DEF(bisect_functions, bisect_right, "bisect_right(a, x, lo=0, hi=None, *, key=None)",
    "Where to insert x to keep a sorted, after equal items.")
Value bisect_left(Thread* t, Value a, Value x, Value lo, Value hi, Value key) {
  return find(t, a, x, lo, hi, key, true);
}
DEF(bisect_functions, bisect_left, "bisect_left(a, x, lo=0, hi=None, *, key=None)",
    "Where to insert x to keep a sorted, before equal items.")
Value insort_right(Thread* t, Value a, Value x, Value lo, Value hi, Value key) {
  return insert(t, a, x, lo, hi, key, false);
}
DEF(bisect_functions, insort_right, "insort_right(a, x, lo=0, hi=None, *, key=None)",
    "Insert x where bisect_right() says.")
Value insort_left(Thread* t, Value a, Value x, Value lo, Value hi, Value key) {
  return insert(t, a, x, lo, hi, key, true);
}
DEF(bisect_functions, insort_left, "insort_left(a, x, lo=0, hi=None, *, key=None)",
    "Insert x where bisect_left() says.")

}  // namespace

void init_bisect(Thread* t, Module* m) { install_functions(t, m, bisect_functions); }

}  // namespace baton
