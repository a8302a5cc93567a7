// int, bool, float and complex arithmetic for operands that the loop's inline paths leave over:
// mixed types, integers past 62 bits, doubles of rare exponents, errors. Lock held; nothing here
// runs script code.
#include "vm/objects/number.h"

#include <cmath>
#include <cstring>

#include "vm/base/hash.h"
#include "vm/base/number_text.h"

namespace baton {
namespace {

bool is_complexlike(Value v) { return is<ComplexObj>(v); }

Value zero_division(Thread* t, const char* message) {
  return raise(t, t->vm->classes.zero_division_error, message);
}

Value complex_arith(Thread* t, BinOp op, Value a, Value b);

Value float_arith(Thread* t, BinOp op, double x, double y) {
  switch (op) {
    case BinOp::kAdd: return new_float(t, x + y);
    case BinOp::kSub: return new_float(t, x - y);
    case BinOp::kMul: return new_float(t, x * y);
    case BinOp::kDiv:
      if (y == 0) return zero_division(t, "float division by zero");
      return new_float(t, x / y);
    case BinOp::kFloorDiv:
      if (y == 0) return zero_division(t, "float floor division by zero");
      return new_float(t, float_floor_div(x, y));
    case BinOp::kMod:
      if (y == 0) return zero_division(t, "float modulo");
      return new_float(t, float_mod(x, y));
    case BinOp::kDivMod: {
      if (y == 0) return zero_division(t, "float divmod()");
      Value q = new_float(t, float_floor_div(x, y));
      if (q.is_failed()) return q;
      Value m = new_float(t, float_mod(x, y));
      if (m.is_failed()) return m;
      return tuple_of(t, {q, m});
    }
    case BinOp::kPow: {
      if (x == 0 && y < 0) return zero_division(t, "0.0 cannot be raised to a negative power");
      if (x < 0 && std::isfinite(x) && std::isfinite(y) && y != std::floor(y)) {
        // A complex result: exp(y * log(x)).
        Value base = new_float(t, x), power = base.is_failed() ? base : new_float(t, y);
        return power.is_failed() ? power : complex_arith(t, BinOp::kPow, base, power);
      }
      double r = std::pow(x, y);
      if (std::isinf(r) && std::isfinite(x) && std::isfinite(y)) {
        return raise_object(
            t, new_exception(t, t->vm->classes.overflow_error,
                             tuple_of(t, {Value::from_int(34),
                                          str_value(t, "Numerical result out of range")})));
      }
      return new_float(t, r);
    }
    default: return Value::not_implemented();
  }
}

Value int_pow(Thread* t, Value a, Value b) {
  int64_t e;
  if (!int_fits_int64(b, &e)) {
    uint64_t s;
    BigView base = int_view(a, &s);
    bool unit = base.n == 0 || (base.n == 1 && base.limbs[0] == 1);
    if (!unit && !int_view(b, &s).neg) return raise_memory_error(t);
    e = int_view(b, &s).neg ? -1 : (s = 0, int_view(b, &s).limbs[0] & 1) + 2;
  }
  if (e < 0) {
    double x, y;
    if (!int_to_double(t, a, &x) || !int_to_double(t, b, &y)) return Value::failed();
    if (x == 0) return zero_division(t, "0.0 cannot be raised to a negative power");
    return float_arith(t, BinOp::kPow, x, y);
  }
  uint64_t s;
  BigBuf r;
  return int_result(t, big_pow(int_view(a, &s), static_cast<uint64_t>(e), &r), r);
}

Value int_shift(Thread* t, BinOp op, Value a, Value b) {
  uint64_t sa, sb;
  BigView x = int_view(a, &sa), n = int_view(b, &sb);
  if (n.neg) return value_error(t, "negative shift count");
  uint64_t count;
  BigBuf r;
  if (!fits_uint64(n, &count)) {
    if (x.is_zero()) return Value::from_int(0);
    if (op == BinOp::kShr) return Value::from_int(x.neg ? -1 : 0);
    return raise(t, t->vm->classes.overflow_error, "too many digits in integer");
  }
  if (op == BinOp::kShl && !x.is_zero() && count > kMaxLimbs * 64) {
    return count > UINT64_C(1) << 60
               ? raise(t, t->vm->classes.overflow_error, "too many digits in integer")
               : raise_memory_error(t);
  }
  return int_result(t, op == BinOp::kShl ? big_shl(x, count, &r) : big_shr(x, count, &r), r);
}

Value int_arith(Thread* t, BinOp op, Value a, Value b) {
  uint64_t sa, sb;
  BigView x = int_view(a, &sa), y = int_view(b, &sb);
  BigBuf r;
  switch (op) {
    case BinOp::kAdd: return int_result(t, big_add(x, y, &r), r);
    case BinOp::kSub: return int_result(t, big_sub(x, y, &r), r);
    case BinOp::kMul: return int_result(t, big_mul(x, y, &r), r);
    case BinOp::kDiv: {
      if (y.is_zero()) return zero_division(t, "division by zero");
      double d;
      if (big_true_divide(x, y, &d) != BigStatus::kOk) {
        return raise(t, t->vm->classes.overflow_error,
                     "integer division result too large for a float");
      }
      return new_float(t, d);
    }
    case BinOp::kFloorDiv: return int_divmod(t, a, b, true, false);
    case BinOp::kMod: return int_divmod(t, a, b, false, true);
    case BinOp::kDivMod: return int_divmod(t, a, b, true, true);
    case BinOp::kPow: return int_pow(t, a, b);
    case BinOp::kShl:
    case BinOp::kShr: return int_shift(t, op, a, b);
    case BinOp::kAnd:
      return a.is_bool() && b.is_bool() ? Value::boolean(a.is_true() && b.is_true())
                                        : int_result(t, big_and(x, y, &r), r);
    case BinOp::kOr:
      return a.is_bool() && b.is_bool() ? Value::boolean(a.is_true() || b.is_true())
                                        : int_result(t, big_or(x, y, &r), r);
    case BinOp::kXor:
      return a.is_bool() && b.is_bool() ? Value::boolean(a.is_true() != b.is_true())
                                        : int_result(t, big_xor(x, y, &r), r);
    default: return Value::not_implemented();
  }
}

struct ComplexParts {
  double re, im;
};
bool complex_parts(Thread* t, Value v, ComplexParts* out) {
  if (is_complexlike(v)) {
    *out = {as<ComplexObj>(v)->re, as<ComplexObj>(v)->im};
    return true;
  }
  out->im = 0;
  if (is_floatlike(v)) {
    out->re = float_value(v);
    return true;
  }
  return int_to_double(t, v, &out->re);
}

Value complex_arith(Thread* t, BinOp op, Value a, Value b) {
  ComplexParts x, y;
  bool has = op == BinOp::kAdd || op == BinOp::kSub || op == BinOp::kMul || op == BinOp::kDiv ||
             op == BinOp::kPow;
  if (has && (!complex_parts(t, a, &x) || !complex_parts(t, b, &y))) return Value::failed();
  switch (op) {
    case BinOp::kAdd: return new_complex(t, x.re + y.re, x.im + y.im);
    case BinOp::kSub: return new_complex(t, x.re - y.re, x.im - y.im);
    case BinOp::kMul: return new_complex(t, x.re * y.re - x.im * y.im, x.re * y.im + x.im * y.re);
    case BinOp::kDiv: {
      // Smith's method: scale by the larger part of the divisor.
      double ar = std::fabs(y.re), ai = std::fabs(y.im);
      if (ar == 0 && ai == 0) return zero_division(t, "complex division by zero");
      if (ar >= ai) {
        double ratio = y.im / y.re, denom = y.re + y.im * ratio;
        return new_complex(t, (x.re + x.im * ratio) / denom, (x.im - x.re * ratio) / denom);
      }
      double ratio = y.re / y.im, denom = y.re * ratio + y.im;
      return new_complex(t, (x.re * ratio + x.im) / denom, (x.im * ratio - x.re) / denom);
    }
    case BinOp::kPow: {
      if (y.re == 0 && y.im == 0) return new_complex(t, 1, 0);
      if (x.re == 0 && x.im == 0) {
        if (y.im != 0 || y.re < 0) return zero_division(t, "0.0 to a negative or complex power");
        return new_complex(t, 0, 0);
      }
      if (y.im == 0 && y.re == std::floor(y.re) && std::fabs(y.re) <= 100) {
        auto n = static_cast<int64_t>(y.re);
        uint64_t left = static_cast<uint64_t>(n < 0 ? -n : n);
        ComplexParts r{1, 0}, p = x;
        for (; left; left >>= 1) {
          if (left & 1) r = {r.re * p.re - r.im * p.im, r.re * p.im + r.im * p.re};
          p = {p.re * p.re - p.im * p.im, 2 * p.re * p.im};
        }
        if (n >= 0) {
          if (std::isinf(r.re) || std::isinf(r.im))
            return overflow_error(t, "complex exponentiation");
          return new_complex(t, r.re, r.im);
        }
        Value power = new_complex(t, r.re, r.im);
        return power.is_failed() ? power : complex_arith(t, BinOp::kDiv, Value::from_int(1), power);
      }
      double length = std::hypot(x.re, x.im), at = std::atan2(x.im, x.re);
      double len = std::pow(length, y.re), phase = at * y.re;
      if (y.im != 0) {
        len /= std::exp(at * y.im);
        phase += y.im * std::log(length);
      }
      if (std::isinf(phase)) return zero_division(t, "0.0 to a negative or complex power");
      double re = len * std::cos(phase), im = len * std::sin(phase);
      if (std::isinf(re) || std::isinf(im)) return overflow_error(t, "complex exponentiation");
      return new_complex(t, re, im);
    }
    case BinOp::kFloorDiv:
      return type_error(t, "unsupported operand type(s) for //: '" + type_name(t, a) + "' and '" +
                               type_name(t, b) + "'");
    case BinOp::kMod:
      return type_error(t, "unsupported operand type(s) for %: '" + type_name(t, a) + "' and '" +
                               type_name(t, b) + "'");
    default: return Value::not_implemented();
  }
}

template <class T>
Value ordered(CmpOp op, T a, T b) {
  switch (op) {
    case CmpOp::kLt: return Value::boolean(a < b);
    case CmpOp::kLe: return Value::boolean(a <= b);
    case CmpOp::kGt: return Value::boolean(a > b);
    case CmpOp::kGe: return Value::boolean(a >= b);
    case CmpOp::kEq: return Value::boolean(a == b);
    default: return Value::boolean(a != b);
  }
}

}  // namespace

bool is_intlike(Value v) { return v.is_int() || v.is_bool() || is<BigInt>(v); }
bool is_floatlike(Value v) { return v.is_float() || is<FloatObj>(v); }
double float_value(Value v) { return v.is_float() ? v.as_float() : as<FloatObj>(v)->d; }

Value new_bigint_of_shape(Thread* t, BigView view, uint32_t shape) {
  auto* b = t->vm->heap.make<BigInt>(t, shape, view.n * sizeof(uint64_t));
  if (!b) return Value::failed();
  b->n = view.n;
  b->neg = view.neg;
  if (view.n) std::memcpy(b->limbs, view.limbs, view.n * sizeof(uint64_t));
  return val(b);
}

Value int_from_big(Thread* t, BigView view) {
  int64_t i;
  if (view.n <= 1 && fits_int64(view, &i) && Value::fits_int(i)) return Value::from_int(i);
  return new_bigint_of_shape(t, view, t->vm->shape_ids.bigint);
}
Value new_int(Thread* t, int64_t i) {
  if (BATON_LIKELY(Value::fits_int(i))) return Value::from_int(i);
  uint64_t s;
  return int_from_big(t, view_of_int64(i, &s));
}
Value new_uint(Thread* t, uint64_t i) {
  uint64_t s;
  return int_from_big(t, view_of_uint64(i, &s));
}
Value new_float(Thread* t, double d) {
  Value v;
  if (BATON_LIKELY(Value::try_float(d, &v))) return v;
  auto* f = t->vm->heap.make<FloatObj>(t, t->vm->shape_ids.float_);
  if (!f) return Value::failed();
  f->d = d;
  return val(f);
}
Value new_complex(Thread* t, double re, double im) {
  auto* c = t->vm->heap.make<ComplexObj>(t, t->vm->shape_ids.complex_);
  if (!c) return Value::failed();
  c->re = re;
  c->im = im;
  return val(c);
}

Value big_status_error(Thread* t, BigStatus status) {
  switch (status) {
    case BigStatus::kZeroDivision: return zero_division(t, "integer division or modulo by zero");
    case BigStatus::kNegative: return value_error(t, "negative shift count");
    case BigStatus::kNotInvertible:
      return value_error(t, "base is not invertible for the given modulus");
    case BigStatus::kOverflow:
      return raise(t, t->vm->classes.overflow_error, "int too large to convert to float");
    case BigStatus::kInvalid: return value_error(t, "invalid number");
    default: return raise_memory_error(t);
  }
}
Value int_result(Thread* t, BigStatus status, const BigBuf& b) {
  if (BATON_UNLIKELY(status != BigStatus::kOk)) return big_status_error(t, status);
  return int_from_big(t, b.view());
}

Value int_from_text(Thread* t, std::string_view text, int base) {
  bool neg = !text.empty() && text[0] == '-';
  BigBuf b;
  return int_result(t, big_from_digits(text.substr(neg), base, neg, false, &b), b);
}

std::string int_to_text(Thread*, Value v, int base) {
  std::string s;
  if (v.is_int() && base == 10) {
    append_int64(&s, v.as_int());
    return s;
  }
  uint64_t storage;
  if (big_to_string(int_view(v, &storage), base, &s) != BigStatus::kOk) s.clear();
  return s;
}

bool int_fits_int64(Value v, int64_t* out) {
  if (v.is_int()) {
    *out = v.as_int();
    return true;
  }
  uint64_t s;
  return fits_int64(int_view(v, &s), out);
}

bool int_to_double(Thread* t, Value v, double* out) {
  if (v.is_int()) {
    *out = static_cast<double>(v.as_int());
    return true;
  }
  uint64_t s;
  if (big_to_double(int_view(v, &s), out) == BigStatus::kOk) return true;
  raise(t, t->vm->classes.overflow_error, "int too large to convert to float");
  return false;
}

Value float_to_int(Thread* t, double d) {
  if (std::isnan(d)) return value_error(t, "cannot convert float NaN to integer");
  if (std::isinf(d))
    return raise(t, t->vm->classes.overflow_error, "cannot convert float infinity to integer");
  if (std::fabs(d) < 2e18) return new_int(t, static_cast<int64_t>(d));
  BigBuf b;
  return int_result(t, big_from_double(d, &b), b);
}

double float_mod(double a, double b) {
  double m = std::fmod(a, b);
  if (m != 0) {
    if ((b < 0) != (m < 0)) m += b;
  } else {
    m = std::copysign(0.0, b);
  }
  return m;
}
double float_floor_div(double a, double b) {
  double m = std::fmod(a, b), div = (a - m) / b;
  if (m != 0 && (b < 0) != (m < 0)) div -= 1.0;
  if (div != 0) {
    double f = std::floor(div);
    return div - f > 0.5 ? f + 1.0 : f;
  }
  return std::copysign(0.0, a / b);
}

Value int_divmod(Thread* t, Value a, Value b, bool want_quotient, bool want_remainder) {
  uint64_t sa, sb;
  BigView x = int_view(a, &sa), y = int_view(b, &sb);
  if (y.is_zero())
    return zero_division(
        t, want_quotient ? "integer division or modulo by zero" : "integer modulo by zero");
  BigBuf q, r;
  BigStatus s = big_floordivmod(x, y, want_quotient ? &q : nullptr, want_remainder ? &r : nullptr);
  if (s != BigStatus::kOk) return big_status_error(t, s);
  if (!want_remainder) return int_from_big(t, q.view());
  if (!want_quotient) return int_from_big(t, r.view());
  Value quot = int_from_big(t, q.view());
  if (quot.is_failed()) return quot;
  Value rem = int_from_big(t, r.view());
  if (rem.is_failed()) return rem;
  return tuple_of(t, {quot, rem});
}

Value number_binary(Thread* t, BinOp op, Value a, Value b) {
  bool ia = is_intlike(a), ib = is_intlike(b);
  if (ia && ib) return int_arith(t, op, a, b);
  bool fa = is_floatlike(a), fb = is_floatlike(b);
  if ((ia || fa) && (ib || fb)) {
    if (op >= BinOp::kMatMul && op != BinOp::kDivMod) return Value::not_implemented();
    double x, y;
    if (fa)
      x = float_value(a);
    else if (!int_to_double(t, a, &x))
      return Value::failed();
    if (fb)
      y = float_value(b);
    else if (!int_to_double(t, b, &y))
      return Value::failed();
    return float_arith(t, op, x, y);
  }
  bool ca = is_complexlike(a), cb = is_complexlike(b);
  if ((ia || fa || ca) && (ib || fb || cb)) return complex_arith(t, op, a, b);
  return Value::not_implemented();
}

Value number_unary(Thread* t, UnOp op, Value a) {
  if (is_intlike(a)) {
    uint64_t s;
    BigView x = int_view(a, &s);
    BigBuf r;
    switch (op) {
      case UnOp::kNeg: return int_result(t, big_neg(x, &r), r);
      case UnOp::kPos: return int_from_big(t, x);
      default: return int_result(t, big_invert(x, &r), r);
    }
  }
  if (op == UnOp::kInvert) return Value::not_implemented();
  if (is_floatlike(a)) return new_float(t, op == UnOp::kNeg ? -float_value(a) : float_value(a));
  if (is_complexlike(a)) {
    double sign = op == UnOp::kNeg ? -1 : 1;
    return new_complex(t, sign * as<ComplexObj>(a)->re, sign * as<ComplexObj>(a)->im);
  }
  return Value::not_implemented();
}

Value number_compare(Thread*, CmpOp op, Value a, Value b) {
  bool ia = is_intlike(a), ib = is_intlike(b);
  uint64_t sa, sb;
  if (ia && ib) {
    if (both_int(a, b)) return ordered(op, a.as_int(), b.as_int());
    return ordered(op, big_compare(int_view(a, &sa), int_view(b, &sb)), 0);
  }
  bool fa = is_floatlike(a), fb = is_floatlike(b);
  if (fa && fb) return ordered(op, float_value(a), float_value(b));
  if (ia && fb) {
    double y = float_value(b);
    if (std::isnan(y)) return Value::boolean(op == CmpOp::kNe);
    return ordered(op, big_compare_double(int_view(a, &sa), y), 0);
  }
  if (fa && ib) {
    double x = float_value(a);
    if (std::isnan(x)) return Value::boolean(op == CmpOp::kNe);
    return ordered(op, 0, big_compare_double(int_view(b, &sb), x));
  }
  bool ca = is_complexlike(a), cb = is_complexlike(b);
  if ((ca && (ia || fa || ca) && (ib || fb || cb)) || (cb && (ia || fa))) {
    if (op != CmpOp::kEq && op != CmpOp::kNe) return Value::not_implemented();
    auto equal_real = [&](Value c, Value r) {
      if (as<ComplexObj>(c)->im != 0) return false;
      double re = as<ComplexObj>(c)->re;
      if (is_floatlike(r)) return re == float_value(r);
      return !std::isnan(re) && big_compare_double(int_view(r, &sa), re) == 0;
    };
    bool equal = ca && cb ? as<ComplexObj>(a)->re == as<ComplexObj>(b)->re &&
                                as<ComplexObj>(a)->im == as<ComplexObj>(b)->im
                 : ca ? equal_real(a, b)
                      : equal_real(b, a);
    return Value::boolean(equal == (op == CmpOp::kEq));
  }
  return Value::not_implemented();
}

Value number_power_mod(Thread* t, Value a, Value b, Value mod) {
  for (Value v : {a, b, mod}) {  // the first that is no int decides how it fails
    if (is_intlike(v)) continue;
    if (is_floatlike(v))
      return type_error(t, "pow() 3rd argument not allowed unless all arguments are integers");
    if (is_complexlike(v)) return value_error(t, "complex modulo");
    return Value::not_implemented();
  }
  uint64_t sa, sb, sm;
  BigBuf r;
  BigStatus s = big_pow_mod(int_view(a, &sa), int_view(b, &sb), int_view(mod, &sm), &r);
  if (s == BigStatus::kZeroDivision) return value_error(t, "pow() 3rd argument cannot be 0");
  return int_result(t, s, r);
}

int64_t number_hash(Thread*, Value v) {
  if (v.is_int()) return hash_int64(v.as_int());
  if (v.is_bool()) return v.is_true();
  int64_t nan_hash = hash_pointer(reinterpret_cast<const void*>(v.w));
  if (is_floatlike(v)) return hash_double(float_value(v), nan_hash);
  if (is<ComplexObj>(v))
    return hash_complex(as<ComplexObj>(v)->re, as<ComplexObj>(v)->im, nan_hash);
  uint64_t s;
  return big_hash(int_view(v, &s));
}

}  // namespace baton
