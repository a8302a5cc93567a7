// The math module. Functions of double raise ValueError "math domain error" or OverflowError "math
// range error" as CPython's do; integer functions are exact. Lock held; gcd, factorial and comb of
// huge numbers may take long but never run script code.
// Behaviour: https://docs.python.org/3.11/library/math.html
#include <cerrno>
#include <cmath>

#include "stdlib/stdlib.h"
#include "vm/native/native.h"
#include "vm/objects/number.h"

namespace baton {
namespace {

NativeGroup math_functions{"math"};

Value domain_error(Thread* t) { return value_error(t, "math domain error"); }
Value range_error(Thread* t) { return overflow_error(t, "math range error"); }

// The result r of f(x): nan from a number is a domain error; inf from a finite number a range error, or a
// domain error for functions with poles.
Value checked(Thread* t, double x, double r, bool can_overflow) {
  if (std::isnan(r) && !std::isnan(x)) return domain_error(t);
  if (std::isinf(r) && std::isfinite(x)) return can_overflow ? range_error(t) : domain_error(t);
  return new_float(t, r);
}

#define MATH1(name, doc, overflow)                                                      \
  double raw_##name(double x) { return std::name(x); }                                  \
  Value m_##name(Thread* t, double x) { return checked(t, x, std::name(x), overflow); } \
  DEF_F1(math_functions, raw_##name, m_##name, #name "(x, /)", doc)
MATH1(sqrt, "Return the square root of x.", false)
MATH1(cbrt, "Return the cube root of x.", false)
MATH1(exp, "Return e raised to the power of x.", true)
MATH1(exp2, "Return 2 raised to the power of x.", true)
MATH1(expm1, "Return exp(x)-1.", true)
MATH1(sin, "Return the sine of x (measured in radians).", false)
MATH1(cos, "Return the cosine of x (measured in radians).", false)
MATH1(tan, "Return the tangent of x (measured in radians).", false)
MATH1(asin, "Return the arc sine (measured in radians) of x.", false)
MATH1(acos, "Return the arc cosine (measured in radians) of x.", false)
MATH1(atan, "Return the arc tangent (measured in radians) of x.", false)
MATH1(sinh, "Return the hyperbolic sine of x.", true)
MATH1(cosh, "Return the hyperbolic cosine of x.", true)
MATH1(tanh, "Return the hyperbolic tangent of x.", false)
MATH1(asinh, "Return the inverse hyperbolic sine of x.", false)
MATH1(acosh, "Return the inverse hyperbolic cosine of x.", false)
MATH1(atanh, "Return the inverse hyperbolic tangent of x.", false)
MATH1(log1p, "Return the natural logarithm of 1+x (base e).", false)
MATH1(fabs, "Return the absolute value of the float x.", false)
MATH1(erf, "Error function at x.", false)
MATH1(erfc, "Complementary error function at x.", false)
#undef MATH1

// Gamma by Lanczos' approximation with the 13 terms that are exact to double precision for
// g = 6.02468..., a rational function whose denominator is x(x+1)...(x+11). The C library's gamma
// differs from CPython's in last digits, this doesn't.
constexpr double kLanczosG = 6.024680040776729583740234375;
constexpr double kLanczosNum[13] = {23531376880.410759688572007674451636754734846804940,
                                    42919803642.649098768957899047001988850926355848959,
                                    35711959237.355668049440185451547166705960488635843,
                                    17921034426.037209699919755754458931112671403265390,
                                    6039542586.3520280050642916443072979210699388420708,
                                    1439720407.3117216736632230727949123939715485786372,
                                    248874557.86205415651146038641322942321632125127801,
                                    31426415.585400194380614231628318205362874684987640,
                                    2876370.6289353724412254090516208496135991145378768,
                                    186056.26539522349504029498971604569928220784236328,
                                    8071.6720023658162106380029022722506138218516325024,
                                    210.82427775157934587250973392071336271166969580291,
                                    2.5066282746310002701649081771338373386264310793408};
constexpr double kLanczosDen[13] = {0.0,        39916800.0, 120543840.0, 150917976.0, 105258076.0,
                                    45995730.0, 13339535.0, 2637558.0,   357423.0,    32670.0,
                                    1925.0,     66.0,       1.0};
double lanczos_sum(double x) {
  double num = 0, den = 0;
  if (x < 5.0) {
    for (int i = 12; i >= 0; --i) num = num * x + kLanczosNum[i], den = den * x + kLanczosDen[i];
  } else {  // in powers of 1/x, which don't overflow
    for (int i = 0; i < 13; ++i) num = num / x + kLanczosNum[i], den = den / x + kLanczosDen[i];
  }
  return num / den;
}
// sin(pi * x), exact at the multiples of 1/2.
double sin_pi(double x) {
  double y = std::fmod(std::fabs(x), 2.0), r;
  switch (static_cast<int>(std::round(2.0 * y))) {
    case 0: r = std::sin(M_PI * y); break;
    case 1: r = std::cos(M_PI * (y - 0.5)); break;
    case 2: r = std::sin(M_PI * (1.0 - y)); break;
    case 3: r = -std::cos(M_PI * (y - 1.5)); break;
    default: r = std::sin(M_PI * (y - 2.0)); break;
  }
  return std::copysign(1.0, x) * r;
}
Value m_gamma(Thread* t, double x) {
  if (std::isnan(x) || x == INFINITY) return new_float(t, x);
  if (x == -INFINITY || x == 0) return domain_error(t);
  if (x == std::floor(x)) {
    if (x < 0) return domain_error(t);
    if (x <= 23) {
      double r = 1;
      for (int i = 2; i < x; ++i) r *= i;
      return new_float(t, r);
    }
  }
  double a = std::fabs(x);
  if (a < 1e-20) {
    double r = 1.0 / x;
    return std::isinf(r) ? range_error(t) : new_float(t, r);
  }
  if (a > 200.0) return x < 0 ? new_float(t, 0.0 / sin_pi(x)) : range_error(t);
  constexpr double kShift = kLanczosG - 0.5;
  double y = a + kShift;
  double lost = a > kShift ? (y - a) - kShift : (y - kShift) - a;  // of the sum y
  double z = lost * kLanczosG / y, r;
  double power = a < 140.0 ? std::pow(y, a - 0.5) : std::pow(y, a / 2.0 - 0.25);
  if (x < 0) {
    r = -M_PI / sin_pi(a) / a * std::exp(y) / lanczos_sum(a);
    r -= z * r;
    r /= power;
    if (a >= 140.0) r /= power;
  } else {
    r = lanczos_sum(a) / std::exp(y);
    r += z * r;
    r *= power;
    if (a >= 140.0) r *= power;
  }
  return std::isinf(r) ? range_error(t) : new_float(t, r);
}
DEF(math_functions, m_gamma, "gamma(x, /)", "Gamma function at x.")
Value m_lgamma(Thread* t, double x) {
  if (std::isnan(x)) return new_float(t, x);
  if (std::isinf(x)) return new_float(t, INFINITY);
  if (x == std::floor(x) && x <= 2.0) return x <= 0 ? domain_error(t) : new_float(t, 0.0);
  double a = std::fabs(x);
  if (a < 1e-20) return new_float(t, -std::log(a));
  double r = std::log(lanczos_sum(a)) - kLanczosG;
  r += (a - 0.5) * (std::log(a + kLanczosG - 0.5) - 1);
  constexpr double kLogPi = 1.144729885849400174143427351353058711647;
  if (x < 0) r = kLogPi - std::log(std::fabs(sin_pi(a))) - std::log(a) - r;
  return std::isinf(r) ? range_error(t) : new_float(t, r);
}
DEF(math_functions, m_lgamma, "lgamma(x, /)",
    "Natural logarithm of absolute value of Gamma function at x.")

// log of a positive int of any size, or of a float.
bool log_of(Thread* t, Value x, double (*f)(double), double* out) {
  if (is_intlike(x) && !x.is_int() && !x.is_bool()) {
    uint64_t s;
    BigView v = int_view(x, &s);
    if (v.neg || v.is_zero()) return domain_error(t), false;
    if (big_to_double(v, out) == BigStatus::kOk) return *out = f(*out), true;
    double m;
    int64_t e;
    big_frexp(v, &m, &e);
    *out = f(m) + f(2.0) * static_cast<double>(e);
    return true;
  }
  double d;
  if (!to_double(t, x, &d)) return false;
  if (d <= 0) return domain_error(t), false;
  *out = f(d);
  return true;
}
double log_e(double x) { return std::log(x); }
double log_2(double x) { return std::log2(x); }
double log_10(double x) { return std::log10(x); }
Value m_log(Thread* t, Value x, Value base) {
  double a, b;
  if (!log_of(t, x, log_e, &a)) return Value::failed();
  if (base.is_unbound()) return new_float(t, a);
  if (!log_of(t, base, log_e, &b)) return Value::failed();
  if (b == 0) return raise(t, t->vm->classes.zero_division_error, "float division by zero");
  return new_float(t, a / b);
}
DEF(math_functions, m_log, "log(x, base=<absent>, /)",
    "Return the logarithm of x to the given base (default e).")
Value m_log2(Thread* t, Value x) {
  double a;
  return log_of(t, x, log_2, &a) ? new_float(t, a) : Value::failed();
}
DEF(math_functions, m_log2, "log2(x, /)", "Return the base 2 logarithm of x.")
Value m_log10(Thread* t, Value x) {
  double a;
  return log_of(t, x, log_10, &a) ? new_float(t, a) : Value::failed();
}
DEF(math_functions, m_log10, "log10(x, /)", "Return the base 10 logarithm of x.")

Value m_pow(Thread* t, double x, double y) {
  double r = std::pow(x, y);
  if (std::isfinite(x) && std::isfinite(y)) {
    if (std::isnan(r)) return domain_error(t);
    if (std::isinf(r)) return x == 0 ? domain_error(t) : range_error(t);
  }
  return new_float(t, r);
}
DEF(math_functions, m_pow, "pow(x, y, /)", "Return x**y (x to the power of y).")
double m_atan2(double y, double x) { return std::atan2(y, x); }
DEF(math_functions, m_atan2, "atan2(y, x, /)",
    "Return the arc tangent (measured in radians) of y/x.")
double m_copysign(double x, double y) { return std::copysign(x, y); }
DEF(math_functions, m_copysign, "copysign(x, y, /)",
    "Return a float with the magnitude of x but the sign of y.")
Value m_fmod(Thread* t, double x, double y) {
  double r = std::fmod(x, y);
  if (std::isnan(r) && !std::isnan(x) && !std::isnan(y)) return domain_error(t);
  return new_float(t, r);
}
DEF(math_functions, m_fmod, "fmod(x, y, /)", "Return fmod(x, y), according to platform C.")
Value m_remainder(Thread* t, double x, double y) {
  double r = std::remainder(x, y);
  if (std::isnan(r) && !std::isnan(x) && !std::isnan(y)) return domain_error(t);
  return new_float(t, r);
}
DEF(math_functions, m_remainder, "remainder(x, y, /)",
    "Difference between x and the closest integer multiple of y.")
double m_nextafter(double x, double y) { return std::nextafter(x, y); }
DEF(math_functions, m_nextafter, "nextafter(x, y, /)",
    "Return the next floating-point value after x towards y.")
double m_ulp(double x) {
  if (!std::isfinite(x)) return std::fabs(x);
  x = std::fabs(x);
  double up = std::nextafter(x, INFINITY);
  return std::isinf(up) ? x - std::nextafter(x, 0.0) : up - x;
}
DEF(math_functions, m_ulp, "ulp(x, /)",
    "Return the value of the least significant bit of the float x.")
double m_degrees(double x) { return x * (180.0 / M_PI); }
DEF(math_functions, m_degrees, "degrees(x, /)", "Convert angle x from radians to degrees.")
double m_radians(double x) { return x * (M_PI / 180.0); }
DEF(math_functions, m_radians, "radians(x, /)", "Convert angle x from degrees to radians.")
bool m_isnan(double x) { return std::isnan(x); }
DEF(math_functions, m_isnan, "isnan(x, /)",
    "Return True if x is a NaN (not a number), and False otherwise.")
bool m_isinf(double x) { return std::isinf(x); }
DEF(math_functions, m_isinf, "isinf(x, /)",
    "Return True if x is a positive or negative infinity, and False otherwise.")
bool m_isfinite(double x) { return std::isfinite(x); }
DEF(math_functions, m_isfinite, "isfinite(x, /)",
    "Return True if x is neither an infinity nor a NaN, and False otherwise.")

Value m_isclose(Thread* t, double a, double b, Value rel, Value abs) {
  double rel_tol = 1e-9, abs_tol = 0.0;
  if (!rel.is_unbound() && !to_double(t, rel, &rel_tol)) return Value::failed();
  if (!abs.is_unbound() && !to_double(t, abs, &abs_tol)) return Value::failed();
  if (rel_tol < 0 || abs_tol < 0) return value_error(t, "tolerances must be non-negative");
  if (a == b) return Value::true_();
  if (std::isinf(a) || std::isinf(b)) return Value::false_();
  double diff = std::fabs(b - a);
  return Value::boolean(diff <= std::fabs(rel_tol * b) || diff <= std::fabs(rel_tol * a) ||
                        diff <= abs_tol);
}
DEF(math_functions, m_isclose, "isclose(a, b, *, rel_tol=<absent>, abs_tol=<absent>)",
    "Determine whether two floating-point numbers are close in value.")

// floor, ceil, trunc: of a float an int; of other objects their dunder.
Value rounded(Thread* t, Value x, Str* dunder, double (*f)(double)) {
  if (is_floatlike(x)) return float_to_int(t, f(float_value(x)));
  if (x.is_int()) return x;
  Value r = call_special(t, x, dunder);
  if (!r.is_unbound()) return r;
  if (dunder == t->vm->names.trunc)
    return type_error(t, "type " + type_name(t, x) + " doesn't define __trunc__ method");
  double d;
  if (!to_double(t, x, &d)) return Value::failed();
  return float_to_int(t, f(d));
}
double down(double x) { return std::floor(x); }
double up(double x) { return std::ceil(x); }
double toward_zero(double x) { return std::trunc(x); }
Value m_floor(Thread* t, Value x) { return rounded(t, x, t->vm->names.floor, down); }
DEF(math_functions, m_floor, "floor(x, /)", "Return the floor of x as an Integral.")
Value m_ceil(Thread* t, Value x) { return rounded(t, x, t->vm->names.ceil, up); }
DEF(math_functions, m_ceil, "ceil(x, /)", "Return the ceiling of x as an Integral.")
Value m_trunc(Thread* t, Value x) { return rounded(t, x, t->vm->names.trunc, toward_zero); }
DEF(math_functions, m_trunc, "trunc(x, /)",
    "Truncates the Real x to the nearest Integral toward 0.")

Value m_frexp(Thread* t, double x) {
  int e = 0;
  double m = std::isfinite(x) ? std::frexp(x, &e) : x;
  return tuple_of(t, {new_float(t, m), Value::from_int(e)});
}
DEF(math_functions, m_frexp, "frexp(x, /)",
    "Return the mantissa and exponent of x, as pair (m, e).")
Value m_ldexp(Thread* t, double x, Value exponent) {
  if (!is_intlike(exponent)) return type_error(t, "Expected an int as second argument to ldexp.");
  if (x == 0 || !std::isfinite(x)) return new_float(t, x);
  int64_t e;
  uint64_t s;
  if (!int_fits_int64(exponent, &e)) e = int_view(exponent, &s).neg ? -100000 : 100000;
  e = e > 100000 ? 100000 : e < -100000 ? -100000 : e;
  double r = std::ldexp(x, static_cast<int>(e));
  return std::isinf(r) ? range_error(t) : new_float(t, r);
}
DEF(math_functions, m_ldexp, "ldexp(x, i, /)", "Return x * (2**i).")
Value m_modf(Thread* t, double x) {
  double whole, part = std::modf(x, &whole);
  return tuple_of(t, {new_float(t, part), new_float(t, whole)});
}
DEF(math_functions, m_modf, "modf(x, /)", "Return the fractional and integer parts of x.")

// Sum of squares to about twice the precision of a double: each square is split into the squares of
// its halves, and what each addition loses is kept.
struct SquareSum {
  double sum = 1.0, low1 = 0, low2 = 0, low3 = 0;  // 1.0: so that sum is never the smaller addend
  void add(double x, double* low) {
    double before = sum;
    sum += x;
    *low += (before - sum) + x;
  }
  static void split(double x, double* hi, double* lo) {
    double big = x * 134217729.0;
    *hi = big - (big - x);
    *lo = x - *hi;
  }
  double value() const { return sum - 1.0 + (low1 + low2 + low3); }
};
// Euclidean length of v (all >= 0, the largest given).
double norm(const std::vector<double>& v, double largest, bool nan) {
  if (std::isinf(largest)) return largest;
  if (nan) return NAN;
  if (largest == 0 || v.size() <= 1) return largest;
  int exponent;
  std::frexp(largest, &exponent);
  SquareSum s;
  if (exponent < -1023) {  // 2 ** -exponent would overflow
    for (double x : v) s.add((x / largest) * (x / largest), &s.low1);
    return largest * std::sqrt(s.value());
  }
  double scale = std::ldexp(1.0, -exponent), hi, lo;
  for (double x : v) {
    SquareSum::split(x * scale, &hi, &lo);
    s.add(hi * hi, &s.low1);
    s.add(2.0 * hi * lo, &s.low2);
    s.low3 += lo * lo;
  }
  double h = std::sqrt(s.value());
  SquareSum::split(h, &hi, &lo);  // one step of Newton's on what h misses
  s.add(-hi * hi, &s.low1);
  s.add(-2.0 * hi * lo, &s.low2);
  s.add(-lo * lo, &s.low3);
  return (h + s.value() / (2.0 * h)) / scale;
}
// Collects coordinates; false if the size is more than memory holds.
struct Coordinates {
  std::vector<double> v;
  double largest = 0;
  bool nan = false;
  void add(double x) {
    x = std::fabs(x);
    v.push_back(x);
    nan |= std::isnan(x);
    if (x > largest) largest = x;
  }
};
Value m_hypot(Thread* t, Args args) {
  Coordinates c;
  for (uint32_t i = 0; i < args.n; ++i) {
    double x;
    if (!to_double(t, args.v[i], &x)) return Value::failed();
    c.add(x);
  }
  return new_float(t, norm(c.v, c.largest, c.nan));
}
DEF(math_functions, m_hypot, "hypot(*coordinates)",
    "Multidimensional Euclidean distance from the origin to a point.")
Value m_dist(Thread* t, Value p, Value q) {
  List *a, *b;
  if (!list_from_iterable(t, p, &a) || !list_from_iterable(t, q, &b)) return Value::failed();
  if (a->size != b->size)
    return value_error(t, "both points must have the same number of dimensions");
  Coordinates c;
  for (size_t i = 0; i < a->size && i < b->size; ++i) {
    double x, y;
    if (!to_double(t, a->items[i], &x) || !to_double(t, b->items[i], &y)) return Value::failed();
    c.add(x - y);
  }
  return new_float(t, norm(c.v, c.largest, c.nan));
}
DEF(math_functions, m_dist, "dist(p, q, /)",
    "Return the Euclidean distance between two points p and q.")

// Shewchuk's exact summation with partials.
Value m_fsum(Thread* t, Value seq) {
  std::vector<double> partials;
  double special = 0, infinities = 0;
  bool has_special = false;
  bool ok = for_each_item(t, seq, [&](Value v) {
    double x;
    if (!to_double(t, v, &x)) return false;
    if (!std::isfinite(x)) {
      special += x;
      if (std::isinf(x)) infinities += x;
      has_special = true;
      return true;
    }
    size_t k = 0;
    for (size_t i = 0; i < partials.size(); ++i) {
      double y = partials[i];
      if (std::fabs(x) < std::fabs(y)) std::swap(x, y);
      double hi = x + y, lo = y - (hi - x);
      if (lo != 0) partials[k++] = lo;
      x = hi;
    }
    if (!std::isfinite(x)) return overflow_error(t, "intermediate overflow in fsum"), false;
    partials.resize(k);
    partials.push_back(x);
    return true;
  });
  if (!ok) return Value::failed();
  if (has_special)
    return std::isnan(infinities) ? value_error(t, "-inf + inf in fsum") : new_float(t, special);
  double hi = 0, lo = 0;
  size_t n = partials.size();
  if (n > 0) {
    hi = partials[--n];
    while (n > 0) {
      double x = hi, y = partials[--n];
      hi = x + y;
      lo = y - (hi - x);
      if (lo != 0) break;
    }
    if (n > 0 && ((lo < 0 && partials[n - 1] < 0) || (lo > 0 && partials[n - 1] > 0))) {
      double y = lo * 2, x = hi + y;
      if (y == x - hi) hi = x;
    }
  }
  return new_float(t, hi);
}
DEF(math_functions, m_fsum, "fsum(seq, /)",
    "Return an accurate floating-point sum of values in the iterable seq.")

Value m_prod(Thread* t, Value seq, Value start) {
  Value acc = start;
  bool ok = for_each_item(t, seq, [&](Value v) {
    acc = binary_op(t, BinOp::kMul, acc, v);
    return !acc.is_failed();
  });
  return ok ? acc : Value::failed();
}
DEF(math_functions, m_prod, "prod(iterable, /, *, start=1)",
    "Calculate the product of all the elements in the input iterable.")

Value integer_result(Thread* t, BigStatus (*f)(BigView, BigView, BigBuf*), Value a, Value b) {
  uint64_t sa, sb;
  BigBuf r;
  return int_result(t, f(int_view(a, &sa), int_view(b, &sb), &r), r);
}
Value m_gcd(Thread* t, Args args) {
  Value acc = Value::from_int(0);
  for (uint32_t i = 0; i < args.n; ++i) {
    Value v = to_index(t, args.v[i]);
    if (v.is_failed()) return v;
    acc = integer_result(t, big_gcd, acc, v);
    if (acc.is_failed()) return acc;
  }
  return acc;
}
DEF(math_functions, m_gcd, "gcd(*integers)", "Greatest Common Divisor.")
Value m_lcm(Thread* t, Args args) {
  Value acc = Value::from_int(1);
  for (uint32_t i = 0; i < args.n; ++i) {
    Value v = to_index(t, args.v[i]);
    if (v.is_failed()) return v;
    uint64_t s;
    if (int_view(v, &s).is_zero()) return Value::from_int(0);
    Value g = integer_result(t, big_gcd, acc, v);
    if (g.is_failed()) return g;
    acc = number_binary(t, BinOp::kFloorDiv, acc, g);
    if (!acc.is_failed()) acc = number_binary(t, BinOp::kMul, acc, v);
    if (acc.is_failed()) return acc;
    if (int_view(acc, &s).neg) acc = number_unary(t, UnOp::kNeg, acc);
  }
  return acc;
}
DEF(math_functions, m_lcm, "lcm(*integers)", "Least Common Multiple.")
Value m_isqrt(Thread* t, Value n) {
  Value v = to_index(t, n);
  if (v.is_failed()) return v;
  uint64_t s;
  BigBuf r;
  BigStatus st = big_isqrt(int_view(v, &s), &r);
  if (st == BigStatus::kNegative) return value_error(t, "isqrt() argument must be nonnegative");
  return int_result(t, st, r);
}
DEF(math_functions, m_isqrt, "isqrt(n, /)",
    "Return the integer part of the square root of the input.")

// Product of lo..hi by halves, so that the factors stay of like size.
Value product_of_range(Thread* t, int64_t lo, int64_t hi) {
  if (lo > hi) return Value::from_int(1);
  if (hi - lo < 8) {
    Value r = Value::from_int(lo);
    for (int64_t i = lo + 1; i <= hi && !r.is_failed(); ++i)
      r = number_binary(t, BinOp::kMul, r, Value::from_int(i));
    return r;
  }
  if (!poll(t)) return Value::failed();
  int64_t mid = lo + (hi - lo) / 2;
  Value a = product_of_range(t, lo, mid);
  if (a.is_failed()) return a;
  Value b = product_of_range(t, mid + 1, hi);
  return b.is_failed() ? b : number_binary(t, BinOp::kMul, a, b);
}
Value m_factorial(Thread* t, Value x) {
  if (is_floatlike(x)) return type_error(t, "'float' object cannot be interpreted as an integer");
  Value v = to_index(t, x);
  if (v.is_failed()) return v;
  uint64_t s;
  if (int_view(v, &s).neg) return value_error(t, "factorial() not defined for negative values");
  int64_t n;
  if (!int_fits_int64(v, &n))
    return overflow_error(t, "factorial() argument should not exceed 9223372036854775807");
  return product_of_range(t, 2, n);
}
DEF(math_functions, m_factorial, "factorial(n, /)", "Find n!.")

// n and k of perm and comb: n of any size, k fits (or is cut to k > n, which gives 0).
bool count_arguments(Thread* t, Value* n, Value* k) {
  *n = to_index(t, *n);
  *k = n->is_failed() ? *n : to_index(t, *k);
  if (k->is_failed()) return false;
  uint64_t s;
  if (int_view(*n, &s).neg) return value_error(t, "n must be a non-negative integer"), false;
  if (int_view(*k, &s).neg) return value_error(t, "k must be a non-negative integer"), false;
  return true;
}
// n * (n-1) * ... * (n-k+1) for an n of any size.
Value falling_product(Thread* t, Value n, int64_t k) {
  int64_t small;
  if (int_fits_int64(n, &small)) return product_of_range(t, small - k + 1, small);
  Value r = Value::from_int(1);
  for (int64_t i = 0; i < k && !r.is_failed(); ++i) {
    if (!poll(t)) return Value::failed();
    Value factor = number_binary(t, BinOp::kSub, n, Value::from_int(i));
    r = factor.is_failed() ? factor : number_binary(t, BinOp::kMul, r, factor);
  }
  return r;
}
Value m_perm(Thread* t, Value n, Value k) {
  if (k.is_none()) return m_factorial(t, n);
  if (!count_arguments(t, &n, &k)) return Value::failed();
  if (number_compare(t, CmpOp::kGt, k, n) == Value::true_()) return Value::from_int(0);
  int64_t count;
  if (!int_fits_int64(k, &count)) return overflow_error(t, "k must not exceed 9223372036854775807");
  return falling_product(t, n, count);
}
DEF(math_functions, m_perm, "perm(n, k=None, /)",
    "Number of ways to choose k items from n items without repetition and with order.")
Value m_comb(Thread* t, Value n, Value k) {
  if (!count_arguments(t, &n, &k)) return Value::failed();
  Value rest = number_binary(t, BinOp::kSub, n, k);
  if (rest.is_failed()) return rest;
  uint64_t s;
  if (int_view(rest, &s).neg) return Value::from_int(0);
  if (number_compare(t, CmpOp::kLt, rest, k) == Value::true_()) k = rest;
  int64_t count;
  if (!int_fits_int64(k, &count))
    return overflow_error(t, "min(n - k, k) must not exceed 9223372036854775807");
  Value top = falling_product(t, n, count);
  if (top.is_failed()) return top;
  Value bottom = product_of_range(t, 2, count);
  return bottom.is_failed() ? bottom : number_binary(t, BinOp::kFloorDiv, top, bottom);
}
DEF(math_functions, m_comb, "comb(n, k, /)",
    "Number of ways to choose k items from n items without repetition and without order.")

}  // namespace

void init_math(Thread* t, Module* m) {
  install_functions(t, m, math_functions);
  dict_set_cstr(t, m->dict, "pi", new_float(t, M_PI));
  dict_set_cstr(t, m->dict, "e", new_float(t, M_E));
  dict_set_cstr(t, m->dict, "tau", new_float(t, 2 * M_PI));
  dict_set_cstr(t, m->dict, "inf", new_float(t, INFINITY));
  dict_set_cstr(t, m->dict, "nan", new_float(t, NAN));
}

}  // namespace baton
