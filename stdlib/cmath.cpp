// The cmath module: functions of complex numbers.
//
// Finite arguments go through formulas that keep precision near branch points and don't overflow
// before the result does (Kahan, "Branch cuts for complex elementary functions"), so that results are
// CPython's to the last digit; infinities and NaNs go to the C library, which follows annex G of the C
// standard, save where annex G leaves a sign open. ValueError "math domain error" and OverflowError "math range error" as in math. Lock held.
// Behaviour: https://docs.python.org/3.11/library/cmath.html
#include <cfloat>
#include <cmath>
#include <complex>

#include "stdlib/stdlib.h"
#include "vm/native/native.h"
#include "vm/objects/number.h"

namespace baton {
namespace {

NativeGroup cmath_functions{"cmath"};

using Complex = std::complex<double>;
enum class Outcome { kFine, kDomain, kRange };

constexpr double kLarge = DBL_MAX / 4.0, kLn2 = 0.6931471805599453094, kLn10 = 2.302585092994045684;
const double kSqrtLarge = std::sqrt(kLarge), kLogLarge = std::log(kLarge),
             kSqrtSmall = std::sqrt(DBL_MIN);

bool finite(Complex z) { return std::isfinite(z.real()) && std::isfinite(z.imag()); }
bool huge(Complex z) { return std::fabs(z.real()) > kLarge || std::fabs(z.imag()) > kLarge; }
// log |z| for a z whose square would overflow.
double log_huge(Complex z) { return std::log(std::hypot(z.real() / 2, z.imag() / 2)) + kLn2 * 2; }
Outcome overflow(Complex r) {
  return std::isinf(r.real()) || std::isinf(r.imag()) ? Outcome::kRange : Outcome::kFine;
}
// Functions of z by functions of iz: f(z) = -i * g(i * z).
template <class G>
Outcome by_rotation(Complex z, Complex* r, G g) {
  Complex s;
  Outcome o = g(Complex(-z.imag(), z.real()), &s);
  *r = Complex(s.imag(), -s.real());
  return o;
}

Outcome c_sqrt(Complex z, Complex* r) {
  double x = z.real(), y = z.imag();
  if (!finite(z)) {
    *r = std::sqrt(z);
    return Outcome::kFine;
  }
  if (x == 0 && y == 0) {
    *r = Complex(0.0, y);
    return Outcome::kFine;
  }
  double ax = std::fabs(x), ay = std::fabs(y), s;
  if (ax < DBL_MIN && ay < DBL_MIN) {  // subnormal: scale up by an even power
    ax = std::ldexp(ax, 53);
    s = std::ldexp(std::sqrt(ax + std::hypot(ax, std::ldexp(ay, 53))), -27);
  } else {
    ax /= 8.0;
    s = 2.0 * std::sqrt(ax + std::hypot(ax, ay / 8.0));
  }
  double d = ay / (2.0 * s);
  *r = x >= 0 ? Complex(s, std::copysign(d, y)) : Complex(d, std::copysign(s, y));
  return Outcome::kFine;
}
Complex root(double re, double im) {
  Complex r;
  c_sqrt(Complex(re, im), &r);
  return r;
}

Outcome c_acos(Complex z, Complex* r) {
  double x = z.real(), y = z.imag();
  if (!finite(z)) {
    *r = std::acos(z);
    if (std::isinf(x) && std::isnan(y)) *r = Complex(NAN, INFINITY);
  } else if (huge(z)) {
    double l = log_huge(z);
    *r = Complex(std::atan2(std::fabs(y), x), x < 0 ? -std::copysign(l, y) : std::copysign(l, -y));
  } else {
    Complex a = root(1.0 - x, -y), b = root(1.0 + x, y);
    *r = Complex(2.0 * std::atan2(a.real(), b.real()),
                 std::asinh(b.real() * a.imag() - b.imag() * a.real()));
  }
  return Outcome::kFine;
}
Outcome c_acosh(Complex z, Complex* r) {
  double x = z.real(), y = z.imag();
  if (!finite(z)) {
    *r = std::acosh(z);
    if (x == 0 && std::isnan(y)) *r = Complex(NAN, NAN);
  } else if (huge(z)) {
    *r = Complex(log_huge(z), std::atan2(y, x));
  } else {
    Complex a = root(x - 1.0, y), b = root(x + 1.0, y);
    *r = Complex(std::asinh(a.real() * b.real() + a.imag() * b.imag()),
                 2.0 * std::atan2(a.imag(), b.real()));
  }
  return Outcome::kFine;
}
Outcome c_asinh(Complex z, Complex* r) {
  double x = z.real(), y = z.imag();
  if (!finite(z)) {
    *r = std::asinh(z);
    if (std::isnan(x) && std::isinf(y)) *r = Complex(INFINITY, NAN);
  } else if (huge(z)) {
    double l = log_huge(z);
    *r = Complex(y >= 0 ? std::copysign(l, x) : -std::copysign(l, -x), std::atan2(y, std::fabs(x)));
  } else {
    Complex a = root(1.0 + y, -x), b = root(1.0 - y, x);
    *r = Complex(std::asinh(a.real() * b.imag() - b.real() * a.imag()),
                 std::atan2(y, a.real() * b.real() - a.imag() * b.imag()));
  }
  return Outcome::kFine;
}
Outcome c_asin(Complex z, Complex* r) { return by_rotation(z, r, c_asinh); }

Outcome c_atanh(Complex z, Complex* r) {
  double x = z.real(), y = z.imag();
  if (!finite(z)) {
    *r = std::atanh(z);
    if (std::isnan(x) && std::isinf(y)) *r = Complex(0.0, std::copysign(M_PI / 2, y));
    return Outcome::kFine;
  }
  if (std::signbit(x)) {  // odd, so only the right half is needed
    Outcome o = c_atanh(-z, r);
    *r = -*r;
    return o;
  }
  double ay = std::fabs(y);
  if (x > kSqrtLarge || ay > kSqrtLarge) {
    double h = std::hypot(x / 2.0, y / 2.0);
    *r = Complex(x / 4.0 / h / h, -std::copysign(M_PI / 2.0, -y));
  } else if (x == 1.0 && ay < kSqrtSmall) {
    if (ay == 0) {
      *r = Complex(INFINITY, y);
      return Outcome::kDomain;
    }
    *r = Complex(-std::log(std::sqrt(ay) / std::sqrt(std::hypot(ay, 2.0))),
                 std::copysign(std::atan2(2.0, -ay) / 2, y));
  } else {
    *r = Complex(std::log1p(4.0 * x / ((1 - x) * (1 - x) + ay * ay)) / 4.0,
                 -std::atan2(-2.0 * y, (1 - x) * (1 + x) - ay * ay) / 2.0);
  }
  return Outcome::kFine;
}
Outcome c_atan(Complex z, Complex* r) { return by_rotation(z, r, c_atanh); }

// An infinite imaginary part has no direction to turn to.
bool turns_forever(Complex z, bool real_may_be_infinite) {
  return std::isinf(z.imag()) &&
         (real_may_be_infinite ? !std::isnan(z.real()) : std::isfinite(z.real()));
}
Outcome c_cosh(Complex z, Complex* r) {
  double x = z.real(), y = z.imag();
  if (!finite(z)) {
    *r = std::cosh(z);
    if (std::isnan(x) && y == 0) *r = Complex(NAN, 0.0);
    return turns_forever(z, true) ? Outcome::kDomain : Outcome::kFine;
  }
  if (std::fabs(x) > kLogLarge) {
    double less = x - std::copysign(1.0, x);
    *r = Complex(std::cos(y) * std::cosh(less) * M_E, std::sin(y) * std::sinh(less) * M_E);
  } else {
    *r = Complex(std::cos(y) * std::cosh(x), std::sin(y) * std::sinh(x));
  }
  return overflow(*r);
}
Outcome c_sinh(Complex z, Complex* r) {
  double x = z.real(), y = z.imag();
  if (!finite(z)) {
    *r = std::sinh(z);
    if (x == 0 && std::isnan(y)) *r = Complex(0.0, NAN);
    return turns_forever(z, true) ? Outcome::kDomain : Outcome::kFine;
  }
  if (std::fabs(x) > kLogLarge) {
    double less = x - std::copysign(1.0, x);
    *r = Complex(std::cos(y) * std::sinh(less) * M_E, std::sin(y) * std::cosh(less) * M_E);
  } else {
    *r = Complex(std::cos(y) * std::sinh(x), std::sin(y) * std::cosh(x));
  }
  return overflow(*r);
}
Outcome c_tanh(Complex z, Complex* r) {
  double x = z.real(), y = z.imag();
  if (!finite(z)) {
    *r = std::tanh(z);
    if (x == 0 && std::isnan(y)) *r = Complex(NAN, NAN);
    if (std::isinf(x) && !std::isfinite(y)) *r = Complex(std::copysign(1.0, x), 0.0);
    return turns_forever(z, false) ? Outcome::kDomain : Outcome::kFine;
  }
  if (std::fabs(x) > kLogLarge) {
    *r = Complex(std::copysign(1.0, x),
                 4.0 * std::sin(y) * std::cos(y) * std::exp(-2.0 * std::fabs(x)));
  } else {
    double tx = std::tanh(x), ty = std::tan(y), cx = 1.0 / std::cosh(x), both = tx * ty;
    double below = 1.0 + both * both;
    *r = Complex(tx * (1.0 + ty * ty) / below, ((ty / below) * cx) * cx);
  }
  return Outcome::kFine;
}
Outcome c_cos(Complex z, Complex* r) { return c_cosh(Complex(-z.imag(), z.real()), r); }
Outcome c_sin(Complex z, Complex* r) { return by_rotation(z, r, c_sinh); }
Outcome c_tan(Complex z, Complex* r) { return by_rotation(z, r, c_tanh); }
Outcome c_exp(Complex z, Complex* r) {
  double x = z.real(), y = z.imag();
  if (!finite(z)) {
    *r = std::exp(z);
    if (x == -INFINITY && !std::isfinite(y)) *r = Complex(0.0, 0.0);
    bool none = std::isinf(y) && (std::isfinite(x) || x == INFINITY);
    return none ? Outcome::kDomain : Outcome::kFine;
  }
  if (x > kLogLarge) {
    double l = std::exp(x - 1.0);
    *r = Complex(l * std::cos(y) * M_E, l * std::sin(y) * M_E);
  } else {
    double l = std::exp(x);
    *r = Complex(l * std::cos(y), l * std::sin(y));
  }
  return overflow(*r);
}

Outcome c_log(Complex z, Complex* r) {
  double x = std::fabs(z.real()), y = std::fabs(z.imag()), angle = std::atan2(z.imag(), z.real());
  if (!finite(z)) {
    *r = std::log(z);
    return Outcome::kFine;
  }
  if (x > kLarge || y > kLarge) {
    *r = Complex(std::log(std::hypot(x / 2.0, y / 2.0)) + kLn2, angle);
  } else if (x < DBL_MIN && y < DBL_MIN) {
    if (x == 0 && y == 0) {
      *r = Complex(-INFINITY, angle);
      return Outcome::kDomain;
    }
    *r = Complex(std::log(std::hypot(std::ldexp(x, 53), std::ldexp(y, 53))) - 53 * kLn2, angle);
  } else {
    double h = std::hypot(x, y);
    double more = std::fmax(x, y), less = std::fmin(x, y);
    *r = Complex(0.71 <= h && h <= 1.73 ? std::log1p((more - 1) * (more + 1) + less * less) / 2.0
                                        : std::log(h),
                 angle);
  }
  return Outcome::kFine;
}
Outcome c_log10(Complex z, Complex* r) {
  Outcome o = c_log(z, r);
  *r = Complex(r->real() / kLn10, r->imag() / kLn10);
  return o;
}

// --- as scripts call them ------------------------------------------------------------------------

bool argument(Thread* t, Value v, Complex* z) {
  double re, im;
  if (!complex_value(t, v, &re, &im)) return false;
  *z = Complex(re, im);
  return true;
}
Value result(Thread* t, Outcome o, Complex r) {
  if (o == Outcome::kDomain) return value_error(t, "math domain error");
  if (o == Outcome::kRange) return overflow_error(t, "math range error");
  return new_complex(t, r.real(), r.imag());
}
template <Outcome (*F)(Complex, Complex*)>
Value apply(Thread* t, Value v) {
  Complex z, r;
  if (!argument(t, v, &z)) return Value::failed();
  Outcome o = F(z, &r);
  return result(t, o, r);
}
#define CMATH1(name, doc)                                              \
  Value m_##name(Thread* t, Value z) { return apply<c_##name>(t, z); } \
  DEF(cmath_functions, m_##name, #name "(z, /)", doc)
CMATH1(acos, "Return the arc cosine of z.")
CMATH1(acosh, "Return the inverse hyperbolic cosine of z.")
CMATH1(asin, "Return the arc sine of z.")
CMATH1(asinh, "Return the inverse hyperbolic sine of z.")
CMATH1(atan, "Return the arc tangent of z.")
CMATH1(atanh, "Return the inverse hyperbolic tangent of z.")
CMATH1(cos, "Return the cosine of z.")
CMATH1(cosh, "Return the hyperbolic cosine of z.")
CMATH1(exp, "Return the exponential value e**z.")
CMATH1(log10, "Return the base-10 logarithm of z.")
CMATH1(sin, "Return the sine of z.")
CMATH1(sinh, "Return the hyperbolic sine of z.")
CMATH1(sqrt, "Return the square root of z.")
CMATH1(tan, "Return the tangent of z.")
CMATH1(tanh, "Return the hyperbolic tangent of z.")
#undef CMATH1

Value m_log(Thread* t, Value v, Value base) {
  Complex z, r, b, s;
  if (!argument(t, v, &z)) return Value::failed();
  if (base.is_unbound()) {
    Outcome o = c_log(z, &r);
    return result(t, o, r);
  }
  if (!argument(t, base, &b)) return Value::failed();
  c_log(z, &r);  // its domain error is overlooked, as in CPython: log(0, 2) is infinite
  Outcome p = c_log(b, &s);
  if (p == Outcome::kDomain || (s.real() == 0 && s.imag() == 0))
    return value_error(t, "math domain error");
  Value above = new_complex(t, r.real(), r.imag());
  Value below = above.is_failed() ? above : new_complex(t, s.real(), s.imag());
  return below.is_failed() ? below : number_binary(t, BinOp::kDiv, above, below);
}
DEF(cmath_functions, m_log, "log(z, base=<absent>, /)",
    "Return the logarithm of z to the given base (default e).")

Value m_phase(Thread* t, Value v) {
  Complex z;
  return argument(t, v, &z) ? new_float(t, std::atan2(z.imag(), z.real())) : Value::failed();
}
DEF(cmath_functions, m_phase, "phase(z, /)", "Return argument, also known as the phase angle.")
Value m_polar(Thread* t, Value v) {
  Complex z;
  if (!argument(t, v, &z)) return Value::failed();
  double r = std::hypot(z.real(), z.imag());
  if (std::isinf(r) && finite(z)) return overflow_error(t, "math range error");
  return tuple_of(t, {new_float(t, r), new_float(t, std::atan2(z.imag(), z.real()))});
}
DEF(cmath_functions, m_polar, "polar(z, /)", "Convert z to its polar coordinates r and phi.")
Value m_rect(Thread* t, double r, double phi) {
  if (std::isfinite(r) && std::isfinite(phi)) {
    if (phi == 0.0) return new_complex(t, r, r * phi);
    return new_complex(t, r * std::cos(phi), r * std::sin(phi));
  }
  if (std::isinf(phi) && r != 0 && !std::isnan(r)) return value_error(t, "math domain error");
  if (std::isinf(r) && std::isfinite(phi) && phi != 0) {
    double size = r > 0 ? INFINITY : -INFINITY;
    double c = std::cos(phi), s = std::sin(phi);
    return new_complex(t, r > 0 ? std::copysign(size, c) : -std::copysign(size, c),
                       r > 0 ? std::copysign(size, s) : -std::copysign(size, s));
  }
  if (r == 0) return new_complex(t, 0.0, 0.0);
  if (std::isinf(r)) {
    if (phi == 0) return new_complex(t, r, r > 0 ? phi : -phi);
    return new_complex(t, INFINITY, NAN);
  }
  if (phi == 0) return new_complex(t, NAN, 0.0);
  return new_complex(t, NAN, NAN);
}
DEF(cmath_functions, m_rect, "rect(r, phi, /)", "Convert from polar to rectangular coordinates.")

Value m_isfinite(Thread* t, Value v) {
  Complex z;
  return argument(t, v, &z) ? Value::boolean(finite(z)) : Value::failed();
}
DEF(cmath_functions, m_isfinite, "isfinite(z, /)",
    "Return True if both the real and imaginary parts of z are finite, else False.")
Value m_isnan(Thread* t, Value v) {
  Complex z;
  return argument(t, v, &z) ? Value::boolean(std::isnan(z.real()) || std::isnan(z.imag()))
                            : Value::failed();
}
DEF(cmath_functions, m_isnan, "isnan(z, /)",
    "Checks if the real or imaginary part of z not a number (NaN).")
Value m_isinf(Thread* t, Value v) {
  Complex z;
  return argument(t, v, &z) ? Value::boolean(std::isinf(z.real()) || std::isinf(z.imag()))
                            : Value::failed();
}
DEF(cmath_functions, m_isinf, "isinf(z, /)",
    "Checks if the real or imaginary part of z is infinite.")
Value m_isclose(Thread* t, Value av, Value bv, Value rel, Value abs) {
  Complex a, b;
  double rel_tol = 1e-9, abs_tol = 0.0;
  if (!argument(t, av, &a) || !argument(t, bv, &b)) return Value::failed();
  if (!rel.is_unbound() && !to_double(t, rel, &rel_tol)) return Value::failed();
  if (!abs.is_unbound() && !to_double(t, abs, &abs_tol)) return Value::failed();
  if (rel_tol < 0 || abs_tol < 0) return value_error(t, "tolerances must be non-negative");
  if (a == b) return Value::true_();
  auto infinite = [](Complex z) { return std::isinf(z.real()) || std::isinf(z.imag()); };
  if (infinite(a) || infinite(b)) return Value::false_();
  double diff = std::abs(a - b);
  return Value::boolean(diff <= rel_tol * std::abs(b) || diff <= rel_tol * std::abs(a) ||
                        diff <= abs_tol);
}
DEF(cmath_functions, m_isclose, "isclose(a, b, *, rel_tol=<absent>, abs_tol=<absent>)",
    "Determine whether two complex numbers are close in value.")

}  // namespace

void init_cmath(Thread* t, Module* m) {
  install_functions(t, m, cmath_functions);
  constexpr struct {
    const char* name;
    double re, im;
    bool real;
  } kConstants[] = {{"pi", M_PI, 0, true},      {"e", M_E, 0, true},   {"tau", 2 * M_PI, 0, true},
                    {"inf", INFINITY, 0, true}, {"nan", NAN, 0, true}, {"infj", 0, INFINITY, false},
                    {"nanj", 0, NAN, false}};
  for (const auto& c : kConstants) {
    Value v = c.real ? new_float(t, c.re) : new_complex(t, c.re, c.im);
    if (v.is_failed() || !dict_set_cstr(t, m->dict, c.name, v)) return;
  }
}

}  // namespace baton
