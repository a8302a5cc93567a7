// complex as scripts see it: constructor, operators, methods. The arithmetic itself is in number.cpp.
// Lock held; conversions may run script code.
#include <cmath>

#include "vm/base/number_text.h"
#include "vm/native/native.h"
#include "vm/objects/number.h"

namespace baton {

namespace {

NativeGroup complex_group{"complex"};

bool is_real(Value v) { return is_intlike(v) || is_floatlike(v); }

}  // namespace

bool complex_value(Thread* t, Value v, double* re, double* im) {
  if (is<ComplexObj>(v)) {
    *re = as<ComplexObj>(v)->re;
    *im = as<ComplexObj>(v)->im;
    return true;
  }
  Value r =
      v.is_ptr() && !is_real(v) ? call_special(t, v, t->vm->names.complex_) : Value::unbound();
  if (r.is_failed()) return false;
  if (!r.is_unbound() && !is<ComplexObj>(r)) {
    type_error(t, "__complex__ returned non-complex (type " + type_name(t, r) + ")");
    return false;
  }
  if (is<ComplexObj>(r)) {
    *re = as<ComplexObj>(r)->re;
    *im = as<ComplexObj>(r)->im;
    return true;
  }
  *im = 0;
  return to_double(t, v, re);
}

namespace {

bool parse_complex(std::string_view s, double* re, double* im) {
  while (!s.empty() && std::isspace(static_cast<unsigned char>(s.front()))) s.remove_prefix(1);
  while (!s.empty() && std::isspace(static_cast<unsigned char>(s.back()))) s.remove_suffix(1);
  if (s.size() >= 2 && s.front() == '(' && s.back() == ')') s = s.substr(1, s.size() - 2);
  while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
  while (!s.empty() && s.back() == ' ') s.remove_suffix(1);
  if (s.empty() || s.find(' ') != std::string_view::npos) return false;
  *re = *im = 0;
  bool j = s.back() == 'j' || s.back() == 'J';
  if (!j) return parse_float(s, re);
  s.remove_suffix(1);
  size_t split = std::string_view::npos;
  for (size_t i = s.size(); i-- > 1;) {
    if ((s[i] == '+' || s[i] == '-') && s[i - 1] != 'e' && s[i - 1] != 'E') {
      split = i;
      break;
    }
  }
  std::string_view imaginary = split == std::string_view::npos ? s : s.substr(split);
  if (split != std::string_view::npos && !parse_float(s.substr(0, split), re)) return false;
  if (imaginary.empty() || imaginary == "+") return *im = 1, true;
  if (imaginary == "-") return *im = -1, true;
  return parse_float(imaginary, im);
}

// Does its class say how to make a number of it? Then the conversion's own error is the one to show.
bool converts(Thread* t, Value v, bool by_complex) {
  Vm* vm = t->vm;
  Class* cls = class_of(vm, v);
  return !find_in_class(vm, cls, vm->names.float_).is_unbound() ||
         !find_in_class(vm, cls, vm->names.index).is_unbound() ||
         (by_complex && !find_in_class(vm, cls, vm->names.complex_).is_unbound());
}

Value complex_new(Thread* t, Class* cls, Value real, Value imag) {
  double re = 0, im = 0;
  if (is<Str>(real)) {
    if (!imag.is_unbound())
      return type_error(t, "complex() can't take second arg if first is a string");
    std::string_view text = as<Str>(real)->view();
    if (!parse_complex(text, &re, &im) && text.find('_') != text.npos) {
      std::string shown;
      if (!repr_to(t, real, &shown)) return Value::failed();
      return value_error(t, "could not convert string to complex: " + shown);
    }
    if (!parse_complex(text, &re, &im))
      return value_error(t, "complex() arg is a malformed string");
  } else {
    if (is<Str>(imag)) return type_error(t, "complex() second arg can't be a string");
    if (!real.is_unbound() && !complex_value(t, real, &re, &im)) {
      if (exception_is(t, t->vm->classes.type_error) && !converts(t, real, true)) {
        clear_exception(t);
        type_error(t, "complex() first argument must be a string or a number, not '" +
                          type_name(t, real) + "'");
      }
      return Value::failed();
    }
    if (!imag.is_unbound()) {
      double r2, i2;
      bool ok = is<ComplexObj>(imag) ? complex_value(t, imag, &r2, &i2) : to_double(t, imag, &r2);
      if (!is<ComplexObj>(imag)) i2 = 0;
      if (!ok) {
        if (exception_is(t, t->vm->classes.type_error) && !converts(t, imag, false)) {
          clear_exception(t);
          type_error(
              t, "complex() second argument must be a number, not '" + type_name(t, imag) + "'");
        }
        return Value::failed();
      }
      // Additions only where a part is there, so that a zero keeps its sign.
      bool imag_complex = !is_real(imag) && i2 != 0, real_complex = im != 0 || !is_real(real);
      if (imag_complex) re -= i2;
      im = real_complex && !real.is_unbound() ? im + r2 : r2;
    }
  }
  Value v = new_complex(t, re, im);
  if (!v.is_failed() && cls != t->vm->classes.complex_) v.ptr()->shape = cls->root->id;
  return v;
}
DEF_NEW(complex_group, complex_new, "complex(cls, real=<absent>, imag=<absent>)",
        "Create a complex number from a string or numbers.")

#define COMPLEX_BINARY(fn, name, op, left, right)                              \
  Value fn(Thread* t, ComplexObj* a, Value b) {                                \
    (void)a;                                                                   \
    return is_real(b) || is<ComplexObj>(b) ? number_binary(t, op, left, right) \
                                           : Value::not_implemented();         \
  }                                                                            \
  DEF(complex_group, fn, name "(self, value, /)", "Arithmetic.")
COMPLEX_BINARY(c_add, "__add__", BinOp::kAdd, val(a), b)
COMPLEX_BINARY(c_radd, "__radd__", BinOp::kAdd, b, val(a))
COMPLEX_BINARY(c_sub, "__sub__", BinOp::kSub, val(a), b)
COMPLEX_BINARY(c_rsub, "__rsub__", BinOp::kSub, b, val(a))
COMPLEX_BINARY(c_mul, "__mul__", BinOp::kMul, val(a), b)
COMPLEX_BINARY(c_rmul, "__rmul__", BinOp::kMul, b, val(a))
COMPLEX_BINARY(c_div, "__truediv__", BinOp::kDiv, val(a), b)
COMPLEX_BINARY(c_rdiv, "__rtruediv__", BinOp::kDiv, b, val(a))
Value c_pow(Thread* t, ComplexObj* a, Value b, Value mod) {
  if (!is_real(b) && !is<ComplexObj>(b)) return Value::not_implemented();
  if (!mod.is_none()) return value_error(t, "complex modulo");
  return number_binary(t, BinOp::kPow, val(a), b);
}
DEF(complex_group, c_pow, "__pow__(self, value, mod=None, /)", "Return pow(self, value, mod).")
COMPLEX_BINARY(c_rpow, "__rpow__", BinOp::kPow, b, val(a))
Value c_eq(Thread* t, ComplexObj* a, Value b) { return number_compare(t, CmpOp::kEq, val(a), b); }
DEF(complex_group, c_eq, "__eq__(self, value, /)", "Compare.")
Value c_ne(Thread* t, ComplexObj* a, Value b) { return number_compare(t, CmpOp::kNe, val(a), b); }
DEF(complex_group, c_ne, "__ne__(self, value, /)", "Compare.")
Value c_hash(Thread* t, ComplexObj* a) { return new_int(t, number_hash(t, val(a))); }
DEF(complex_group, c_hash, "__hash__(self, /)", "Return hash(self).")
Value c_neg(Thread* t, ComplexObj* a) { return new_complex(t, -a->re, -a->im); }
DEF(complex_group, c_neg, "__neg__(self, /)", "-self")
Value c_pos(Thread* t, ComplexObj* a) { return new_complex(t, a->re, a->im); }
DEF(complex_group, c_pos, "__pos__(self, /)", "+self")
DEF(complex_group, c_pos, "__complex__(self, /)", "Convert this value to exact type complex.")
Value c_abs(Thread* t, ComplexObj* a) {
  double d = std::hypot(a->re, a->im);
  if (std::isinf(d) && std::isfinite(a->re) && std::isfinite(a->im))
    return overflow_error(t, "absolute value too large");
  return new_float(t, d);
}
DEF(complex_group, c_abs, "__abs__(self, /)", "abs(self)")
bool c_bool(Thread*, ComplexObj* a) { return a->re != 0 || a->im != 0; }
DEF(complex_group, c_bool, "__bool__(self, /)", "True if self else False")
std::string c_repr(Thread*, ComplexObj* a) { return complex_repr(a->re, a->im); }
DEF(complex_group, c_repr, "__repr__(self, /)", "Return repr(self).")
Value c_format(Thread* t, ComplexObj* a, Value spec) {
  return format_value(t, new_complex(t, a->re, a->im), spec);
}
DEF(complex_group, c_format, "__format__(self, format_spec, /)",
    "Format as Python's format() does.")
Value c_newargs(Thread* t, ComplexObj* a) {
  return tuple_of(t, {new_float(t, a->re), new_float(t, a->im)});
}
DEF(complex_group, c_newargs, "__getnewargs__(self, /)", "Arguments for copy and pickle.")
Value c_conjugate(Thread* t, ComplexObj* a) { return new_complex(t, a->re, -a->im); }
DEF(complex_group, c_conjugate, "conjugate(self, /)",
    "Return the complex conjugate of its argument.")
double c_real(Thread*, ComplexObj* a) { return a->re; }
DEF_GET(complex_group, c_real, "real(self)", "the real part of a complex number")
double c_imag(Thread*, ComplexObj* a) { return a->im; }
DEF_GET(complex_group, c_imag, "imag(self)", "the imaginary part of a complex number")

}  // namespace

void register_complex_methods(Vm* vm, Thread* t) {
  install_methods(t, vm->classes.complex_, complex_group);
}

}  // namespace baton
