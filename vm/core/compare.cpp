// Comparison, hashing and truth of any value. Identity decides first where Python says so
// (containers, `in`), never for == itself. Lock held.
#include "vm/base/hash.h"
#include "vm/core/ops.h"
#include "vm/objects/containers.h"
#include "vm/objects/number.h"
#include "vm/objects/objects.h"

namespace baton {
namespace {

struct CmpNames {
  const char* sign;
  Str* Names::*forward;
  Str* Names::*reflected;
};
const CmpNames kCmps[] = {
    {"<", &Names::lt, &Names::gt},  {"<=", &Names::le, &Names::ge}, {">", &Names::gt, &Names::lt},
    {">=", &Names::ge, &Names::le}, {"==", &Names::eq, &Names::eq}, {"!=", &Names::ne, &Names::ne},
};

Value ordered(CmpOp op, int c) {
  switch (op) {
    case CmpOp::kLt: return Value::boolean(c < 0);
    case CmpOp::kLe: return Value::boolean(c <= 0);
    case CmpOp::kGt: return Value::boolean(c > 0);
    case CmpOp::kGe: return Value::boolean(c >= 0);
    case CmpOp::kEq: return Value::boolean(c == 0);
    default: return Value::boolean(c != 0);
  }
}

// Generalized UTF-8 orders as its code points do.
Value bytewise(CmpOp op, std::string_view a, std::string_view b) {
  return ordered(op, a.compare(b));
}

Value builtin_compare(Thread* t, CmpOp op, Value a, Value b) {
  Value r = number_compare(t, op, a, b);
  if (!r.is_not_implemented() || !a.is_ptr() || !b.is_ptr()) return r;
  Kind ka = a.ptr()->kind, kb = b.ptr()->kind;
  switch (ka) {
    case Kind::kStr:
      if (kb != Kind::kStr) break;
      if (op == CmpOp::kEq) return Value::boolean(str_equal(as<Str>(a), as<Str>(b)));
      if (op == CmpOp::kNe) return Value::boolean(!str_equal(as<Str>(a), as<Str>(b)));
      return bytewise(op, as<Str>(a)->view(), as<Str>(b)->view());
    case Kind::kBytes:
    case Kind::kByteArray: {
      if (kb != Kind::kBytes && kb != Kind::kByteArray) break;
      auto view = [](Value v) {
        return is<Bytes>(v)
                   ? as<Bytes>(v)->view()
                   : std::string_view(reinterpret_cast<const char*>(as<ByteArray>(v)->data),
                                      as<ByteArray>(v)->size);
      };
      return bytewise(op, view(a), view(b));
    }
    case Kind::kList:
    case Kind::kTuple:
      if (ka == kb) return sequence_compare(t, op, a, b);
      break;
    case Kind::kDict:
      if (exact_dict(t, a) && exact_dict(t, b)) return dict_compare(t, op, a, b);
      break;
    case Kind::kSet: return set_compare(t, op, a, b);
    case Kind::kRange:
      if (kb == Kind::kRange) return range_compare(t, op, a, b);
      break;
    case Kind::kNativeObject: return set_compare(t, op, a, b);
    default: break;
  }
  return Value::not_implemented();
}

bool plain_kind(Vm* vm, Value v) {
  return !v.is_ptr() || (class_of(vm, v)->class_flags & kClassBuiltin);
}

// Built-in kinds whose comparison is wholly in builtin_compare.
bool compared_here(Thread* t, Value v) {
  if (!v.is_ptr()) return true;
  switch (v.ptr()->kind) {
    case Kind::kFloat:
    case Kind::kBigInt:
    case Kind::kComplex:
    case Kind::kStr:
    case Kind::kBytes:
    case Kind::kByteArray:
    case Kind::kTuple:
    case Kind::kList:
    case Kind::kSet:
    case Kind::kRange: return true;
    case Kind::kDict: return exact_dict(t, v);  // OrderedDict has its own equality
    default: return false;
  }
}

}  // namespace

const char* cmp_sign(CmpOp op) { return kCmps[static_cast<int>(op)].sign; }

Value compare(Thread* t, CmpOp op, Value a, Value b) {
  Vm* vm = t->vm;
  if (plain_kind(vm, a) && plain_kind(vm, b)) {
    Value r = builtin_compare(t, op, a, b);
    if (!r.is_not_implemented()) return r;
    if (compared_here(t, a) && compared_here(t, b)) goto last;
  }
  {
    const CmpNames& names = kCmps[static_cast<int>(op)];
    Class *ca = class_of(vm, a), *cb = class_of(vm, b);
    bool right_first = ca != cb && is_subclass(cb, ca);
    for (int turn = 0; turn < 2; ++turn) {
      bool right = right_first == (turn == 0);
      Value r = right ? call_special(t, b, vm->names.*names.reflected, &a, 1)
                      : call_special(t, a, vm->names.*names.forward, &b, 1);
      if (!r.is_unbound() && !r.is_not_implemented()) return r;
    }
  }
last:
  if (op == CmpOp::kEq) return Value::boolean(a == b);
  if (op == CmpOp::kNe) return Value::boolean(a != b);
  return type_error(t, std::string("'") + cmp_sign(op) + "' not supported between instances of '" +
                           type_name(t, a) + "' and '" + type_name(t, b) + "'");
}

bool compare_bool(Thread* t, CmpOp op, Value a, Value b, bool* out) {
  Value r = compare(t, op, a, b);
  if (r.is_failed()) return false;
  if (BATON_LIKELY(r.is_bool())) {
    *out = r.is_true();
    return true;
  }
  return truth(t, r, out);
}

bool values_equal(Thread* t, Value a, Value b, bool* out) {
  if (a == b) {
    *out = true;
    return true;
  }
  return compare_bool(t, CmpOp::kEq, a, b, out);
}

bool hash_value(Thread* t, Value v, int64_t* out) {
  if (v.is_int() || v.is_float() || v.is_bool()) {
    *out = number_hash(t, v);
    return true;
  }
  Vm* vm = t->vm;
  if (v.is_ptr()) {
    Class* cls = class_of(vm, v);
    if (cls->class_flags & kClassBuiltin) {
      switch (v.ptr()->kind) {
        case Kind::kStr: *out = str_hash(as<Str>(v)); return true;
        case Kind::kFloat:
        case Kind::kBigInt:
        case Kind::kComplex: *out = number_hash(t, v); return true;
        case Kind::kTuple: return tuple_hash(t, as<Tuple>(v), out);
        case Kind::kFunction:
        case Kind::kNative:
        case Kind::kClass:
        case Kind::kModule:
        case Kind::kCode:
        case Kind::kGenerator: *out = static_cast<int64_t>(v.w >> 4); return true;
        default: break;
      }
    }
    Value self;
    Value h = find_special(t, v, vm->names.hash, &self);
    if (h.is_failed()) return false;
    if (h.is_unbound() || h.is_none()) {
      type_error(t, "unhashable type: '" + type_name(t, v) + "'");
      return false;
    }
    Value r = self.is_unbound() ? call0(t, h) : call1(t, h, self);
    if (r.is_failed()) return false;
    if (is_intlike(r) && int_fits_int64(r, out)) {  // as it is: a str subclass agrees with its str
      if (*out == -1) *out = -2;
      return true;
    }
    if (!is_intlike(r)) return type_error(t, "__hash__ method should return an integer"), false;
    *out = number_hash(t, r);
    return true;
  }
  *out = static_cast<int64_t>(v.w >> 3) * 1000003;  // None, NotImplemented, Ellipsis
  return true;
}

bool truth(Thread* t, Value v, bool* out) {
  if (v.is_bool() || v.is_none()) {
    *out = v.is_true();
    return true;
  }
  if (v.is_int()) {
    *out = v != Value::from_int(0);
    return true;
  }
  if (v.is_float()) {
    *out = v.as_float() != 0.0;
    return true;
  }
  if (!v.is_ptr()) {
    *out = true;
    return true;
  }
  Vm* vm = t->vm;
  Object* o = v.ptr();
  if (class_of(vm, v)->class_flags & kClassBuiltin) {
    switch (o->kind) {
      case Kind::kStr: *out = static_cast<Str*>(o)->size != 0; return true;
      case Kind::kList: *out = static_cast<List*>(o)->size != 0; return true;
      case Kind::kTuple: *out = static_cast<Tuple*>(o)->size != 0; return true;
      case Kind::kDict: *out = static_cast<Dict*>(o)->size != 0; return true;
      case Kind::kSet: *out = static_cast<Set*>(o)->used != 0; return true;
      case Kind::kBytes: *out = static_cast<Bytes*>(o)->size != 0; return true;
      case Kind::kByteArray: *out = static_cast<ByteArray*>(o)->size != 0; return true;
      case Kind::kBigInt: *out = static_cast<BigInt*>(o)->n != 0; return true;
      case Kind::kFloat: *out = static_cast<FloatObj*>(o)->d != 0; return true;
      case Kind::kComplex:
        *out = static_cast<ComplexObj*>(o)->re != 0 || static_cast<ComplexObj*>(o)->im != 0;
        return true;
      case Kind::kRange: *out = static_cast<Range*>(o)->length != Value::from_int(0); return true;
      case Kind::kFunction:
      case Kind::kNative:
      case Kind::kModule:
      case Kind::kBoundMethod: *out = true; return true;
      default: break;
    }
  }
  Value r = call_special(t, v, vm->names.bool_);
  if (r.is_failed()) return false;
  if (!r.is_unbound()) {
    if (!r.is_bool())
      return type_error(t, "__bool__ should return bool, returned " + type_name(t, r)), false;
    *out = r.is_true();
    return true;
  }
  r = call_special(t, v, vm->names.len);
  if (r.is_failed()) return false;
  if (r.is_unbound()) {
    *out = true;
    return true;
  }
  int64_t n;
  if (!index_of(t, r, &n)) return false;
  if (n < 0) return value_error(t, "__len__() should return >= 0"), false;
  *out = n != 0;
  return true;
}

bool contains(Thread* t, Value c, Value item, bool* out) {
  Vm* vm = t->vm;
  if (c.is_ptr()) {
    Object* o = c.ptr();
    if (class_of(vm, c)->class_flags & kClassBuiltin) {
      switch (o->kind) {
        case Kind::kStr: return str_contains(t, as<Str>(c), item, out);
        case Kind::kList:
        case Kind::kTuple: return sequence_contains(t, c, item, out);
        case Kind::kDict: {
          Value v = dict_get(t, as<Dict>(c), item);
          *out = !v.is_unbound();
          return !v.is_failed();
        }
        case Kind::kSet: return set_contains(t, as<Set>(c), item, out);
        case Kind::kRange: return range_contains(t, as<Range>(c), item, out);
        default: break;
      }
    }
    Value self;
    Value f = find_special(t, c, vm->names.contains, &self);
    if (f.is_failed()) return false;
    if (f.is_none())
      return type_error(t, "'" + type_name(t, c) + "' object is not a container"), false;
    if (!f.is_unbound()) {
      Value r = self.is_unbound() ? call1(t, f, item) : call2(t, f, self, item);
      return !r.is_failed() && truth(t, r, out);
    }
  }
  Value it = get_iter(t, c);
  if (it.is_failed()) {
    if (exception_is(t, vm->classes.type_error)) {
      clear_exception(t);
      type_error(t, "argument of type '" + type_name(t, c) + "' is not iterable");
    }
    return false;
  }
  *out = false;
  for (;;) {
    Value v = iter_next(t, it);
    if (v.is_failed()) return false;
    if (v.is_unbound()) return true;
    if (!values_equal(t, v, item, out)) return false;
    if (*out) return true;
    if (!poll(t)) return false;
  }
}

}  // namespace baton
