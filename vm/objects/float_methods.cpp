// float as scripts see it. Lock held.
#include <cmath>

#include "vm/base/number_text.h"
#include "vm/native/native.h"
#include "vm/objects/memoryview.h"
#include "vm/objects/number.h"
#include "vm/objects/text.h"

namespace baton {
namespace {

NativeGroup float_group{"float"};

bool is_real(Value v) { return is_intlike(v) || is_floatlike(v); }

bool float_self(Thread* t, Value self, const char* name) {
  if (BATON_LIKELY(is_floatlike(self))) return true;
  type_error(t, std::string("descriptor '") + name +
                    "' requires a 'float' object but received a '" + type_name(t, self) + "'");
  return false;
}

Value float_of(Thread* t, Class* cls, double d) {
  if (cls == t->vm->classes.float_) return new_float(t, d);
  auto* f = t->vm->heap.make<FloatObj>(t, cls->root->id);
  if (!f) return Value::failed();
  f->d = d;
  return val(f);
}

Value float_new(Thread* t, Class* cls, Value x) {
  if (x.is_unbound()) return float_of(t, cls, 0.0);
  double d;
  if (is<Str>(x) || is_buffer(x)) {
    std::string_view s;
    if (is<Str>(x)) {
      s = as<Str>(x)->view();
    } else if (!to_bytes_view(t, x, &s)) {
      return Value::failed();
    }
    if (!parse_float(s, &d)) {
      std::string text;
      if (!repr_to(t, x, &text)) return Value::failed();
      return value_error(t, "could not convert string to float: " + text);
    }
  } else if (!to_double(t, x, &d)) {
    if (exception_is(t, t->vm->classes.type_error) && !is_real(x) &&
        find_in_class(t->vm, class_of(t->vm, x), t->vm->names.float_).is_unbound() &&
        find_in_class(t->vm, class_of(t->vm, x), t->vm->names.index).is_unbound()) {
      clear_exception(t);
      return type_error(
          t, "float() argument must be a string or a real number, not '" + type_name(t, x) + "'");
    }
    return Value::failed();
  }
  return float_of(t, cls, d);
}
DEF_NEW(float_group, float_new, "float(cls, x=<absent>, /)",
        "Convert a string or number to a floating point number, if possible.")

#define FLOAT_BINARY(fn, name, op)                                             \
  Value fn(Thread* t, Value a, Value b) {                                      \
    if (!float_self(t, a, name)) return Value::failed();                       \
    return is_real(b) ? number_binary(t, op, a, b) : Value::not_implemented(); \
  }                                                                            \
  DEF(float_group, fn, name "(self, value, /)", "Arithmetic.")
#define FLOAT_REFLECTED(fn, name, op)                                          \
  Value fn(Thread* t, Value a, Value b) {                                      \
    if (!float_self(t, a, name)) return Value::failed();                       \
    return is_real(b) ? number_binary(t, op, b, a) : Value::not_implemented(); \
  }                                                                            \
  DEF(float_group, fn, name "(self, value, /)", "Arithmetic, operands swapped.")
FLOAT_BINARY(f_add, "__add__", BinOp::kAdd)
FLOAT_REFLECTED(f_radd, "__radd__", BinOp::kAdd)
FLOAT_BINARY(f_sub, "__sub__", BinOp::kSub)
FLOAT_REFLECTED(f_rsub, "__rsub__", BinOp::kSub)
FLOAT_BINARY(f_mul, "__mul__", BinOp::kMul)
FLOAT_REFLECTED(f_rmul, "__rmul__", BinOp::kMul)
FLOAT_BINARY(f_div, "__truediv__", BinOp::kDiv)
FLOAT_REFLECTED(f_rdiv, "__rtruediv__", BinOp::kDiv)
FLOAT_BINARY(f_fdiv, "__floordiv__", BinOp::kFloorDiv)
FLOAT_REFLECTED(f_rfdiv, "__rfloordiv__", BinOp::kFloorDiv)
FLOAT_BINARY(f_mod, "__mod__", BinOp::kMod)
FLOAT_REFLECTED(f_rmod, "__rmod__", BinOp::kMod)
FLOAT_BINARY(f_divmod, "__divmod__", BinOp::kDivMod)
FLOAT_REFLECTED(f_rdivmod, "__rdivmod__", BinOp::kDivMod)
FLOAT_REFLECTED(f_rpow, "__rpow__", BinOp::kPow)
Value f_pow(Thread* t, Value a, Value b, Value mod) {
  if (!float_self(t, a, "__pow__")) return Value::failed();
  if (!mod.is_none())
    return type_error(t, "pow() 3rd argument not allowed unless all arguments are integers");
  return is_real(b) ? number_binary(t, BinOp::kPow, a, b) : Value::not_implemented();
}
DEF(float_group, f_pow, "__pow__(self, value, mod=None, /)", "Return pow(self, value, mod).")

#define FLOAT_COMPARE(fn, name, op)                                             \
  Value fn(Thread* t, Value a, Value b) {                                       \
    if (!float_self(t, a, name)) return Value::failed();                        \
    return is_real(b) ? number_compare(t, op, a, b) : Value::not_implemented(); \
  }                                                                             \
  DEF(float_group, fn, name "(self, value, /)", "Compare.")
FLOAT_COMPARE(f_eq, "__eq__", CmpOp::kEq)
FLOAT_COMPARE(f_ne, "__ne__", CmpOp::kNe)
FLOAT_COMPARE(f_lt, "__lt__", CmpOp::kLt)
FLOAT_COMPARE(f_le, "__le__", CmpOp::kLe)
FLOAT_COMPARE(f_gt, "__gt__", CmpOp::kGt)
FLOAT_COMPARE(f_ge, "__ge__", CmpOp::kGe)

Value f_neg(Thread* t, Value a) {
  return float_self(t, a, "__neg__") ? new_float(t, -float_value(a)) : Value::failed();
}
DEF(float_group, f_neg, "__neg__(self, /)", "-self")
Value f_pos(Thread* t, Value a) {
  return float_self(t, a, "__pos__") ? new_float(t, float_value(a)) : Value::failed();
}
DEF(float_group, f_pos, "__pos__(self, /)", "+self")
DEF(float_group, f_pos, "__float__(self, /)", "float(self)")
DEF(float_group, f_pos, "conjugate(self, /)", "Return self, the complex conjugate of any float.")
Value f_abs(Thread* t, Value a) {
  return float_self(t, a, "__abs__") ? new_float(t, std::fabs(float_value(a))) : Value::failed();
}
DEF(float_group, f_abs, "__abs__(self, /)", "abs(self)")
Value f_bool(Thread* t, Value a) {
  return float_self(t, a, "__bool__") ? Value::boolean(float_value(a) != 0) : Value::failed();
}
DEF(float_group, f_bool, "__bool__(self, /)", "True if self else False")
Value f_hash(Thread* t, Value a) {
  return float_self(t, a, "__hash__") ? new_int(t, number_hash(t, a)) : Value::failed();
}
DEF(float_group, f_hash, "__hash__(self, /)", "Return hash(self).")
Value f_repr(Thread* t, Value a) {
  return float_self(t, a, "__repr__") ? str_value(t, float_repr(float_value(a))) : Value::failed();
}
DEF(float_group, f_repr, "__repr__(self, /)", "Return repr(self).")
Value f_format(Thread* t, Value a, Value spec) {
  return float_self(t, a, "__format__") ? format_value(t, new_float(t, float_value(a)), spec)
                                        : Value::failed();
}
DEF(float_group, f_format, "__format__(self, format_spec, /)", "Format as Python's format() does.")
Value f_int(Thread* t, Value a) {
  return float_self(t, a, "__int__") ? float_to_int(t, float_value(a)) : Value::failed();
}
DEF(float_group, f_int, "__int__(self, /)", "int(self)")
DEF(float_group, f_int, "__trunc__(self, /)", "Return the Integral closest to x between 0 and x.")
Value f_floor(Thread* t, Value a) {
  return float_self(t, a, "__floor__") ? float_to_int(t, std::floor(float_value(a)))
                                       : Value::failed();
}
DEF(float_group, f_floor, "__floor__(self, /)", "Return the floor as an Integral.")
Value f_ceil(Thread* t, Value a) {
  return float_self(t, a, "__ceil__") ? float_to_int(t, std::ceil(float_value(a)))
                                      : Value::failed();
}
DEF(float_group, f_ceil, "__ceil__(self, /)", "Return the ceiling as an Integral.")
Value f_round(Thread* t, Value a, Value n) {
  return float_self(t, a, "__round__") ? number_round(t, a, n) : Value::failed();
}
DEF(float_group, f_round, "__round__(self, ndigits=None, /)",
    "Round to the nearest integer or given precision, half to even.")
Value f_is_integer(Thread* t, Value a) {
  if (!float_self(t, a, "is_integer")) return Value::failed();
  double d = float_value(a);
  return Value::boolean(std::isfinite(d) && d == std::floor(d));
}
DEF(float_group, f_is_integer, "is_integer(self, /)", "Return True if the float is an integer.")
Value f_hex(Thread* t, Value a) {
  return float_self(t, a, "hex") ? str_value(t, float_hex(float_value(a))) : Value::failed();
}
DEF(float_group, f_hex, "hex(self, /)",
    "Return a hexadecimal representation of a floating-point number.")
Value f_fromhex(Thread* t, Class* cls, std::string_view text) {
  double d;
  switch (parse_float_hex(text, &d)) {
    case BigStatus::kOk: return float_of(t, cls, d);
    case BigStatus::kOverflow:
      return overflow_error(t, "hexadecimal value too large to represent as a float");
    default: return value_error(t, "invalid hexadecimal floating-point string");
  }
}
DEF_CLASS(float_group, f_fromhex, "fromhex(cls, string, /)",
          "Create a floating-point number from a hexadecimal string.")
Value f_ratio(Thread* t, Value a) {
  if (!float_self(t, a, "as_integer_ratio")) return Value::failed();
  double d = float_value(a);
  if (std::isnan(d)) return value_error(t, "cannot convert NaN to integer ratio");
  if (std::isinf(d)) return overflow_error(t, "cannot convert Infinity to integer ratio");
  int e;
  double m = std::frexp(d, &e);
  for (int i = 0; i < 300 && m != std::floor(m); ++i) {
    m *= 2;
    --e;
  }
  Value n = float_to_int(t, m);
  if (n.is_failed()) return n;
  Value p = number_binary(t, BinOp::kShl, Value::from_int(1), Value::from_int(e < 0 ? -e : e));
  if (p.is_failed()) return p;
  if (e < 0) return tuple_of(t, {n, p});
  n = number_binary(t, BinOp::kMul, n, p);
  return n.is_failed() ? n : tuple_of(t, {n, Value::from_int(1)});
}
DEF(float_group, f_ratio, "as_integer_ratio(self, /)",
    "Return a pair of integers whose ratio is exactly equal to the float.")
Value f_newargs(Thread* t, Value a) {
  return float_self(t, a, "__getnewargs__") ? tuple_of(t, {new_float(t, float_value(a))})
                                            : Value::failed();
}
DEF(float_group, f_newargs, "__getnewargs__(self, /)", "Arguments for copy and pickle.")
Value f_getformat(Thread* t, Class*, std::string_view kind) {
  if (kind != "double" && kind != "float")
    return value_error(t, "__getformat__() argument 1 must be 'double' or 'float'");
  return str_value(t, "IEEE, little-endian");
}
DEF_CLASS(float_group, f_getformat, "__getformat__(cls, typestr, /)",
          "How the machine stores a 'double' or 'float'.")
Value f_real(Thread* t, Value a) {
  return float_self(t, a, "real") ? new_float(t, float_value(a)) : Value::failed();
}
DEF_GET(float_group, f_real, "real(self)", "the real part of a complex number")
Value f_imag(Thread* t, Value) { return new_float(t, 0.0); }
DEF_GET(float_group, f_imag, "imag(self)", "the imaginary part of a complex number")

}  // namespace

void register_float_methods(Vm* vm, Thread* t) {
  install_methods(t, vm->classes.float_, float_group);
}

}  // namespace baton
