// int and bool as scripts see them: constructors and methods, and the conversions (__index__,
// __int__, __float__) that natives use for arguments. Lock held; conversions may run script code.
#include <cmath>

#include "vm/base/number_text.h"
#include "vm/native/native.h"
#include "vm/objects/memoryview.h"
#include "vm/objects/number.h"
#include "vm/objects/text.h"

namespace baton {

// --- conversions -------------------------------------------------------------------------------

Value to_index(Thread* t, Value v) {
  if (BATON_LIKELY(is_intlike(v))) return v;
  Value r = v.is_ptr() ? call_special(t, v, t->vm->names.index) : Value::unbound();
  if (r.is_unbound())
    return type_error(t, "'" + type_name(t, v) + "' object cannot be interpreted as an integer");
  if (!r.is_failed() && !is_intlike(r))
    return type_error(t, "__index__ returned non-int (type " + type_name(t, r) + ")");
  return r;
}

bool index_of(Thread* t, Value v, int64_t* out) {
  Value i = to_index(t, v);
  if (i.is_failed()) return false;
  if (int_fits_int64(i, out)) return true;
  index_error(t, "cannot fit '" + type_name(t, v) + "' into an index-sized integer");
  return false;
}

bool to_int64(Thread* t, Value v, int64_t* out) {
  Value i = to_index(t, v);
  if (i.is_failed()) return false;
  if (int_fits_int64(i, out)) return true;
  overflow_error(t, "Python int too large to convert to C long");
  return false;
}

bool to_double(Thread* t, Value v, double* out) {
  if (is_floatlike(v)) {
    *out = float_value(v);
    return true;
  }
  if (is_intlike(v)) return int_to_double(t, v, out);
  if (v.is_ptr() && !is<Str>(v)) {
    Value r = call_special(t, v, t->vm->names.float_);
    if (r.is_failed()) return false;
    if (!r.is_unbound()) {
      if (!is_floatlike(r)) {
        type_error(
            t, type_name(t, v) + ".__float__ returned non-float (type " + type_name(t, r) + ")");
        return false;
      }
      *out = float_value(r);
      return true;
    }
    r = call_special(t, v, t->vm->names.index);
    if (r.is_failed()) return false;
    if (!r.is_unbound()) {
      if (is_intlike(r)) return int_to_double(t, r, out);
      type_error(t, "__index__ returned non-int (type " + type_name(t, r) + ")");
      return false;
    }
  }
  type_error(t, "must be real number, not " + type_name(t, v));
  return false;
}

namespace {

NativeGroup int_methods{"int"};

// int(text, base) for str and bytes.
Value int_from_string(Thread* t, Value text, int64_t base) {
  std::string_view s;
  if (is<Str>(text)) {
    s = as<Str>(text)->view();
  } else if (!to_bytes_view(t, text, &s)) {
    return Value::failed();
  }
  IntText r;
  IntTextError e = parse_int_text(s, static_cast<int>(base), &r, t->vm->max_str_digits);
  if (e == IntTextError::kNone)
    return r.is_small ? new_int(t, r.small) : int_from_big(t, r.big.view());
  if (e == IntTextError::kTooBig) return raise_memory_error(t);
  if (e == IntTextError::kInvalid && !is<Str>(text)) {
    std::string shown;  // b'...', also for a bytearray
    Bytes* bytes = new_bytes(t, std::string(s));
    if (!bytes || !repr_to(t, val(bytes), &shown)) return Value::failed();
    return value_error(
        t, "invalid literal for int() with base " + std::to_string(base) + ": " + shown);
  }
  return value_error(
      t, int_text_message(e, s, static_cast<int>(base), t->vm->max_str_digits, r.digits));
}

Value to_int(Thread* t, Value x) {
  if (is_intlike(x)) {
    if (x.is_bool()) return Value::from_int(x.is_true());
    if (x.is_int() || x.ptr()->shape == t->vm->shape_ids.bigint) return x;
    uint64_t s;
    return int_from_big(t, int_view(x, &s));
  }
  if (is_floatlike(x)) return float_to_int(t, float_value(x));
  if (is<Str>(x) || is<Bytes>(x) || is<ByteArray>(x)) return int_from_string(t, x, 10);
  if (x.is_ptr()) {
    Str* tries[] = {t->vm->names.int_, t->vm->names.index, t->vm->names.trunc};
    for (Str* name : tries) {
      Value r = call_special(t, x, name);
      if (r.is_failed()) return r;
      if (r.is_unbound()) continue;
      if (name == t->vm->names.trunc) return to_int(t, r);
      if (is_intlike(r)) return to_int(t, r);
      return type_error(
          t, std::string(name->view()) + " returned non-int (type " + type_name(t, r) + ")");
    }
  }
  if (is_buffer(x)) return int_from_string(t, x, 10);
  return type_error(t,
                    "int() argument must be a string, a bytes-like object or a real number, not '" +
                        type_name(t, x) + "'");
}

Value int_new(Thread* t, Class* cls, Value x, Value base) {
  Value v;
  if (x.is_unbound()) {
    if (!base.is_unbound()) return type_error(t, "int() missing string argument");
    v = Value::from_int(0);
  } else if (base.is_unbound()) {
    v = to_int(t, x);
  } else {
    Value b = to_index(t, base);
    if (b.is_failed()) return b;
    int64_t n = 0;
    if (!int_fits_int64(b, &n) || n < 0 || n > 36 || n == 1)
      return value_error(t, "int() base must be >= 2 and <= 36, or 0");
    if (!is<Str>(x) && !is<Bytes>(x) && !is<ByteArray>(x))
      return type_error(t, "int() can't convert non-string with explicit base");
    v = int_from_string(t, x, n);
  }
  if (v.is_failed() || cls == t->vm->classes.int_) return v;
  uint64_t s;
  return new_bigint_of_shape(t, int_view(v, &s), cls->root->id);
}
DEF_NEW(int_methods, int_new, "int(cls, x=<absent>, /, base=<absent>)",
        "Convert a number or string to an integer.")

// Checks `self`; natives of int get any Value.
bool int_self(Thread* t, Value self, const char* name) {
  if (BATON_LIKELY(is_intlike(self))) return true;
  type_error(t, std::string("descriptor '") + name + "' requires a 'int' object but received a '" +
                    type_name(t, self) + "'");
  return false;
}

#define INT_BINARY(fn, name, op)                                                  \
  Value fn(Thread* t, Value a, Value b) {                                         \
    if (!int_self(t, a, name)) return Value::failed();                            \
    return is_intlike(b) ? number_binary(t, op, a, b) : Value::not_implemented(); \
  }                                                                               \
  DEF(int_methods, fn, name "(self, value, /)", "Return self" name "value.")
#define INT_REFLECTED(fn, name, op)                                               \
  Value fn(Thread* t, Value a, Value b) {                                         \
    if (!int_self(t, a, name)) return Value::failed();                            \
    return is_intlike(b) ? number_binary(t, op, b, a) : Value::not_implemented(); \
  }                                                                               \
  DEF(int_methods, fn, name "(self, value, /)", "Return value" name "self.")
INT_BINARY(int_add_, "__add__", BinOp::kAdd)
INT_REFLECTED(int_radd, "__radd__", BinOp::kAdd)
INT_BINARY(int_sub_, "__sub__", BinOp::kSub)
INT_REFLECTED(int_rsub, "__rsub__", BinOp::kSub)
INT_BINARY(int_mul_, "__mul__", BinOp::kMul)
INT_REFLECTED(int_rmul, "__rmul__", BinOp::kMul)
INT_BINARY(int_truediv, "__truediv__", BinOp::kDiv)
INT_REFLECTED(int_rtruediv, "__rtruediv__", BinOp::kDiv)
INT_BINARY(int_floordiv, "__floordiv__", BinOp::kFloorDiv)
INT_REFLECTED(int_rfloordiv, "__rfloordiv__", BinOp::kFloorDiv)
INT_BINARY(int_mod, "__mod__", BinOp::kMod)
INT_REFLECTED(int_rmod, "__rmod__", BinOp::kMod)
INT_BINARY(int_divmod_, "__divmod__", BinOp::kDivMod)
INT_REFLECTED(int_rdivmod, "__rdivmod__", BinOp::kDivMod)
INT_BINARY(int_lshift, "__lshift__", BinOp::kShl)
INT_REFLECTED(int_rlshift, "__rlshift__", BinOp::kShl)
INT_BINARY(int_rshift, "__rshift__", BinOp::kShr)
INT_REFLECTED(int_rrshift, "__rrshift__", BinOp::kShr)
INT_BINARY(int_and, "__and__", BinOp::kAnd)
INT_REFLECTED(int_rand, "__rand__", BinOp::kAnd)
INT_BINARY(int_or, "__or__", BinOp::kOr)
INT_REFLECTED(int_ror, "__ror__", BinOp::kOr)
INT_BINARY(int_xor, "__xor__", BinOp::kXor)
INT_REFLECTED(int_rxor, "__rxor__", BinOp::kXor)

Value int_pow_(Thread* t, Value a, Value b, Value mod) {
  if (!int_self(t, a, "__pow__")) return Value::failed();
  if (!is_intlike(b)) return Value::not_implemented();
  return mod.is_none() ? number_binary(t, BinOp::kPow, a, b) : number_power_mod(t, a, b, mod);
}
DEF(int_methods, int_pow_, "__pow__(self, value, mod=None, /)", "Return pow(self, value, mod).")
INT_REFLECTED(int_rpow, "__rpow__", BinOp::kPow)

#define INT_COMPARE(fn, name, op)                                                  \
  Value fn(Thread* t, Value a, Value b) {                                          \
    if (!int_self(t, a, name)) return Value::failed();                             \
    return is_intlike(b) ? number_compare(t, op, a, b) : Value::not_implemented(); \
  }                                                                                \
  DEF(int_methods, fn, name "(self, value, /)", "Compare.")
INT_COMPARE(int_eq, "__eq__", CmpOp::kEq)
INT_COMPARE(int_ne, "__ne__", CmpOp::kNe)
INT_COMPARE(int_lt, "__lt__", CmpOp::kLt)
INT_COMPARE(int_le, "__le__", CmpOp::kLe)
INT_COMPARE(int_gt, "__gt__", CmpOp::kGt)
INT_COMPARE(int_ge, "__ge__", CmpOp::kGe)

Value int_neg(Thread* t, Value a) {
  return int_self(t, a, "__neg__") ? number_unary(t, UnOp::kNeg, a) : Value::failed();
}
DEF(int_methods, int_neg, "__neg__(self, /)", "-self")
Value int_pos(Thread* t, Value a) {
  return int_self(t, a, "__pos__") ? number_unary(t, UnOp::kPos, a) : Value::failed();
}
DEF(int_methods, int_pos, "__pos__(self, /)", "+self")
Value int_invert(Thread* t, Value a) {
  return int_self(t, a, "__invert__") ? number_unary(t, UnOp::kInvert, a) : Value::failed();
}
DEF(int_methods, int_invert, "__invert__(self, /)", "~self")
Value int_abs(Thread* t, Value a) {
  if (!int_self(t, a, "__abs__")) return Value::failed();
  uint64_t s;
  return int_view(a, &s).neg ? number_unary(t, UnOp::kNeg, a) : number_unary(t, UnOp::kPos, a);
}
DEF(int_methods, int_abs, "__abs__(self, /)", "abs(self)")
Value int_bool(Thread* t, Value a) {
  if (!int_self(t, a, "__bool__")) return Value::failed();
  uint64_t s;
  return Value::boolean(!int_view(a, &s).is_zero());
}
DEF(int_methods, int_bool, "__bool__(self, /)", "True if self else False")
Value int_hash(Thread* t, Value a) {
  return int_self(t, a, "__hash__") ? new_int(t, number_hash(t, a)) : Value::failed();
}
DEF(int_methods, int_hash, "__hash__(self, /)", "Return hash(self).")
Value int_itself(Thread* t, Value a) {
  return int_self(t, a, "__int__") ? to_int(t, a) : Value::failed();
}
DEF(int_methods, int_itself, "__int__(self, /)", "int(self)")
DEF(int_methods, int_itself, "__index__(self, /)", "Return self converted to an integer.")
DEF(int_methods, int_itself, "__trunc__(self, /)", "Truncating an Integral returns itself.")
DEF(int_methods, int_itself, "__floor__(self, /)", "Flooring an Integral returns itself.")
DEF(int_methods, int_itself, "__ceil__(self, /)", "Ceiling of an Integral returns itself.")
DEF(int_methods, int_itself, "conjugate(self, /)",
    "Returns self, the complex conjugate of any int.")
Value int_float(Thread* t, Value a) {
  double d;
  return int_self(t, a, "__float__") && int_to_double(t, a, &d) ? new_float(t, d) : Value::failed();
}
DEF(int_methods, int_float, "__float__(self, /)", "float(self)")
Value int_repr(Thread* t, Value a) {
  if (!int_self(t, a, "__repr__")) return Value::failed();
  uint64_t s;
  if (t->vm->max_str_digits && !a.is_int() &&
      big_exceeds_decimal_digits(int_view(a, &s), t->vm->max_str_digits)) {
    return value_error(t, "Exceeds the limit (" + std::to_string(t->vm->max_str_digits) +
                              " digits) for integer string conversion; use "
                              "sys.set_int_max_str_digits() to increase the limit");
  }
  return str_value(t, int_to_text(t, a));
}
DEF(int_methods, int_repr, "__repr__(self, /)", "Return repr(self).")
Value int_round(Thread* t, Value a, Value ndigits) {
  return int_self(t, a, "__round__") ? number_round(t, a, ndigits) : Value::failed();
}
DEF(int_methods, int_round, "__round__(self, ndigits=None, /)", "Round to the given precision.")

Value int_format(Thread* t, Value a, Value spec) {
  return int_self(t, a, "__format__") ? format_value(t, to_int(t, a), spec) : Value::failed();
}
DEF(int_methods, int_format, "__format__(self, format_spec, /)",
    "Format as Python's format() does.")

Value int_bit_length(Thread* t, Value a) {
  if (!int_self(t, a, "bit_length")) return Value::failed();
  uint64_t s;
  return new_uint(t, big_bit_length(int_view(a, &s)));
}
DEF(int_methods, int_bit_length, "bit_length(self, /)",
    "Number of bits necessary to represent self in binary.")
Value int_bit_count(Thread* t, Value a) {
  if (!int_self(t, a, "bit_count")) return Value::failed();
  uint64_t s;
  return new_uint(t, big_bit_count(int_view(a, &s)));
}
DEF(int_methods, int_bit_count, "bit_count(self, /)",
    "Number of ones in the binary representation of the absolute value of self.")
Value int_ratio(Thread* t, Value a) {
  return int_self(t, a, "as_integer_ratio") ? tuple_of(t, {to_int(t, a), Value::from_int(1)})
                                            : Value::failed();
}
Value int_newargs(Thread* t, Value a) {
  return int_self(t, a, "__getnewargs__") ? tuple_of(t, {to_int(t, a)}) : Value::failed();
}
DEF(int_methods, int_newargs, "__getnewargs__(self, /)", "Arguments for copy and pickle.")
DEF(int_methods, int_ratio, "as_integer_ratio(self, /)",
    "Return a pair of integers, whose ratio is self.")

bool byte_order(Thread* t, std::string_view order, bool* little) {
  *little = order == "little";
  if (*little || order == "big") return true;
  value_error(t, "byteorder must be either 'little' or 'big'");
  return false;
}
Value int_to_bytes(Thread* t, Value a, int64_t length, std::string_view order, bool is_signed) {
  bool little;
  if (!int_self(t, a, "to_bytes") || !byte_order(t, order, &little)) return Value::failed();
  if (length < 0) return value_error(t, "length argument must be non-negative");
  if (length > (int64_t{1} << 32)) return raise_memory_error(t);
  uint64_t s;
  BigView x = int_view(a, &s);
  if (x.neg && !is_signed) return overflow_error(t, "can't convert negative int to unsigned");
  std::string bytes(static_cast<size_t>(length), '\0');
  if (big_to_bytes(x, reinterpret_cast<uint8_t*>(bytes.data()), bytes.size(), little, is_signed) !=
      BigStatus::kOk) {
    return overflow_error(t, "int too big to convert");
  }
  Bytes* b = new_bytes(t, bytes);
  return b ? val(b) : Value::failed();
}
DEF(int_methods, int_to_bytes, "to_bytes(self, length=1, byteorder='big', *, signed=False)",
    "Return an array of bytes representing an integer.")
Value int_from_bytes(Thread* t, Class* cls, Value bytes, std::string_view order, bool is_signed) {
  bool little;
  if (!byte_order(t, order, &little)) return Value::failed();
  std::string data;
  if (is_buffer(bytes)) {
    std::string_view view;
    if (!memoryview_bytes(bytes, &data)) data = bytes_view(bytes);
    if (data.empty() && !to_bytes_view(t, bytes, &view)) return Value::failed();
  } else {
    if (is<Str>(bytes) || is_intlike(bytes) || is_floatlike(bytes) || bytes.is_none())
      return type_error(t, "cannot convert '" + type_name(t, bytes) + "' object to bytes");
    bool ok = for_each_item(t, bytes, [&](Value v) {
      int64_t i;
      if (!index_of(t, v, &i)) return false;
      if (i < 0 || i > 255) return value_error(t, "bytes must be in range(0, 256)"), false;
      data.push_back(static_cast<char>(i));
      return true;
    });
    if (!ok) return Value::failed();
  }
  BigBuf r;
  Value v = int_result(t,
                       big_from_bytes(reinterpret_cast<const uint8_t*>(data.data()), data.size(),
                                      little, is_signed, &r),
                       r);
  if (v.is_failed() || cls == t->vm->classes.int_) return v;
  return call1(t, val(cls), v);
}
DEF_CLASS(int_methods, int_from_bytes, "from_bytes(cls, bytes, byteorder='big', *, signed=False)",
          "Return the integer represented by the given array of bytes.")
Value int_numerator(Thread* t, Value a) {
  return int_self(t, a, "numerator") ? to_int(t, a) : Value::failed();
}
DEF_GET(int_methods, int_numerator, "numerator(self)",
        "the numerator of a rational number in lowest terms")
DEF_GET(int_methods, int_numerator, "real(self)", "the real part of a complex number")
Value int_denominator(Thread*, Value) { return Value::from_int(1); }
DEF_GET(int_methods, int_denominator, "denominator(self)",
        "the denominator of a rational number in lowest terms")
Value int_imag(Thread*, Value) { return Value::from_int(0); }
DEF_GET(int_methods, int_imag, "imag(self)", "the imaginary part of a complex number")

NativeGroup bool_methods{"bool"};
Value bool_new(Thread* t, Class*, Value x) {
  bool b = false;
  if (!x.is_unbound() && !truth(t, x, &b)) return Value::failed();
  return Value::boolean(b);
}
DEF_NEW(bool_methods, bool_new, "bool(cls, x=<absent>, /)",
        "Returns True when the argument x is true, False otherwise.")
Value bool_repr(Thread* t, Value v) {
  return v.is_bool() ? str_value(t, v.is_true() ? "True" : "False") : int_repr(t, v);
}
DEF(bool_methods, bool_repr, "__repr__(self, /)", "Return repr(self).")

}  // namespace

Value number_round(Thread* t, Value v, Value ndigits) {
  if (is_floatlike(v)) {
    double d = float_value(v);
    if (ndigits.is_none()) {
      if (std::isnan(d)) return value_error(t, "cannot convert float NaN to integer");
      if (std::isinf(d))
        return raise(t, t->vm->classes.overflow_error, "cannot convert float infinity to integer");
      return float_to_int(t, round_half_even(d));
    }
    Value n = to_index(t, ndigits);
    if (n.is_failed()) return n;
    int64_t digits;
    if (!int_fits_int64(n, &digits)) {
      uint64_t s;
      digits = int_view(n, &s).neg ? -1000000 : 1000000;
    }
    if (!std::isfinite(d)) return new_float(t, d);
    double r = round_half_even(d, digits);
    if (!std::isfinite(r)) return overflow_error(t, "rounded value too large to represent");
    return new_float(t, r);
  }
  if (ndigits.is_none()) return to_int(t, v);
  Value n = to_index(t, ndigits);
  if (n.is_failed()) return n;
  uint64_t s;
  BigView places = int_view(n, &s);
  if (!places.neg) return to_int(t, v);
  int64_t digits;
  if (!int_fits_int64(n, &digits) || digits < -1000000) return Value::from_int(0);
  // To a multiple of 10**-digits, half to even.
  Value unit = number_binary(t, BinOp::kPow, Value::from_int(10), Value::from_int(-digits));
  if (unit.is_failed()) return unit;
  uint64_t sv, su;
  BigBuf quotient, remainder, twice;
  BigStatus st = big_floordivmod(int_view(v, &sv), int_view(unit, &su), &quotient, &remainder);
  if (st == BigStatus::kOk) st = big_shl(remainder.view(), 1, &twice);
  if (st != BigStatus::kOk) return big_status_error(t, st);
  int c = big_compare(twice.view(), int_view(unit, &su));
  bool odd = quotient.size() > 0 && (quotient.limbs()[0] & 1) != 0;
  Value q = int_from_big(t, quotient.view());
  if (q.is_failed()) return q;
  if (c > 0 || (c == 0 && odd)) q = number_binary(t, BinOp::kAdd, q, Value::from_int(1));
  return q.is_failed() ? q : number_binary(t, BinOp::kMul, q, unit);
}

void register_number_methods(Vm* vm, Thread* t) {
  install_methods(t, vm->classes.int_, int_methods);
  install_methods(t, vm->classes.bool_, bool_methods);
}

void register_numbers(Vm* vm, Thread* t) {
  register_number_methods(vm, t);
  register_float_methods(vm, t);
  register_complex_methods(vm, t);
}

}  // namespace baton
