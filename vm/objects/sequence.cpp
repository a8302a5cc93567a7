// What lists and tuples share, and the entry points that serve every sequence: indexing, + and *,
// comparison, search.
//
// Comparing items may run script that changes a list: each step reads size and items anew. No
// function here keeps an items pointer across such a call.
#include <algorithm>
#include <cstdlib>

#include "vm/native/native.h"
#include "vm/objects/containers.h"
#include "vm/objects/number.h"

namespace baton {

namespace {

BATON_INLINE size_t size_of(Value seq) {
  return seq.ptr()->kind == Kind::kList ? as<List>(seq)->size : as<Tuple>(seq)->size;
}
BATON_INLINE const Value* items_of(Value seq) {
  return seq.ptr()->kind == Kind::kList ? as<List>(seq)->items : as<Tuple>(seq)->items;
}
bool is_sequence(Value v) { return is<List>(v) || is<Tuple>(v); }

// --- bytes and bytearray items: the only part of their behaviour that indexing needs here ---
Value byte_slice(Thread* t, Value seq, const uint8_t* data, int64_t start, int64_t step,
                 int64_t count) {
  std::string out(static_cast<size_t>(count), '\0');
  for (int64_t i = 0, k = start; i < count; ++i, k += step) out[i] = static_cast<char>(data[k]);
  if (is<Bytes>(seq)) {
    Bytes* b = new_bytes(t, out);
    return b ? val(b) : Value::failed();
  }
  ByteArray* b = t->vm->heap.make<ByteArray>(t, t->vm->shape_ids.bytearray);
  if (!b) return Value::failed();
  b->size = b->capacity = 0;
  b->data = nullptr;
  b->exports = b->views = 0;
  if (count == 0) return val(b);
  size_t n = static_cast<size_t>(count);
  if (!t->vm->heap.account_checked(t, n)) return Value::failed();
  b->data = static_cast<uint8_t*>(std::malloc(n));
  if (!b->data) {
    t->vm->heap.account(-static_cast<ptrdiff_t>(n));
    return raise_memory_error(t);
  }
  std::memcpy(b->data, out.data(), n);
  b->size = b->capacity = n;
  return val(b);
}

Value get_slice(Thread* t, Value seq, Slice* s) {
  if (is<Range>(seq)) return range_slice(t, as<Range>(seq), s);
  int64_t start, stop, step, count;
  if (!slice_unpack(t, s, &start, &stop, &step)) return Value::failed();
  switch (seq.ptr()->kind) {
    case Kind::kList: {
      List* l = as<List>(seq);
      count = slice_adjust(static_cast<int64_t>(l->size), &start, &stop, step);
      return list_slice(t, l, start, step, count);
    }
    case Kind::kTuple: {
      Tuple* tuple = as<Tuple>(seq);
      count = slice_adjust(static_cast<int64_t>(tuple->size), &start, &stop, step);
      return tuple_slice(t, tuple, start, step, count);
    }
    case Kind::kStr: {
      Str* text = as<Str>(seq);
      count = slice_adjust(text->length, &start, &stop, step);
      return str_slice(t, text, start, stop, step, count);
    }
    case Kind::kBytes: {
      Bytes* b = as<Bytes>(seq);
      count = slice_adjust(static_cast<int64_t>(b->size), &start, &stop, step);
      return byte_slice(t, seq, b->data, start, step, count);
    }
    default: {
      ByteArray* b = as<ByteArray>(seq);
      count = slice_adjust(static_cast<int64_t>(b->size), &start, &stop, step);
      return byte_slice(t, seq, b->data, start, step, count);
    }
  }
}

const char* index_name(Kind kind) {
  switch (kind) {
    case Kind::kList: return "list";
    case Kind::kTuple: return "tuple";
    case Kind::kBytes: return "byte";
    case Kind::kByteArray: return "bytearray";
    default: return "range";
  }
}

}  // namespace

Value sequence_get(Thread* t, Value seq, Value key) {
  if (is<Slice>(key)) return get_slice(t, seq, as<Slice>(key));
  Kind kind = seq.ptr()->kind;
  int64_t i;
  if (kind == Kind::kRange) {
    if (key.is_int()) return range_item(t, as<Range>(seq), key);
    if (has_index(t, key)) return range_item(t, as<Range>(seq), key);
  }
  if (kind == Kind::kStr) {
    if (!key.is_int() && !has_index(t, key))
      return raisef(t, t->vm->classes.type_error, "string indices must be integers, not '%s'",
                    type_name(t, key).c_str());
    if (!index_of(t, key, &i)) return Value::failed();
    Str* s = as<Str>(seq);
    if (i < 0) i += s->length;
    return str_index(t, s, i < 0 ? int64_t{s->length} : i);
  }
  if (!item_index(t, key, index_name(kind), &i)) return Value::failed();
  switch (kind) {
    case Kind::kList: {
      List* l = as<List>(seq);
      if (i < 0) i += static_cast<int64_t>(l->size);
      if (static_cast<uint64_t>(i) < l->size) return l->items[i];
      return index_error(t, "list index out of range");
    }
    case Kind::kTuple: {
      Tuple* s = as<Tuple>(seq);
      if (i < 0) i += static_cast<int64_t>(s->size);
      if (static_cast<uint64_t>(i) < s->size) return s->items[i];
      return index_error(t, "tuple index out of range");
    }
    case Kind::kBytes: {
      Bytes* b = as<Bytes>(seq);
      if (i < 0) i += static_cast<int64_t>(b->size);
      if (static_cast<uint64_t>(i) < b->size) return Value::from_int(b->data[i]);
      return index_error(t, "index out of range");
    }
    default: {
      ByteArray* b = as<ByteArray>(seq);
      if (i < 0) i += static_cast<int64_t>(b->size);
      if (static_cast<uint64_t>(i) < b->size) return Value::from_int(b->data[i]);
      return index_error(t, "bytearray index out of range");
    }
  }
}

Value sequence_concat(Thread* t, Value a, Value b) {
  bool list = is<List>(a);
  if (list ? !is<List>(b) : !is<Tuple>(b)) {
    const char* name = list ? "list" : "tuple";
    return raisef(t, t->vm->classes.type_error, "can only concatenate %s (not \"%s\") to %s", name,
                  type_name(t, b).c_str(), name);
  }
  size_t n = size_of(a), m = size_of(b);
  if (list) {
    List* r = new_list(t, n + m);
    if (!r) return Value::failed();
    if (n) std::memcpy(r->items, items_of(a), n * sizeof(Value));
    if (m) std::memcpy(r->items + n, items_of(b), m * sizeof(Value));
    r->size = n + m;
    return val(r);
  }
  if (n == 0 && exact_tuple(t, b)) return b;
  if (m == 0 && exact_tuple(t, a)) return a;
  Tuple* r = new_tuple(t, n + m);
  if (!r) return Value::failed();
  std::memcpy(r->items, items_of(a), n * sizeof(Value));
  std::memcpy(r->items + n, items_of(b), m * sizeof(Value));
  return val(r);
}

Value sequence_repeat(Thread* t, Value seq, Value count, bool inplace) {
  int64_t times;
  if (BATON_LIKELY(count.is_int())) {
    times = count.as_int();
  } else {
    if (!has_index(t, count))
      return raisef(t, t->vm->classes.type_error, "can't multiply sequence by non-int of type '%s'",
                    type_name(t, count).c_str());
    Value i = to_index(t, count);
    if (i.is_failed()) return i;
    if (!int_fits_int64(i, &times))
      return overflow_error(t, "cannot fit 'int' into an index-sized integer");
  }
  size_t k = times < 0 ? 0 : static_cast<size_t>(times), n = size_of(seq);
  if (k && n > kMaxValues / k) return raise_memory_error(t);
  size_t total = n * k;
  Value* to;
  Value result;
  if (is<List>(seq) && inplace) {
    List* l = as<List>(seq);
    if (total == 0) {
      list_clear(t, l);
      return seq;
    }
    if (!list_reserve(t, l, total)) return Value::failed();
    result = seq;
    to = l->items;
    l->size = n;
  } else if (is<List>(seq)) {
    List* r = new_list(t, total);
    if (!r) return Value::failed();
    result = val(r);
    to = r->items;
  } else {
    if (k == 1 && exact_tuple(t, seq)) return seq;
    if (total == 0) return val(t->vm->empty_tuple);
    Tuple* r = new_tuple(t, total);
    if (!r) return Value::failed();
    result = val(r);
    to = r->items;
  }
  if (total) {
    if (!(is<List>(seq) && inplace)) std::memcpy(to, items_of(seq), n * sizeof(Value));
    if (n == 1)
      std::fill_n(to + 1, total - 1, to[0]);
    else
      for (size_t have = n; have < total;) {  // doubling: few large copies
        size_t part = std::min(have, total - have);
        std::memcpy(to + have, to, part * sizeof(Value));
        have += part;
      }
  }
  if (is<List>(result)) as<List>(result)->size = total;
  return result;
}

namespace {

// A class of scripts (not a built-in) with its own say in the operator comes before the sequence.
bool defers_to(Thread* t, Value other, Str* reflected) {
  Class* cls = class_of(t->vm, other);
  return !(cls->class_flags & kClassBuiltin) && !find_in_class(t->vm, cls, reflected).is_unbound();
}

}  // namespace

Value sequence_binary(Thread* t, BinOp op, Value a, Value b, bool inplace) {
  if (op == BinOp::kAdd) {
    if (!is_sequence(a)) return Value::not_implemented();
    if (inplace && is<List>(a)) return list_extend(t, as<List>(a), b) ? a : Value::failed();
    bool match = is<List>(a) ? is<List>(b) : is<Tuple>(b);
    if (!match && defers_to(t, b, t->vm->names.radd)) return Value::not_implemented();
    return sequence_concat(t, a, b);
  }
  if (op == BinOp::kMul) {
    if (is_sequence(a)) {
      if (!b.is_int() && !is_intlike(b) && defers_to(t, b, t->vm->names.rmul))
        return Value::not_implemented();
      return sequence_repeat(t, a, b, inplace);
    }
    if (is_sequence(b)) {
      if (!a.is_int() && !is_intlike(a) && defers_to(t, a, t->vm->names.mul))
        return Value::not_implemented();
      return sequence_repeat(t, b, a, false);
    }
  }
  return Value::not_implemented();
}

Value sequence_compare(Thread* t, CmpOp op, Value a, Value b) {
  bool lists = is<List>(a) && is<List>(b);
  if (!lists && !(is<Tuple>(a) && is<Tuple>(b))) return Value::not_implemented();
  if (lists && size_of(a) != size_of(b) && (op == CmpOp::kEq || op == CmpOp::kNe))
    return Value::boolean(op == CmpOp::kNe);
  if (native_stack_exhausted(t)) return Value::failed();
  size_t i = 0;
  for (; i < size_of(a) && i < size_of(b); ++i) {
    Value x = items_of(a)[i], y = items_of(b)[i];
    if (x == y) continue;
    if (both_int(x, y)) break;
    bool equal;
    if (!values_equal(t, x, y, &equal)) return Value::failed();
    if (!equal) break;
    if ((i & 4095) == 4095 && !poll(t)) return Value::failed();
  }
  size_t n = size_of(a), m = size_of(b);
  if (i >= n || i >= m) {
    switch (op) {
      case CmpOp::kLt: return Value::boolean(n < m);
      case CmpOp::kLe: return Value::boolean(n <= m);
      case CmpOp::kGt: return Value::boolean(n > m);
      case CmpOp::kGe: return Value::boolean(n >= m);
      case CmpOp::kEq: return Value::boolean(n == m);
      case CmpOp::kNe: return Value::boolean(n != m);
    }
  }
  if (op == CmpOp::kEq) return Value::false_();
  if (op == CmpOp::kNe) return Value::true_();
  return compare(t, op, items_of(a)[i], items_of(b)[i]);
}

bool sequence_find(Thread* t, Value seq, Value item, int64_t start, int64_t stop, int64_t* out) {
  int64_t size = static_cast<int64_t>(size_of(seq));
  if (start < 0) start = std::max<int64_t>(start + size, 0);
  if (stop < 0) stop += size;
  for (int64_t i = start; i < stop && i < static_cast<int64_t>(size_of(seq)); ++i) {
    Value have = items_of(seq)[i];
    bool equal = have == item;
    if (!equal) {
      if ((i & 4095) == 4095 && !poll(t)) return false;
      if (both_int(have, item)) continue;
      if (exact_str(t, have) && exact_str(t, item))
        equal = same_text(as<Str>(have), as<Str>(item));
      else if (!values_equal(t, have, item, &equal))
        return false;
    }
    if (equal) {
      *out = i;
      return true;
    }
  }
  *out = -1;
  return true;
}

bool sequence_contains(Thread* t, Value seq, Value item, bool* out) {
  int64_t at;
  if (!sequence_find(t, seq, item, 0, INT64_MAX, &at)) return false;
  *out = at >= 0;
  return true;
}

bool sequence_count(Thread* t, Value seq, Value item, int64_t* out) {
  int64_t n = 0, at = -1;
  for (;;) {
    if (!sequence_find(t, seq, item, at + 1, INT64_MAX, &at)) return false;
    if (at < 0) break;
    ++n;
  }
  *out = n;
  return true;
}

bool repr_items(Thread* t, Value seq, std::string* out) {
  for (size_t i = 0; i < size_of(seq); ++i) {
    if (i) *out += ", ";
    if (!repr_to(t, items_of(seq)[i], out)) return false;
  }
  return true;
}

bool check_new(Thread* t, Class* cls, Class* base) {
  if (BATON_LIKELY(is_subclass(cls, base))) return true;
  std::string want(as<Str>(base->name)->view()), got(as<Str>(cls->name)->view());
  type_error(t, want + ".__new__(" + got + "): " + got + " is not a subtype of " + want);
  return false;
}

void set_unhashable(Thread* t, Class* cls) {
  dict_set_str(t, cls->dict, t->vm->names.hash, Value::none());
}

void register_sequences(Vm* vm, Thread* t) {
  register_sequence_iterators(vm, t);
  register_slice(vm, t);
  register_tuple(vm, t);
  register_list(vm, t);
  register_range(vm, t);
  register_generic_alias(vm, t);
}

}  // namespace baton
