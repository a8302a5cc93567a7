// memoryview: a window onto the memory of a bytes-like object, without a copy.
//
// A view of another view is a view of the same base. Shape and strides are in bytes from `offset`;
// every access asks the base for its memory anew and checks that the view lies inside. The base counts
// its views, by release() or by the collector (which walks vm->memory_views after marking, before
// anything is swept). Lock held; item assignment runs script (__index__) before it writes.
#include "vm/objects/memoryview.h"

#include <algorithm>
#include <cstring>

#include "vm/base/hash.h"
#include "vm/interp/interp.h"
#include "vm/objects/attribute.h"
#include "vm/objects/item_codec.h"
#include "vm/objects/text.h"

namespace baton {

struct MemoryView : NativeObject {
  Value base;      // none once released
  int64_t offset;  // of the first item
  int64_t nbytes;  // items * itemsize
  uint32_t itemsize;
  uint32_t ndim;
  bool readonly, hashed;
  char format[3];  // one letter, perhaps after '@'
  int64_t hash;
  int64_t dims[];  // shape, then strides
  int64_t* shape() { return dims; }
  int64_t* strides() { return dims + ndim; }
  char code() const { return format[0] == '@' ? format[1] : format[0]; }
};

namespace {

constexpr uint32_t kMostDimensions = 64;

void trace_view(Object* o, Marker& m) { m.mark(static_cast<MemoryView*>(o)->base); }
bool contiguous(MemoryView* v) {
  int64_t step = v->itemsize;
  for (uint32_t i = v->ndim; i-- > 0;) {
    if (v->shape()[i] == 0) return true;
    if (v->shape()[i] > 1 && v->strides()[i] != step) return false;
    step *= v->shape()[i];
  }
  return true;
}

// The first item; null if the base no longer has what the view is of.
uint8_t* start_of(MemoryView* v) {
  Buffer b;
  if (!buffer_of(v->base, &b)) return nullptr;
  int64_t low = v->offset, high = v->offset + v->itemsize;
  for (uint32_t i = 0; i < v->ndim; ++i) {
    int64_t n = v->shape()[i];
    if (n == 0) return b.data ? b.data : reinterpret_cast<uint8_t*>(v);
    int64_t span = (n - 1) * v->strides()[i];
    (span < 0 ? low : high) += span;
  }
  if (low < 0 || high > static_cast<int64_t>(b.size)) return nullptr;
  return b.data + v->offset;
}

bool view_buffer(Object* o, Buffer* out) {
  auto* v = static_cast<MemoryView*>(o);
  if (v->base.is_none() || !contiguous(v)) return false;
  uint8_t* p = start_of(v);
  if (!p) return false;
  *out = {p, static_cast<size_t>(v->nbytes), v->code(), v->itemsize, v->readonly};
  return true;
}

const NativeType kViewType = {"memoryview", trace_view, nullptr, nullptr, view_buffer, nullptr};
NativeGroup view_methods{"memoryview"};

bool is_view(Value v) { return is<NativeObject>(v) && as<NativeObject>(v)->type == &kViewType; }

uint32_t* views_of(Value base) {
  if (is<ByteArray>(base)) return &as<ByteArray>(base)->views;
  if (is<NativeObject>(base) && as<NativeObject>(base)->type->views)
    return as<NativeObject>(base)->type->views(base.ptr());
  return nullptr;
}

MemoryView* allocate_view(Thread* t, Value base, uint32_t ndim) {
  Vm* vm = t->vm;
  Class* cls = native_class(vm, &kViewType);
  vm->memory_views.reserve(vm->memory_views.size() + 1);
  auto* v = static_cast<MemoryView*>(vm->heap.allocate(
      t, sizeof(MemoryView) + 2 * ndim * sizeof(int64_t), Kind::kNativeObject, cls->root->id));
  if (!v) return nullptr;
  v->type = &kViewType;
  v->base = base;
  v->ndim = ndim;
  v->hashed = false;
  v->hash = 0;
  if (uint32_t* views = views_of(base)) {
    ++*views;
    vm->memory_views.push_back(v);
  }
  return v;
}

MemoryView* copy_view(Thread* t, MemoryView* from, uint32_t ndim) {
  MemoryView* v = allocate_view(t, from->base, ndim);
  if (!v) return nullptr;
  v->offset = from->offset;
  v->nbytes = from->nbytes;
  v->itemsize = from->itemsize;
  v->readonly = from->readonly;
  std::copy(from->format, from->format + 3, v->format);
  if (ndim == from->ndim) std::copy(from->dims, from->dims + 2 * ndim, v->dims);
  return v;
}

void release_view(MemoryView* v) {
  if (v->base.is_none()) return;
  if (uint32_t* views = views_of(v->base)) {
    if (*views > 0) --*views;
  }
  v->base = Value::none();
}

MemoryView* self_of(Thread* t, Value self) {
  auto* v = native_self<MemoryView>(t, self, &kViewType);
  if (!v) return nullptr;
  if (!v->base.is_none() && (start_of(v) || v->nbytes == 0)) return v;
  value_error(t, "operation forbidden on released memoryview object");
  return nullptr;
}

// --- items ---

Value load_item(Thread* t, MemoryView* v, const uint8_t* p) {
  char f = v->code();
  switch (f) {
    case 'c': {
      Bytes* b = new_bytes(t, {reinterpret_cast<const char*>(p), 1});
      return b ? val(b) : Value::failed();
    }
    case '?': return Value::boolean(*p != 0);
    case 'f':
    case 'd': return load_float(t, p, v->itemsize, false);
    default: return load_int(t, p, v->itemsize, false, item_is_signed(f));
  }
}

Value wrong_type(Thread* t, MemoryView* v) {
  return type_error(t, std::string("memoryview: invalid type for format '") + v->format + "'");
}
Value wrong_value(Thread* t, MemoryView* v) {
  return value_error(t, std::string("memoryview: invalid value for format '") + v->format + "'");
}

// Makes the bytes of one item out of a value; may run script.
bool encode_item(Thread* t, MemoryView* v, Value item, uint8_t* out) {
  char f = v->code();
  Store r;
  if (f == 'c') {
    if (!is<Bytes>(item)) return wrong_type(t, v), false;
    if (as<Bytes>(item)->size != 1) return wrong_value(t, v), false;
    out[0] = as<Bytes>(item)->data[0];
    return true;
  }
  if (f == '?') {
    bool b;
    if (!truth(t, item, &b)) return false;
    out[0] = b;
    return true;
  }
  if (f == 'f' || f == 'd') {
    double d;
    if (!to_double(t, item, &d)) {
      if (!exception_is(t, t->vm->classes.type_error)) return false;
      clear_exception(t);
      return wrong_type(t, v), false;
    }
    r = store_float(out, d, v->itemsize, false);
  } else {
    Value n = to_index(t, item);
    if (n.is_failed()) {
      if (!exception_is(t, t->vm->classes.type_error)) return false;
      clear_exception(t);
      return wrong_type(t, v), false;
    }
    r = store_int(out, n, v->itemsize, false, item_is_signed(f));
  }
  if (r == Store::kRange) return wrong_value(t, v), false;
  return r == Store::kDone;
}

void gather(MemoryView* v, const uint8_t* p, uint32_t dim, std::string* out) {
  if (dim == v->ndim) {
    out->append(reinterpret_cast<const char*>(p), v->itemsize);
    return;
  }
  for (int64_t i = 0; i < v->shape()[dim]; ++i) gather(v, p + i * v->strides()[dim], dim + 1, out);
}

std::string bytes_of(MemoryView* v) {
  std::string out;
  if (v->nbytes == 0) return out;
  const uint8_t* p = start_of(v);
  if (!p) return out;
  out.reserve(static_cast<size_t>(v->nbytes));
  if (contiguous(v)) {
    out.assign(reinterpret_cast<const char*>(p), static_cast<size_t>(v->nbytes));
  } else {
    gather(v, p, 0, &out);
  }
  return out;
}

Value list_of(Thread* t, MemoryView* v, int64_t at, uint32_t dim) {
  if (dim == v->ndim) {
    uint8_t* p = start_of(v);
    return p ? load_item(t, v, p + at)
             : value_error(t, "operation forbidden on released memoryview object");
  }
  List* l = new_list(t, static_cast<size_t>(v->shape()[dim]));
  if (!l) return Value::failed();
  for (int64_t i = 0; i < v->shape()[dim]; ++i) {
    Value item = list_of(t, v, at + i * v->strides()[dim], dim + 1);
    if (item.is_failed() || !list_append(t, l, item)) return Value::failed();
    if ((i & 4095) == 4095 && !poll(t)) return Value::failed();
  }
  return val(l);
}

// --- making ---

Value view_new(Thread* t, Class*, Value object) {
  if (!is_buffer(object))
    return type_error(
        t, "memoryview: a bytes-like object is required, not '" + type_name(t, object) + "'");
  if (is_view(object)) {
    MemoryView* from = self_of(t, object);
    if (!from) return Value::failed();
    MemoryView* v = copy_view(t, from, from->ndim);
    return v ? val(v) : Value::failed();
  }
  return new_memoryview(t, object);
}
DEF_NEW(view_methods, view_new, "memoryview(cls, object)",
        "A view of the memory of an object that has some.")

Value view_release(Thread* t, Value self) {
  auto* v = native_self<MemoryView>(t, self, &kViewType);
  if (!v) return Value::failed();
  release_view(v);
  return Value::none();
}
DEF(view_methods, view_release, "release(self, /)", "Give the memory up.")
Value view_enter(Thread* t, Value self) { return self_of(t, self) ? self : Value::failed(); }
DEF(view_methods, view_enter, "__enter__(self, /)", "")
Value view_exit(Thread* t, Value self, Args) { return view_release(t, self); }
DEF(view_methods, view_exit, "__exit__(self, /, *args)", "")

// --- attributes ---

#define VIEW_ATTR(name, expr)               \
  Value get_##name(Thread* t, Value self) { \
    MemoryView* v = self_of(t, self);       \
    if (!v) return Value::failed();         \
    return expr;                            \
  }                                         \
  DEF_GET(view_methods, get_##name, #name "(self)", "")

Value dims_tuple(Thread* t, const int64_t* at, uint32_t n) {
  RootVec items(t);
  for (uint32_t i = 0; i < n; ++i) items.v.push_back(new_int(t, at[i]));
  Tuple* r = new_tuple_from(t, items.v.data(), n);
  return r ? val(r) : Value::failed();
}
// Column-major order is row-major order with the dimensions reversed.
bool fortran(MemoryView* v) {
  int64_t step = v->itemsize;
  for (uint32_t i = 0; i < v->ndim; ++i) {
    if (v->shape()[i] == 0) return true;
    if (v->shape()[i] > 1 && v->strides()[i] != step) return false;
    step *= v->shape()[i];
  }
  return true;
}
VIEW_ATTR(format, str_value(t, v->format))
VIEW_ATTR(itemsize, Value::from_int(v->itemsize))
VIEW_ATTR(nbytes, new_int(t, v->nbytes))
VIEW_ATTR(shape, dims_tuple(t, v->shape(), v->ndim))
VIEW_ATTR(strides, dims_tuple(t, v->strides(), v->ndim))
VIEW_ATTR(suboffsets, (static_cast<void>(v), val(t->vm->empty_tuple)))
VIEW_ATTR(ndim, Value::from_int(v->ndim))
VIEW_ATTR(readonly, Value::boolean(v->readonly))
VIEW_ATTR(obj, v->base)
VIEW_ATTR(contiguous, Value::boolean(contiguous(v) || fortran(v)))
VIEW_ATTR(c_contiguous, Value::boolean(contiguous(v)))
VIEW_ATTR(f_contiguous, Value::boolean(fortran(v)))
#undef VIEW_ATTR

Value view_repr(Thread* t, Value self) {
  auto* v = native_self<MemoryView>(t, self, &kViewType);
  if (!v) return Value::failed();
  return str_value(
      t, format_message(v->base.is_none() ? "<released memory at 0x%lx>" : "<memory at 0x%lx>",
                        reinterpret_cast<unsigned long>(v)));
}
DEF(view_methods, view_repr, "__repr__(self, /)", "Return repr(self).")
Value view_len(Thread* t, Value self) {
  MemoryView* v = self_of(t, self);
  return v ? new_int(t, v->ndim == 0 ? 1 : v->shape()[0]) : Value::failed();
}
DEF(view_methods, view_len, "__len__(self, /)", "Return len(self).")

Value view_hash(Thread* t, Value self) {
  auto* v = native_self<MemoryView>(t, self, &kViewType);
  if (!v) return Value::failed();
  if (!v->hashed) {
    if (!self_of(t, self)) return Value::failed();
    if (!v->readonly) return value_error(t, "cannot hash writable memoryview object");
    if (v->code() != 'B' && v->code() != 'b' && v->code() != 'c')
      return value_error(t, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
    int64_t h;
    if (!hash_value(t, v->base, &h)) return Value::failed();  // as a key: the base must be hashable
    Bytes* b = new_bytes(t, bytes_of(v));
    if (!b || !hash_value(t, val(b), &h)) return Value::failed();
    v->hash = h;
    v->hashed = true;
  }
  return new_int(t, v->hash);
}
DEF(view_methods, view_hash, "__hash__(self, /)", "Return hash(self).")

// --- contents ---

Value view_tobytes(Thread* t, Value self, Value order) {
  MemoryView* v = self_of(t, self);
  if (!v) return Value::failed();
  if (!order.is_none()) {
    if (!is<Str>(order))
      return type_error(
          t, "tobytes() argument 'order' must be str or None, not " + type_name(t, order));
    std::string_view s = as<Str>(order)->view();
    if (s != "C" && s != "F" && s != "A") return value_error(t, "order must be 'C', 'F' or 'A'");
    if (s == "F" && v->ndim > 1) {
      MemoryView* turned = copy_view(t, v, v->ndim);
      if (!turned) return Value::failed();
      std::reverse(turned->shape(), turned->shape() + turned->ndim);
      std::reverse(turned->strides(), turned->strides() + turned->ndim);
      Bytes* b = new_bytes(t, bytes_of(turned));
      release_view(turned);
      return b ? val(b) : Value::failed();
    }
  }
  Bytes* b = new_bytes(t, bytes_of(v));
  return b ? val(b) : Value::failed();
}
DEF(view_methods, view_tobytes, "tobytes(self, order='C')", "The bytes, copied.")
Value view_tolist(Thread* t, Value self) {
  MemoryView* v = self_of(t, self);
  return v ? list_of(t, v, 0, 0) : Value::failed();
}
DEF(view_methods, view_tolist, "tolist(self, /)",
    "The items as a list, of lists if there are more dimensions.")
Value view_toreadonly(Thread* t, Value self) {
  MemoryView* v = self_of(t, self);
  MemoryView* r = v ? copy_view(t, v, v->ndim) : nullptr;
  if (!r) return Value::failed();
  r->readonly = true;
  return val(r);
}
DEF(view_methods, view_toreadonly, "toreadonly(self, /)",
    "A view of the same that can't be written through.")
Value view_hex(Thread* t, Value self, Kw kw, Args args) {
  MemoryView* v = self_of(t, self);
  Bytes* b = v ? new_bytes(t, bytes_of(v)) : nullptr;
  Str* name = b ? intern(t, "hex") : nullptr;
  if (!name) return Value::failed();
  Value f = get_attr(t, val(b), name);
  return f.is_failed() ? f : call_with_dict(t, f, Value::unbound(), args.v, args.n, kw.dict);
}
DEF(view_methods, view_hex, "hex(self, /, *args, **kwargs)", "The bytes as hexadecimal digits.")

// --- indices and slices ---

Value bad_key(Thread* t) { return type_error(t, "memoryview: invalid slice key"); }

// Position of the item for one index in a dimension, added to *at.
bool step_to(Thread* t, MemoryView* v, uint32_t dim, Value key, int64_t* at) {
  int64_t i;
  if (!index_of(t, key, &i)) return false;
  int64_t n = v->shape()[dim];
  if (i < 0) i += n;
  if (i < 0 || i >= n) {
    index_error(t, format_message("index out of bounds on dimension %u", dim + 1));
    return false;
  }
  *at += i * v->strides()[dim];
  return true;
}

// Where the key points to; false: an exception, or (*slice) a slice of a 1-dimensional view.
bool find_item(Thread* t, MemoryView* v, Value key, int64_t* at) {
  *at = 0;
  if (Tuple* tuple = try_as<Tuple>(key)) {
    bool slices = tuple->size != 0;
    for (size_t i = 0; i < tuple->size; ++i) slices &= is<Slice>(tuple->items[i]);
    for (size_t i = 0; i < tuple->size; ++i) {
      if (!has_index(t, tuple->items[i]) && !slices) return bad_key(t), false;
    }
    if (slices) {
      raise(t, t->vm->classes.not_implemented_error,
            "multi-dimensional slicing is not implemented");
      return false;
    }
    if (tuple->size < v->ndim) {
      raise(t, t->vm->classes.not_implemented_error, "sub-views are not implemented");
      return false;
    }
    if (tuple->size > v->ndim) {
      raisef(t, t->vm->classes.type_error, "cannot index %u-dimension view with %zu-element tuple",
             v->ndim, tuple->size);
      return false;
    }
    for (uint32_t i = 0; i < v->ndim; ++i) {
      if (!step_to(t, v, i, tuple->items[i], at)) return false;
    }
    return true;
  }
  if (v->ndim == 0) return type_error(t, "invalid indexing of 0-dim memory"), false;
  if (!has_index(t, key)) return bad_key(t), false;
  if (v->ndim > 1) {
    raise(t, t->vm->classes.not_implemented_error,
          "multi-dimensional sub-views are not implemented");
    return false;
  }
  return step_to(t, v, 0, key, at);
}

MemoryView* slice_view(Thread* t, MemoryView* v, Slice* s) {
  int64_t start, stop, step;
  if (!slice_unpack(t, s, &start, &stop, &step)) return nullptr;
  int64_t count = slice_adjust(v->shape()[0], &start, &stop, step);
  MemoryView* r = copy_view(t, v, v->ndim);
  if (!r) return nullptr;
  r->offset += (count == 0 ? 0 : start) * v->strides()[0];
  r->nbytes = v->shape()[0] == 0 ? 0 : v->nbytes / v->shape()[0] * count;
  r->shape()[0] = count;
  r->strides()[0] = v->strides()[0] * step;
  return r;
}

Value view_getitem(Thread* t, Value self, Value key) {
  MemoryView* v = self_of(t, self);
  if (!v) return Value::failed();
  if (is<Slice>(key)) {
    if (v->ndim == 0) return type_error(t, "invalid indexing of 0-dim memory");
    MemoryView* r = slice_view(t, v, as<Slice>(key));
    return r ? val(r) : Value::failed();
  }
  if (key == Value::ellipsis() && v->ndim == 0) return self;
  int64_t at;
  if (!find_item(t, v, key, &at)) return Value::failed();
  v = self_of(t, self);  // the index may have run script
  return v ? load_item(t, v, start_of(v) + at) : Value::failed();
}
DEF(view_methods, view_getitem, "__getitem__(self, key, /)", "Return self[key].")

Value assign_slice(Thread* t, Value self, MemoryView* v, Slice* s, Value value) {
  if (v->ndim != 1)
    return raise(t, t->vm->classes.not_implemented_error,
                 "memoryview slice assignments are currently restricted to ndim = 1");
  if (!is_buffer(value))
    return type_error(t, "a bytes-like object is required, not '" + type_name(t, value) + "'");
  Value from = is_view(value) ? value : new_memoryview(t, value);
  MemoryView* source = from.is_failed() ? nullptr : self_of(t, from);
  MemoryView* part = source ? slice_view(t, v, s) : nullptr;
  if (!part) return Value::failed();
  bool same =
      source->ndim == 1 && source->code() == part->code() && source->shape()[0] == part->shape()[0];
  std::string data;
  if (same) data = bytes_of(source);
  if (from != value) release_view(source);
  if (same && !data.empty() && self_of(t, self)) {
    uint8_t* p = start_of(part);
    for (size_t i = 0; p && i < data.size(); i += part->itemsize, p += part->strides()[0]) {
      std::memcpy(p, data.data() + i, part->itemsize);
    }
  }
  release_view(part);
  if (same) return t->exception.is_unbound() ? Value::none() : Value::failed();
  return value_error(t, "memoryview assignment: lvalue and rvalue have different structures");
}

Value view_setitem(Thread* t, Value self, Value key, Value value) {
  MemoryView* v = self_of(t, self);
  if (!v) return Value::failed();
  if (v->readonly) return type_error(t, "cannot modify read-only memory");
  if (is<Slice>(key)) return assign_slice(t, self, v, as<Slice>(key), value);
  int64_t at;
  uint8_t item[8];
  if (!find_item(t, v, key, &at) || !encode_item(t, v, value, item)) return Value::failed();
  v = self_of(t, self);
  if (!v) return Value::failed();
  std::memcpy(start_of(v) + at, item, v->itemsize);
  return Value::none();
}
DEF(view_methods, view_setitem, "__setitem__(self, key, value, /)", "Set self[key] to value.")
Value view_delitem(Thread* t, Value self, Value) {
  MemoryView* v = self_of(t, self);
  if (!v) return Value::failed();
  return type_error(t, v->readonly ? "cannot modify read-only memory" : "cannot delete memory");
}
DEF(view_methods, view_delitem, "__delitem__(self, key, /)", "Delete self[key].")

// --- cast ---

bool shape_given(Thread* t, Value shape, std::vector<int64_t>* out) {
  if (!is<List>(shape) && !is<Tuple>(shape))
    return type_error(t, "shape must be a list or a tuple"), false;
  size_t n = is<List>(shape) ? as<List>(shape)->size : as<Tuple>(shape)->size;
  if (n > kMostDimensions)
    return value_error(t, "memoryview: number of dimensions must not exceed 64"), false;
  const Value* items = is<List>(shape) ? as<List>(shape)->items : as<Tuple>(shape)->items;
  for (size_t i = 0; i < n; ++i) {
    int64_t k;
    if (!is_intlike(items[i]))
      return type_error(t, "memoryview.cast(): elements of shape must be integers"), false;
    if (!int_fits_int64(items[i], &k) || k <= 0)
      return value_error(t, "memoryview.cast(): elements of shape must be integers > 0"), false;
    out->push_back(k);
  }
  return true;
}

Value view_cast(Thread* t, Value self, Value format, Value shape) {
  MemoryView* v = self_of(t, self);
  if (!v) return Value::failed();
  if (!is<Str>(format))
    return type_error(t, "cast() argument 'format' must be str, not " + type_name(t, format));
  if (!contiguous(v))
    return type_error(t, "memoryview: casts are restricted to C-contiguous views");
  std::vector<int64_t> dims;
  if (!shape.is_unbound() && !shape_given(t, shape, &dims)) return Value::failed();
  if ((!shape.is_unbound() || v->ndim != 1) && v->ndim != 1 && !shape.is_unbound() &&
      dims.size() != 1)
    return type_error(t, "memoryview: cast must be 1D -> ND or ND -> 1D");
  std::string_view f = as<Str>(format)->view();
  char code = f.size() == 1 ? f[0] : f.size() == 2 && f[0] == '@' ? f[1] : 0;
  size_t itemsize = code == 'e' ? 0 : native_item_size(code);
  if (itemsize == 0)
    return value_error(t,
                       "memoryview: destination format must be a native single character format "
                       "prefixed with an optional '@'");
  auto is_byte = [](char c) { return c == 'b' || c == 'B' || c == 'c'; };
  if (!is_byte(v->code()) && !is_byte(code))
    return type_error(t, "memoryview: cannot cast between two non-byte formats");
  if (v->nbytes % static_cast<int64_t>(itemsize) != 0)
    return type_error(t, "memoryview: length is not a multiple of itemsize");
  if (shape.is_unbound()) dims.push_back(v->nbytes / static_cast<int64_t>(itemsize));
  int64_t total = static_cast<int64_t>(itemsize);
  for (int64_t n : dims) {
    if (__builtin_mul_overflow(total, n, &total))
      return value_error(t, "memoryview.cast(): product(shape) > SSIZE_MAX");
  }
  if (total != v->nbytes)
    return type_error(t, "memoryview: product(shape) * itemsize != buffer size");
  MemoryView* r = copy_view(t, v, static_cast<uint32_t>(dims.size()));
  if (!r) return Value::failed();
  r->itemsize = static_cast<uint32_t>(itemsize);
  std::memset(r->format, 0, 3);
  std::memcpy(r->format, f.data(), f.size());
  int64_t step = static_cast<int64_t>(itemsize);
  for (uint32_t i = r->ndim; i-- > 0;) {
    r->shape()[i] = dims[i];
    r->strides()[i] = step;
    step *= dims[i];
  }
  return val(r);
}
DEF(view_methods, view_cast, "cast(self, format, shape=<absent>)",
    "The same memory as items of another format, or in another shape.")

// --- comparison ---

bool same_items(Thread* t, MemoryView* a, int64_t pa, MemoryView* b, int64_t pb, uint32_t dim,
                bool* equal) {
  if (dim == a->ndim) {
    uint8_t *x = start_of(a), *y = start_of(b);
    if (!x || !y) return *equal = false, true;
    Value u = load_item(t, a, x + pa), w = u.is_failed() ? u : load_item(t, b, y + pb);
    return !w.is_failed() && compare_bool(t, CmpOp::kEq, u, w, equal);
  }
  for (int64_t i = 0; i < a->shape()[dim]; ++i) {
    if (!same_items(t, a, pa + i * a->strides()[dim], b, pb + i * b->strides()[dim], dim + 1,
                    equal))
      return false;
    if (!*equal) return true;
    if ((i & 4095) == 4095 && !poll(t)) return false;
  }
  return true;
}

Value compare_views(Thread* t, Value self, Value other, bool want) {
  auto* a = native_self<MemoryView>(t, self, &kViewType);
  if (!a) return Value::failed();
  if (a->base.is_none()) return Value::boolean((self == other) == want);
  if (!is_buffer(other)) return Value::not_implemented();
  Value w = is_view(other) ? other : new_memoryview(t, other);
  if (w.is_failed()) return w;
  auto* b = static_cast<MemoryView*>(w.ptr());
  bool equal = !b->base.is_none() && a->ndim == b->ndim &&
               std::equal(a->shape(), a->shape() + a->ndim, b->shape());
  bool ok = true;
  if (equal) {
    char f = a->code();
    if (f == b->code() && f != 'f' && f != 'd' && f != '?') {
      equal = bytes_of(a) == bytes_of(b);
    } else {
      ok = same_items(t, a, 0, b, 0, 0, &equal);
    }
  }
  if (w != other) release_view(b);
  return ok ? Value::boolean(equal == want) : Value::failed();
}
Value view_eq(Thread* t, Value self, Value other) { return compare_views(t, self, other, true); }
DEF(view_methods, view_eq, "__eq__(self, value, /)", "Return self==value.")
Value view_ne(Thread* t, Value self, Value other) { return compare_views(t, self, other, false); }
DEF(view_methods, view_ne, "__ne__(self, value, /)", "Return self!=value.")

// --- iteration ---

struct ViewIterator : NativeObject {
  Value view;
  int64_t next;
};
void trace_iterator(Object* o, Marker& m) { m.mark(static_cast<ViewIterator*>(o)->view); }
Value next_item(Thread* t, Object* o) {
  auto* it = static_cast<ViewIterator*>(o);
  if (it->view.is_none()) return Value::unbound();
  MemoryView* v = self_of(t, it->view);
  if (!v) return Value::failed();
  if (it->next >= v->shape()[0]) {
    it->view = Value::none();
    return Value::unbound();
  }
  return load_item(t, v, start_of(v) + it->next++ * v->strides()[0]);
}
const NativeType kIteratorType = {"memory_iterator", trace_iterator, nullptr, next_item};

Value view_iter(Thread* t, Value self) {
  MemoryView* v = self_of(t, self);
  if (!v) return Value::failed();
  if (v->ndim == 0) return type_error(t, "invalid indexing of 0-dim memory");
  if (v->ndim > 1)
    return raise(t, t->vm->classes.not_implemented_error,
                 "multi-dimensional sub-views are not implemented");
  auto* it = static_cast<ViewIterator*>(t->vm->heap.allocate(
      t, sizeof(ViewIterator), Kind::kNativeObject, native_class(t->vm, &kIteratorType)->root->id));
  if (!it) return Value::failed();
  it->type = &kIteratorType;
  it->view = self;
  it->next = 0;
  return val(it);
}
DEF(view_methods, view_iter, "__iter__(self, /)", "Implement iter(self).")

}  // namespace

Value new_memoryview(Thread* t, Value base) {
  Buffer b;
  if (!buffer_of(base, &b))
    return value_error(t, "operation forbidden on released memoryview object");
  MemoryView* v = allocate_view(t, base, 1);
  if (!v) return Value::failed();
  v->offset = 0;
  v->nbytes = static_cast<int64_t>(b.size);
  v->itemsize = b.itemsize;
  v->readonly = b.readonly;
  v->format[0] = b.format;
  v->format[1] = v->format[2] = 0;
  v->shape()[0] = v->nbytes / b.itemsize;
  v->strides()[0] = b.itemsize;
  return val(v);
}

bool buffer_of(Value v, Buffer* out) {
  if (Bytes* b = try_as<Bytes>(v)) {
    *out = {b->data, b->size, 'B', 1, true};
    return true;
  }
  if (ByteArray* b = try_as<ByteArray>(v)) {
    *out = {b->data, b->size, 'B', 1, false};
    return true;
  }
  NativeObject* o = try_as<NativeObject>(v);
  return o && o->type->buffer && o->type->buffer(o, out);
}

Value buffer_base(Value v) { return is_view(v) ? static_cast<MemoryView*>(v.ptr())->base : v; }

bool is_readonly_buffer(Value v) {
  Buffer b;
  return is_view(v) ? static_cast<MemoryView*>(v.ptr())->readonly : buffer_of(v, &b) && b.readonly;
}

std::string_view native_buffer_view(Value v) {
  Buffer b;
  if (!buffer_of(v, &b) || !b.data) return {"", 0};
  return {reinterpret_cast<const char*>(b.data), b.size};
}

bool memoryview_bytes(Value v, std::string* out) {
  if (!is_view(v)) return false;
  *out = bytes_of(static_cast<MemoryView*>(v.ptr()));
  return true;
}

bool check_buffer(Thread* t, Value v) {
  if (!is_view(v)) return true;
  auto* view = self_of(t, v);
  if (!view) return false;
  if (contiguous(view)) return true;
  raise(t, t->vm->classes.buffer_error, "memoryview: underlying buffer is not C-contiguous");
  return false;
}

bool check_views(Thread* t, Value base, const uint32_t* views) {
  if (BATON_LIKELY(*views == 0)) return true;
  // Views that nothing refers to any more don't count: see which those are.
  t->vm->heap.collect(t, forget_stale_registers(t, base));
  if (*views == 0) return true;
  raise(t, t->vm->classes.buffer_error, "Existing exports of data: object cannot be re-sized");
  return false;
}

void register_memoryview(Vm* vm, Thread* t) {
  Class* cls = new_builtin_class(t, "memoryview", vm->classes.object, Kind::kNativeObject,
                                 kClassNoSubclass | kClassWeakRefs, &kViewType);
  if (!cls) return;
  install_methods(t, cls, view_methods);
  new_iterator_class(t, &kIteratorType);
  dict_set_cstr(t, vm->builtins, "memoryview", val(cls));
  vm->heap.add_weak_source([vm] {
    size_t kept = 0;
    for (MemoryView* v : vm->memory_views) {
      bool alive = vm->heap.is_marked(v);
      if (alive && !v->base.is_none()) {
        vm->memory_views[kept++] = v;
      } else if (!alive && !v->base.is_none() && vm->heap.is_marked(v->base.ptr())) {
        if (uint32_t* views = views_of(v->base); *views > 0) --*views;
      }
    }
    vm->memory_views.resize(kept);
  });
}

}  // namespace baton
