// The array module: sequences of machine numbers of one kind.
//
// The items lie in a bytearray that no script sees: the collector accounts and frees it like any
// other, and what shows its memory elsewhere counts in its `exports`, which keep it in place. A value
// is turned into item bytes (script may run: __index__, __float__) before the array is looked at.
// Lock held throughout. The names of machine formats that pickles hold are in array_items.cpp.
// Behaviour: https://docs.python.org/3.11/library/array.html
#include "stdlib/array_items.h"
#include "stdlib/stdlib.h"
#include "vm/native/native.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"
#include "vm/objects/memoryview.h"
#include "vm/objects/text.h"

namespace baton {
namespace {

struct Array : NativeObject {
  ByteArray* bytes;
  const ItemKind* kind;
  size_t count() const { return bytes->size / kind->size; }
  uint8_t* item(size_t i) const { return bytes->data + i * kind->size; }
};
void trace_array(Object* o, Marker& m) { m.mark_object(static_cast<Array*>(o)->bytes); }
bool array_buffer(Object* o, Buffer* out) {
  auto* a = static_cast<Array*>(o);
  *out = {a->bytes->data, a->bytes->size, a->kind->code, static_cast<uint32_t>(a->kind->size),
          false};
  return true;
}
uint32_t* array_views(Object* o) { return &static_cast<Array*>(o)->bytes->views; }
const NativeType kArrayType = {"array.array", trace_array,  nullptr,
                               nullptr,       array_buffer, array_views};
NativeGroup array_methods{"array"}, array_functions{"array"};

bool is_array(Value v) { return native_type_of(v) == &kArrayType; }
Array* array_of(Thread* t, Value self) { return native_self<Array>(t, self, &kArrayType); }
Value done(bool ok) { return ok ? Value::none() : Value::failed(); }
Value get(Thread* t, const Array* a, size_t i) { return load_item(t, *a->kind, a->item(i)); }

Array* make_array(Thread* t, Class* cls, const ItemKind* kind, size_t count) {
  if (count > kMaxValues / kind->size) return raise_memory_error(t), nullptr;
  ByteArray* bytes = take_bytearray(t, count * kind->size, t->vm->shape_ids.bytearray);
  if (!bytes) return nullptr;
  Object* o = t->vm->heap.allocate(t, sizeof(Array), Kind::kNativeObject, cls->root->id);
  if (!o) return nullptr;
  auto* a = static_cast<Array*>(o);
  a->type = &kArrayType;
  a->bytes = bytes;
  a->kind = kind;
  return a;
}
Array* make_like(Thread* t, const Array* a, size_t count) {
  return make_array(t, native_class(t->vm, &kArrayType), a->kind, count);
}

// Every change of an array's size; BufferError while its memory is seen elsewhere.
bool may_resize(Thread* t, Array* a) {
  if (!a->bytes->exports && check_views(t, val(a), &a->bytes->views)) return true;
  if (t->exception.is_unbound() || exception_is(t, t->vm->classes.buffer_error)) {
    clear_exception(t);
    raise(t, t->vm->classes.buffer_error, "cannot resize an array that is exporting buffers");
  }
  return false;
}
bool resize(Thread* t, Array* a, size_t bytes) {
  return may_resize(t, a) && bytearray_resize(t, a->bytes, bytes);
}

// Makes room for `more` items at position `at`; what it holds is for the caller to fill.
bool open_gap(Thread* t, Array* a, size_t at, size_t more) {
  size_t size = a->kind->size, old = a->bytes->size;
  if (more > (kMaxValues - old) / size) return raise_memory_error(t), false;
  if (!resize(t, a, old + more * size)) return false;
  size_t from = at * size;
  if (old > from)
    std::memmove(a->bytes->data + from + more * size, a->bytes->data + from, old - from);
  return true;
}
bool close_gap(Thread* t, Array* a, size_t at, size_t count) {
  if (count == 0) return true;
  size_t size = a->kind->size, end = (at + count) * size, old = a->bytes->size;
  if (!may_resize(t, a)) return false;
  std::memmove(a->item(at), a->bytes->data + end, old - end);
  return resize(t, a, old - count * size);
}
bool append(Thread* t, Array* a, Value v) {
  uint8_t item[8];
  if (!store_item(t, *a->kind, v, item)) return false;
  size_t n = a->count();
  if (!open_gap(t, a, n, 1)) return false;
  std::memcpy(a->item(n), item, a->kind->size);
  return true;
}
bool append_bytes(Thread* t, Array* a, std::string_view data) {
  if (data.empty()) return true;
  size_t n = a->count();
  std::string copy(data);  // may be of this very array
  if (!open_gap(t, a, n, copy.size() / a->kind->size)) return false;
  std::memcpy(a->item(n), copy.data(), copy.size());
  return true;
}
bool append_text(Thread* t, Array* a, Str* s) {
  size_t n = a->count(), i = n;
  if (!open_gap(t, a, n, s->length)) return false;
  for (size_t pos = 0; pos < s->size; ++i) store_code_point(a->item(i), next_code_point(s, &pos));
  return true;
}
std::string_view view(const Array* a) {
  return {reinterpret_cast<const char*>(a->bytes->data), a->bytes->size};
}

// --- making ----------------------------------------------------------------------------------------

Value array_new(Thread* t, Class* cls, Kw kw, Args args) {
  Class* exact = native_class(t->vm, &kArrayType);
  if (cls == exact && kw.dict && kw.dict->size)
    return type_error(t, "array.array() takes no keyword arguments");
  if (args.n < 1 || args.n > 2)
    return raisef(t, t->vm->classes.type_error, "array() takes at %s argument%s (%u given)",
                  args.n < 1 ? "least 1" : "most 2", args.n < 1 ? "" : "s", args.n);
  Str* code = try_as<Str>(args.v[0]);
  if (!code || code->length != 1)
    return type_error(
        t, "array() argument 1 must be a unicode character, not " + type_name(t, args.v[0]));
  Value init = args.n == 2 ? args.v[1] : Value::unbound();
  char letter = code->size == 1 ? code->data[0] : '?';
  bool text = letter == 'u', from_text = is<Str>(init);
  if (from_text && !text)
    return raisef(t, t->vm->classes.type_error,
                  "cannot use a str to initialize an array with typecode '%c'", letter);
  if (!text && is_array(init) && as<Array>(init)->kind->code == 'u')
    return raisef(t, t->vm->classes.type_error,
                  "cannot use a unicode array to initialize an array with typecode '%c'", letter);
  const ItemKind* kind = item_kind(letter);
  if (!kind)
    return value_error(t, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
  Array* a = make_array(t, cls, kind, 0);
  if (!a || init.is_unbound()) return a ? val(a) : Value::failed();
  bool ok;
  if (from_text) {
    ok = append_text(t, a, as<Str>(init));
  } else if (is_bytes_like(init)) {
    std::string_view data = bytes_view(init);
    if (data.size() % kind->size) return value_error(t, "bytes length not a multiple of item size");
    ok = append_bytes(t, a, data);
  } else if (is_array(init) && as<Array>(init)->kind == kind) {
    ok = append_bytes(t, a, view(as<Array>(init)));
  } else {
    ok = for_each_item(t, init, [&](Value v) { return append(t, a, v) && poll(t); });
  }
  return ok ? val(a) : Value::failed();
}
DEF_NEW(array_methods, array_new, "array(cls, *args, **kwargs)",
        "array(typecode [, initializer]): a sequence of numbers of one kind.")

Value array_typecode(Thread* t, Value self) {
  Array* a = array_of(t, self);
  return a ? str_value(t, std::string_view(&a->kind->code, 1)) : Value::failed();
}
DEF_GET(array_methods, array_typecode, "typecode(self)", "The letter of the items' kind.")
Value array_itemsize(Thread* t, Value self) {
  Array* a = array_of(t, self);
  return a ? Value::from_int(a->kind->size) : Value::failed();
}
DEF_GET(array_methods, array_itemsize, "itemsize(self)", "Bytes of an item.")

// --- growing and shrinking -------------------------------------------------------------------------

Value array_append(Thread* t, Value self, Value v) {
  Array* a = array_of(t, self);
  return done(a && append(t, a, v));
}
DEF(array_methods, array_append, "append(self, v, /)", "Add an item at the end.")

bool extend(Thread* t, Array* a, Value source) {
  if (is_array(source)) {
    if (as<Array>(source)->kind != a->kind)
      return type_error(t, "can only extend with array of same kind"), false;
    return append_bytes(t, a, view(as<Array>(source)));
  }
  return for_each_item(t, source, [&](Value v) { return append(t, a, v) && poll(t); });
}
Value array_extend(Thread* t, Value self, Value source) {
  Array* a = array_of(t, self);
  return done(a && extend(t, a, source));
}
DEF(array_methods, array_extend, "extend(self, bb, /)", "Add the items of an iterable at the end.")

Value array_insert(Thread* t, Value self, Value index, Value v) {
  Array* a = array_of(t, self);
  int64_t i;
  uint8_t item[8];
  if (!a || !index_of(t, index, &i) || !store_item(t, *a->kind, v, item)) return Value::failed();
  auto n = static_cast<int64_t>(a->count());
  if (i < 0) i = i + n < 0 ? 0 : i + n;
  if (i > n) i = n;
  auto at = static_cast<size_t>(i);
  if (!open_gap(t, a, at, 1)) return Value::failed();
  std::memcpy(a->item(at), item, a->kind->size);
  return Value::none();
}
DEF(array_methods, array_insert, "insert(self, i, v, /)", "Insert an item before position i.")

Value array_pop(Thread* t, Value self, Value index) {
  Array* a = array_of(t, self);
  int64_t i = -1;
  if (!a || (!index.is_unbound() && !index_of(t, index, &i))) return Value::failed();
  auto n = static_cast<int64_t>(a->count());
  if (n == 0) return index_error(t, "pop from empty array");
  if (i < 0) i += n;
  if (i < 0 || i >= n) return index_error(t, "pop index out of range");
  Value v = get(t, a, static_cast<size_t>(i));
  return v.is_failed() || !close_gap(t, a, static_cast<size_t>(i), 1) ? Value::failed() : v;
}
DEF(array_methods, array_pop, "pop(self, i=<absent>, /)",
    "Remove and return an item, the last one by default.")

// Position of an equal item in [from, to), -1 if none; false: failed.
bool find(Thread* t, Array* a, Value v, int64_t from, int64_t to, int64_t* out) {
  *out = -1;
  for (int64_t i = from; i < to && static_cast<size_t>(i) < a->count(); ++i) {
    Value item = get(t, a, static_cast<size_t>(i));
    bool equal;
    if (item.is_failed() || !values_equal(t, item, v, &equal)) return false;
    if (equal) {
      *out = i;
      return true;
    }
    if (!poll(t)) return false;
  }
  return true;
}
Value array_remove(Thread* t, Value self, Value v) {
  Array* a = array_of(t, self);
  int64_t i;
  if (!a || !find(t, a, v, 0, INT64_MAX, &i)) return Value::failed();
  if (i < 0) return value_error(t, "array.remove(x): x not in array");
  return done(close_gap(t, a, static_cast<size_t>(i), 1));
}
DEF(array_methods, array_remove, "remove(self, v, /)", "Remove the first item equal to v.")
Value array_index(Thread* t, Value self, Value v, Value start, Value stop) {
  Array* a = array_of(t, self);
  int64_t from = 0, to = INT64_MAX, i;
  if (!a || (!start.is_unbound() && !slice_bound(t, start, &from)) ||
      (!stop.is_unbound() && !slice_bound(t, stop, &to)))
    return Value::failed();
  auto n = static_cast<int64_t>(a->count());
  if (from < 0) from = from + n < 0 ? 0 : from + n;
  if (to < 0) to += n;
  if (!find(t, a, v, from, to, &i)) return Value::failed();
  return i < 0 ? value_error(t, "array.index(x): x not in array") : Value::from_int(i);
}
DEF(array_methods, array_index, "index(self, v, start=<absent>, stop=<absent>, /)",
    "Position of the first item equal to v.")
Value array_count(Thread* t, Value self, Value v) {
  Array* a = array_of(t, self);
  if (!a) return Value::failed();
  int64_t count = 0;
  for (int64_t from = 0;;) {
    int64_t i;
    if (!find(t, a, v, from, INT64_MAX, &i)) return Value::failed();
    if (i < 0) return Value::from_int(count);
    ++count;
    from = i + 1;
  }
}
DEF(array_methods, array_count, "count(self, v, /)", "Number of items equal to v.")
Value array_contains(Thread* t, Value self, Value v) {
  Array* a = array_of(t, self);
  int64_t i;
  return a && find(t, a, v, 0, INT64_MAX, &i) ? Value::boolean(i >= 0) : Value::failed();
}
DEF(array_methods, array_contains, "__contains__(self, key, /)", "Return key in self.")

Value array_reverse(Thread* t, Value self) {
  Array* a = array_of(t, self);
  if (!a) return Value::failed();
  uint8_t item[8];
  size_t size = a->kind->size;
  for (size_t i = 0, k = a->count(); i + 1 < k; ++i) {
    --k;
    std::memcpy(item, a->item(i), size);
    std::memcpy(a->item(i), a->item(k), size);
    std::memcpy(a->item(k), item, size);
  }
  return Value::none();
}
DEF(array_methods, array_reverse, "reverse(self, /)", "Reverse the order of the items in place.")
Value array_byteswap(Thread* t, Value self) {
  Array* a = array_of(t, self);
  if (!a) return Value::failed();
  for (size_t i = 0; i < a->count(); ++i)
    for (size_t k = 0; k < a->kind->size / 2; ++k)
      std::swap(a->item(i)[k], a->item(i)[a->kind->size - 1 - k]);
  return Value::none();
}
DEF(array_methods, array_byteswap, "byteswap(self, /)", "Reverse the bytes of every item.")

// --- as a sequence ---------------------------------------------------------------------------------

Value array_len(Thread* t, Value self) {
  Array* a = array_of(t, self);
  return a ? new_uint(t, a->count()) : Value::failed();
}
DEF(array_methods, array_len, "__len__(self, /)", "Return len(self).")

// The position that an index means; false: failed.
bool position(Thread* t, Array* a, Value key, const char* message, size_t* out) {
  int64_t i;
  if (!key.is_int() && !has_index(t, key))
    return type_error(t, "array indices must be integers"), false;
  if (!index_of(t, key, &i)) return false;
  if (i < 0) i += static_cast<int64_t>(a->count());
  if (i < 0 || static_cast<size_t>(i) >= a->count()) return index_error(t, message), false;
  *out = static_cast<size_t>(i);
  return true;
}
Value array_getitem(Thread* t, Value self, Value key) {
  Array* a = array_of(t, self);
  if (!a) return Value::failed();
  if (Slice* s = try_as<Slice>(key)) {
    int64_t start, stop, step;
    if (!slice_unpack(t, s, &start, &stop, &step)) return Value::failed();
    int64_t n = slice_adjust(static_cast<int64_t>(a->count()), &start, &stop, step);
    Array* part = make_like(t, a, static_cast<size_t>(n));
    if (!part) return Value::failed();
    for (int64_t i = 0; i < n; ++i, start += step)
      std::memcpy(part->item(static_cast<size_t>(i)), a->item(static_cast<size_t>(start)),
                  a->kind->size);
    return val(part);
  }
  size_t i;
  return position(t, a, key, "array index out of range", &i) ? get(t, a, i) : Value::failed();
}
DEF(array_methods, array_getitem, "__getitem__(self, key, /)", "Return self[key].")

// self[slice] = source, or del self[slice] for a source that is unbound().
Value set_slice(Thread* t, Array* a, Slice* s, Value source) {
  std::string items;
  size_t size = a->kind->size;
  if (!source.is_unbound()) {
    if (!is_array(source))
      return raisef(t, t->vm->classes.type_error,
                    "can only assign array (not \"%s\") to array slice",
                    type_name(t, source).c_str());
    if (as<Array>(source)->kind != a->kind)
      return type_error(t, "bad argument type for built-in operation");
    items.assign(view(as<Array>(source)));
  }
  int64_t start, stop, step;
  if (!slice_unpack(t, s, &start, &stop, &step)) return Value::failed();
  int64_t count = slice_adjust(static_cast<int64_t>(a->count()), &start, &stop, step);
  size_t given = items.size() / size, n = static_cast<size_t>(count);
  if (step == 1) {
    auto at = static_cast<size_t>(start);
    if (given > n ? !open_gap(t, a, at + n, given - n) : !close_gap(t, a, at + given, n - given))
      return Value::failed();
    if (given) std::memcpy(a->item(at), items.data(), items.size());
    return Value::none();
  }
  if (source.is_unbound()) {
    if (step < 0) start += (count - 1) * step, step = -step;
    for (int64_t i = count; i-- > 0;)
      if (!close_gap(t, a, static_cast<size_t>(start + i * step), 1)) return Value::failed();
    return Value::none();
  }
  if (given != n)
    return raisef(t, t->vm->classes.value_error,
                  "attempt to assign array of size %zu to extended slice of size %zu", given, n);
  for (size_t i = 0; i < n; ++i, start += step)
    std::memcpy(a->item(static_cast<size_t>(start)), items.data() + i * size, size);
  return Value::none();
}
Value array_setitem(Thread* t, Value self, Value key, Value v) {
  Array* a = array_of(t, self);
  if (!a) return Value::failed();
  if (Slice* s = try_as<Slice>(key)) return set_slice(t, a, s, v);
  size_t i;
  uint8_t item[8];
  if (!position(t, a, key, "array assignment index out of range", &i) ||
      !store_item(t, *a->kind, v, item))
    return Value::failed();
  if (i >= a->count()) return index_error(t, "array assignment index out of range");
  std::memcpy(a->item(i), item, a->kind->size);
  return Value::none();
}
DEF(array_methods, array_setitem, "__setitem__(self, key, value, /)", "Set self[key] to value.")
Value array_delitem(Thread* t, Value self, Value key) {
  Array* a = array_of(t, self);
  if (!a) return Value::failed();
  if (Slice* s = try_as<Slice>(key)) return set_slice(t, a, s, Value::unbound());
  size_t i;
  return done(position(t, a, key, "array assignment index out of range", &i) &&
              close_gap(t, a, i, 1));
}
DEF(array_methods, array_delitem, "__delitem__(self, key, /)", "Delete self[key].")

Value array_add(Thread* t, Value self, Value other) {
  Array* a = array_of(t, self);
  if (!a) return Value::failed();
  if (!is_array(other))
    return raisef(t, t->vm->classes.type_error, "can only append array (not \"%s\") to array",
                  type_name(t, other).c_str());
  Array* b = as<Array>(other);
  if (a->kind != b->kind) return type_error(t, "bad argument type for built-in operation");
  Array* sum = make_like(t, a, 0);
  if (!sum || !append_bytes(t, sum, view(a)) || !append_bytes(t, sum, view(b)))
    return Value::failed();
  return val(sum);
}
DEF(array_methods, array_add, "__add__(self, value, /)", "Return self+value.")
Value array_iadd(Thread* t, Value self, Value other) {
  Array* a = array_of(t, self);
  if (!a) return Value::failed();
  if (!is_array(other))
    return raisef(t, t->vm->classes.type_error, "can only extend array with array (not \"%s\")",
                  type_name(t, other).c_str());
  return extend(t, a, other) ? self : Value::failed();
}
DEF(array_methods, array_iadd, "__iadd__(self, value, /)", "Implement self+=value.")

bool repeat_count(Thread* t, Value times, size_t bytes, size_t* out) {
  if (!times.is_int() && !has_index(t, times)) {
    raisef(t, t->vm->classes.type_error, "can't multiply sequence by non-int of type '%s'",
           type_name(t, times).c_str());
    return false;
  }
  int64_t n;
  if (!index_of(t, times, &n)) {
    if (!exception_is(t, t->vm->classes.index_error)) return false;
    clear_exception(t);
    return overflow_error(t, "cannot fit 'int' into an index-sized integer"), false;
  }
  *out = n < 0 ? 0 : static_cast<size_t>(n);
  if (bytes && *out > kMaxValues / bytes) return raise_memory_error(t), false;
  return true;
}
// to[0, size * n) = n copies of the `size` bytes at `from`.
void fill(uint8_t* to, const uint8_t* from, size_t size, size_t n) {
  for (size_t i = 0; size && i < n; ++i) std::memmove(to + i * size, from, size);
}
Value array_mul(Thread* t, Value self, Value times) {
  Array* a = array_of(t, self);
  size_t n;
  if (!a || !repeat_count(t, times, a->bytes->size, &n)) return Value::failed();
  Array* r = make_like(t, a, a->count() * n);
  if (!r) return Value::failed();
  fill(r->bytes->data, a->bytes->data, a->bytes->size, n);
  return val(r);
}
DEF(array_methods, array_mul, "__mul__(self, value, /)", "Return self*value.")
DEF(array_methods, array_mul, "__rmul__(self, value, /)", "Return value*self.")
Value array_imul(Thread* t, Value self, Value times) {
  Array* a = array_of(t, self);
  size_t n;
  if (!a || !repeat_count(t, times, a->bytes->size, &n)) return Value::failed();
  size_t size = a->bytes->size;
  if (!resize(t, a, size * n)) return Value::failed();
  fill(a->bytes->data, a->bytes->data, size, n);
  return self;
}
DEF(array_methods, array_imul, "__imul__(self, value, /)", "Implement self*=value.")

Value array_compare(Thread* t, CmpOp op, Value self, Value other) {
  if (!is_array(self) || !is_array(other)) return Value::not_implemented();
  Array *a = as<Array>(self), *b = as<Array>(other);
  bool equality = op == CmpOp::kEq || op == CmpOp::kNe;
  if (equality && a->count() != b->count()) return Value::boolean(op == CmpOp::kNe);
  for (size_t i = 0; i < a->count() && i < b->count(); ++i) {
    Value x = get(t, a, i), y = x.is_failed() ? x : get(t, b, i);
    bool equal, r;
    if (y.is_failed() || !compare_bool(t, CmpOp::kEq, x, y, &equal)) return Value::failed();
    if (equal) continue;
    if (equality) return Value::boolean(op == CmpOp::kNe);
    return compare_bool(t, op, x, y, &r) ? Value::boolean(r) : Value::failed();
  }
  Value n = new_uint(t, a->count()), m = new_uint(t, b->count());
  return compare(t, op, n, m);
}
BATON_DEF_COMPARE(array_methods, array_cmp, array_compare)

struct ArrayIter : NativeObject {
  Array* array;  // null: at the end
  size_t next;
};
void trace_iter(Object* o, Marker& m) { m.mark_object(static_cast<ArrayIter*>(o)->array); }
Value iter_next_item(Thread* t, Object* o) {
  auto* it = static_cast<ArrayIter*>(o);
  if (!it->array) return Value::unbound();
  if (it->next < it->array->count()) return get(t, it->array, it->next++);
  it->array = nullptr;
  return Value::unbound();
}
const NativeType kIterType = {"array.arrayiterator", trace_iter, nullptr, iter_next_item};
Value array_iter(Thread* t, Value self) {
  Array* a = array_of(t, self);
  auto* it = a ? make_native<ArrayIter>(t, &kIterType) : nullptr;
  if (!it) return Value::failed();
  it->array = a;
  it->next = 0;
  return val(it);
}
DEF(array_methods, array_iter, "__iter__(self, /)", "Implement iter(self).")

// --- conversions -----------------------------------------------------------------------------------

Value array_tolist(Thread* t, Value self) {
  Array* a = array_of(t, self);
  List* l = a ? new_list(t, a->count()) : nullptr;
  if (!l) return Value::failed();
  for (size_t i = 0; i < a->count(); ++i) {
    Value v = get(t, a, i);
    if (v.is_failed() || !list_append(t, l, v)) return Value::failed();
  }
  return val(l);
}
DEF(array_methods, array_tolist, "tolist(self, /)", "A list of the items.")
Value array_fromlist(Thread* t, Value self, Value list) {
  Array* a = array_of(t, self);
  if (!a) return Value::failed();
  List* l = try_as<List>(list);
  if (!l) return type_error(t, "arg must be list");
  size_t old = a->count(), n = l->size;
  for (size_t i = 0; i < n; ++i) {
    bool shrunk = l->size != n;
    if (!shrunk && append(t, a, l->items[i])) continue;
    if (shrunk) runtime_error(t, "list changed size during iteration");
    Value pending = take_exception(t);  // all or nothing
    if (a->count() > old && !close_gap(t, a, old, a->count() - old)) clear_exception(t);
    t->exception = pending;
    return Value::failed();
  }
  return Value::none();
}
DEF(array_methods, array_fromlist, "fromlist(self, list, /)", "Add the items of a list at the end.")
Value array_tobytes(Thread* t, Value self) {
  Array* a = array_of(t, self);
  Bytes* b = a ? new_bytes(t, view(a)) : nullptr;
  return b ? val(b) : Value::failed();
}
DEF(array_methods, array_tobytes, "tobytes(self, /)", "The memory of the items, as bytes.")
Value from_bytes(Thread* t, Array* a, std::string_view data) {
  if (data.size() % a->kind->size)
    return value_error(t, "bytes length not a multiple of item size");
  return done(append_bytes(t, a, data));
}
Value array_frombytes(Thread* t, Value self, Value buffer) {
  Array* a = array_of(t, self);
  if (!a) return Value::failed();
  if (is_array(buffer)) return from_bytes(t, a, view(as<Array>(buffer)));
  std::string_view data;
  return to_bytes_view(t, buffer, &data) ? from_bytes(t, a, data) : Value::failed();
}
DEF(array_methods, array_frombytes, "frombytes(self, buffer, /)",
    "Add items whose memory is given as bytes.")
Value array_tounicode(Thread* t, Value self) {
  Array* a = array_of(t, self);
  if (!a) return Value::failed();
  if (a->kind->code != 'u')
    return value_error(t, "tounicode() may only be called on unicode type arrays");
  Str* empty = t->vm->empty_str;
  Value list = array_tolist(t, self);
  return list.is_failed() ? list : call_method(t, val(empty), intern(t, "join"), &list, 1);
}
DEF(array_methods, array_tounicode, "tounicode(self, /)", "The text of an array of characters.")
Value array_fromunicode(Thread* t, Value self, Value text) {
  Array* a = array_of(t, self);
  if (!a) return Value::failed();
  if (!is<Str>(text))
    return type_error(t, "fromunicode() argument must be str, not " + type_name(t, text));
  if (a->kind->code != 'u')
    return value_error(t, "fromunicode() may only be called on unicode type arrays");
  return done(append_text(t, a, as<Str>(text)));
}
DEF(array_methods, array_fromunicode, "fromunicode(self, ustr, /)",
    "Add the characters of a text to an array of characters.")
Value array_fromfile(Thread* t, Value self, Value file, Value count) {
  Array* a = array_of(t, self);
  int64_t n;
  if (!a || !index_of(t, count, &n)) return Value::failed();
  if (n < 0) return value_error(t, "negative count");
  if (static_cast<uint64_t>(n) > kMaxValues / a->kind->size) return raise_memory_error(t);
  Value bytes = Value::from_int(n * a->kind->size);
  Value data = call_method(t, file, t->vm->names.n_read, &bytes, 1);
  if (data.is_failed()) return data;
  if (!is<Bytes>(data)) return type_error(t, "read() didn't return bytes");
  Value r = from_bytes(t, a, as<Bytes>(data)->view());
  if (r.is_failed() || static_cast<int64_t>(as<Bytes>(data)->size) == bytes.as_int()) return r;
  return raise(t, t->vm->classes.eof_error, "read() didn't return enough bytes");
}
DEF(array_methods, array_fromfile, "fromfile(self, f, n, /)", "Read n items from a file.")
Value array_tofile(Thread* t, Value self, Value file) {
  Value data = array_tobytes(t, self);
  if (!data.is_failed()) data = call_method(t, file, t->vm->names.n_write, &data, 1);
  return data.is_failed() ? data : Value::none();
}
DEF(array_methods, array_tofile, "tofile(self, f, /)", "Write the items to a file.")
Value array_buffer_info(Thread* t, Value self) {
  Array* a = array_of(t, self);
  if (!a) return Value::failed();
  Value address = new_uint(t, reinterpret_cast<uintptr_t>(a->bytes->data));
  return address.is_failed() ? address : tuple_of(t, {address, new_uint(t, a->count())});
}
DEF(array_methods, array_buffer_info, "buffer_info(self, /)", "Address and number of the items.")

Value array_copy(Thread* t, Value self) {
  Array* a = array_of(t, self);
  Array* copy = a ? make_like(t, a, 0) : nullptr;
  return copy && append_bytes(t, copy, view(a)) ? val(copy) : Value::failed();
}
DEF(array_methods, array_copy, "__copy__(self, /)", "A copy.")
Value array_deepcopy(Thread* t, Value self, Value) { return array_copy(t, self); }
DEF(array_methods, array_deepcopy, "__deepcopy__(self, memo, /)", "A copy.")
Value array_sizeof(Thread* t, Value self) {
  Array* a = array_of(t, self);
  return a ? new_uint(t, sizeof(Array) + a->bytes->capacity) : Value::failed();
}
DEF(array_methods, array_sizeof, "__sizeof__(self, /)", "Size in memory, in bytes.")
Value array_reduce_ex(Thread* t, Value self, int64_t protocol) {
  Array* a = array_of(t, self);
  Value state = a ? get_attr_or_unbound(t, self, t->vm->names.dict) : Value::failed();
  Value code = state.is_failed() ? state : array_typecode(t, self);
  if (code.is_failed()) return code;
  if (state.is_unbound()) state = Value::none();
  Value cls = val(class_of(t->vm, self)), maker = cls, args;
  if (protocol < 3) {
    Value list = array_tolist(t, self);
    args = list.is_failed() ? list : tuple_of(t, {code, list});
  } else {
    Value module = import_module(t, "array");
    maker = module.is_failed() ? module : get_attr(t, module, intern(t, "_array_reconstructor"));
    Value data = array_tobytes(t, self);
    if (maker.is_failed() || data.is_failed()) return Value::failed();
    args = tuple_of(t, {cls, code, Value::from_int(a->kind->machine_format), data});
  }
  return args.is_failed() ? args : tuple_of(t, {maker, args, state});
}
DEF(array_methods, array_reduce_ex, "__reduce_ex__(self, protocol, /)",
    "What makes an equal array again.")

Value array_repr(Thread* t, Value self) {
  Array* a = array_of(t, self);
  if (!a) return Value::failed();
  std::string out(as<Str>(class_of(t->vm, self)->name)->view());
  out += "('" + std::string(1, a->kind->code) + "'";
  if (a->count()) {
    Value items = a->kind->code == 'u' ? array_tounicode(t, self) : array_tolist(t, self);
    out += ", ";
    if (items.is_failed() || !repr_to(t, items, &out)) return Value::failed();
  }
  return str_value(t, out + ")");
}
DEF(array_methods, array_repr, "__repr__(self, /)", "Return repr(self).")

// What a pickle calls: items in the format of whichever machine wrote it.
Value reconstruct(Thread* t, Value cls, Value code, Value format, Value items) {
  Class* c = try_as<Class>(cls);
  if (!c) return type_error(t, "first argument must be a type object, not " + type_name(t, cls));
  Class* exact = native_class(t->vm, &kArrayType);
  if (!is_subclass(c, exact))
    return type_error(t, class_name(c) + " is not a subtype of array.array");
  Str* s = try_as<Str>(code);
  const ItemKind* kind = s && s->size == 1 ? item_kind(s->data[0]) : nullptr;
  if (!kind) return value_error(t, "second argument must be a valid type code");
  int64_t number;
  if (!to_int64(t, format, &number)) return Value::failed();
  if (!is_machine_format(number))
    return value_error(t, "third argument must be a valid machine format code.");
  Bytes* data = try_as<Bytes>(items);
  if (!data) return type_error(t, "fourth argument should be bytes, not " + type_name(t, items));
  if (number != kind->machine_format) {
    if (char same = type_code_of(number)) code = str_value(t, std::string_view(&same, 1));
  }
  Value made = code.is_failed() ? code : call1(t, cls, code);
  if (made.is_failed()) return made;
  Array* a = array_of(t, made);
  if (!a) return Value::failed();
  if (number == a->kind->machine_format) {
    Value r = from_bytes(t, a, data->view());
    return r.is_failed() ? r : made;
  }
  size_t size = machine_format_size(number);
  if (data->size % size) return value_error(t, "string length not a multiple of item size");
  for (size_t i = 0; i < data->size; i += size) {
    Value v = load_machine_item(t, number, data->data + i);
    if (v.is_failed() || !append(t, a, v)) return Value::failed();
  }
  return made;
}
DEF(array_functions, reconstruct,
    "_array_reconstructor(arraytype, typecode, mformat_code, items, /)",
    "Internal. Used for pickling support.")

}  // namespace

void init_array(Thread* t, Module* m) {
  install_functions(t, m, array_functions);
  Class* cls = new_builtin_class(t, kArrayType.name, t->vm->classes.object, Kind::kNativeObject, 0,
                                 &kArrayType);
  if (!cls) return;
  install_methods(t, cls, array_methods);
  set_unhashable(t, cls);
  dict_set_cstr(t, m->dict, "array", val(cls));
  dict_set_cstr(t, m->dict, "ArrayType", val(cls));
  dict_set_cstr(t, m->dict, "typecodes", str_value(t, "bBuhHiIlLqQfd"));
  new_iterator_class(t, &kIterType);
  // A MutableSequence, if anybody knows those.
  Value abc = import_module(t, "_collections_abc");
  Value base = abc.is_failed() ? abc : get_attr(t, abc, intern(t, "MutableSequence"));
  Value arg = val(cls);
  if (!base.is_failed()) call_method(t, base, intern(t, "register"), &arg, 1);
}

}  // namespace baton
