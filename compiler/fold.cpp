// Constant folding. See fold.h for what is folded and what is left for run time.
#include "compiler/fold.h"

#include <cmath>
#include <new>

#include "vm/base/bigint.h"

namespace baton::compiler {

namespace {

using Kind = Const::Kind;
using ast::Operator;

constexpr int kMaxFoldDepth = 64;

bool is_integral(const ConstValue& v) {
  return v.kind == Kind::kInt || v.kind == Kind::kTrue || v.kind == Kind::kFalse;
}
int64_t as_integer(const ConstValue& v) {
  return v.kind == Kind::kInt ? v.i : v.kind == Kind::kTrue ? 1 : 0;
}
bool is_real(const ConstValue& v) { return is_integral(v) || v.kind == Kind::kFloat; }

// An integer as a double, if it is exactly one.
bool as_double(const ConstValue& v, double* out) {
  if (v.kind == Kind::kFloat) {
    *out = v.f;
    return true;
  }
  int64_t i = as_integer(v);
  constexpr int64_t kExact = int64_t{1} << 53;
  if (i < -kExact || i > kExact) return false;
  *out = static_cast<double>(i);
  return true;
}

bool power(int64_t base, int64_t exponent, int64_t* out) {
  int64_t result = 1;
  while (exponent > 0) {
    if ((exponent & 1) && __builtin_mul_overflow(result, base, &result)) return false;
    exponent >>= 1;
    if (exponent > 0 && __builtin_mul_overflow(base, base, &base)) return false;
  }
  *out = result;
  return true;
}

bool fold_integers(Operator op, int64_t a, int64_t b, ConstValue* out) {
  int64_t r = 0;
  switch (op) {
    case Operator::kAdd:
      if (__builtin_add_overflow(a, b, &r)) return false;
      break;
    case Operator::kSub:
      if (__builtin_sub_overflow(a, b, &r)) return false;
      break;
    case Operator::kMult:
      if (__builtin_mul_overflow(a, b, &r)) return false;
      break;
    case Operator::kDiv: {
      constexpr int64_t kExact = int64_t{1} << 53;
      if (b == 0 || a < -kExact || a > kExact || b < -kExact || b > kExact) return false;
      *out = ConstValue::number(static_cast<double>(a) / static_cast<double>(b));
      return true;
    }
    case Operator::kFloorDiv:
    case Operator::kMod: {
      if (b == 0 || (a == INT64_MIN && b == -1)) return false;
      int64_t q = a / b, m = a % b;
      if (m != 0 && (m < 0) != (b < 0)) {
        m += b;
        q -= 1;
      }
      r = op == Operator::kMod ? m : q;
      break;
    }
    case Operator::kPow:
      if (b < 0 || !power(a, b, &r)) return false;
      break;
    case Operator::kLShift:
      if (b < 0 || b > 62) return false;
      if (__builtin_mul_overflow(a, int64_t{1} << b, &r)) return false;
      break;
    case Operator::kRShift:
      if (b < 0) return false;
      r = a >> (b > 63 ? 63 : b);
      break;
    case Operator::kBitOr: r = a | b; break;
    case Operator::kBitXor: r = a ^ b; break;
    case Operator::kBitAnd: r = a & b; break;
    case Operator::kMatMult: return false;
  }
  *out = ConstValue::integer(r);
  return true;
}

// Integers past 64 bits, as far as kMaxFoldedBits.
constexpr uint64_t kMaxFoldedBits = 256;

bool is_whole(const ConstValue& v) { return is_integral(v) || v.kind == Kind::kBigInt; }

bool load_big(const ConstValue& v, BigBuf* out) {
  if (v.kind != Kind::kBigInt) {
    out->set_int64(as_integer(v));
    return true;
  }
  bool negative = v.s[0] == '-';
  std::string_view digits = std::string_view(v.s).substr(negative ? 1 : 0);
  return digits.size() <= kMaxFoldedBits / 4 &&
         big_from_digits(digits, 16, negative, false, out) == BigStatus::kOk;
}

bool fold_big(Operator op, const ConstValue& l, const ConstValue& r, ConstValue* out) {
  BigBuf a, b, result;
  if (!load_big(l, &a) || !load_big(r, &b)) return false;
  BigStatus status = BigStatus::kInvalid;
  uint64_t count = 0;
  switch (op) {
    case Operator::kAdd: status = big_add(a.view(), b.view(), &result); break;
    case Operator::kSub: status = big_sub(a.view(), b.view(), &result); break;
    case Operator::kMult: status = big_mul(a.view(), b.view(), &result); break;
    case Operator::kFloorDiv: status = big_floordivmod(a.view(), b.view(), &result, nullptr); break;
    case Operator::kMod: status = big_floordivmod(a.view(), b.view(), nullptr, &result); break;
    case Operator::kBitAnd: status = big_and(a.view(), b.view(), &result); break;
    case Operator::kBitOr: status = big_or(a.view(), b.view(), &result); break;
    case Operator::kBitXor: status = big_xor(a.view(), b.view(), &result); break;
    case Operator::kLShift:
    case Operator::kRShift:
      if (!fits_uint64(b.view(), &count) || count > kMaxFoldedBits) return false;
      status = op == Operator::kLShift ? big_shl(a.view(), count, &result)
                                       : big_shr(a.view(), count, &result);
      break;
    case Operator::kPow:
      if (!fits_uint64(b.view(), &count) || count > kMaxFoldedBits) return false;
      if (big_bit_length(a.view()) * count > kMaxFoldedBits) return false;
      status = big_pow(a.view(), count, &result);
      break;
    case Operator::kDiv:
    case Operator::kMatMult: return false;
  }
  if (status != BigStatus::kOk || big_bit_length(result.view()) > kMaxFoldedBits) return false;
  int64_t small;
  if (fits_int64(result.view(), &small)) {
    *out = ConstValue::integer(small);
    return true;
  }
  ConstValue big;
  big.kind = Kind::kBigInt;
  if (big_to_string(result.view(), 16, &big.s) != BigStatus::kOk) return false;
  *out = std::move(big);
  return true;
}

bool fold_floats(Operator op, double a, double b, ConstValue* out) {
  double r = 0;
  switch (op) {
    case Operator::kAdd: r = a + b; break;
    case Operator::kSub: r = a - b; break;
    case Operator::kMult: r = a * b; break;
    case Operator::kDiv:
      if (b == 0) return false;
      r = a / b;
      break;
    case Operator::kPow:
      // Anything near an error or a complex result is the run time's.
      if (a <= 0 || !std::isfinite(a) || !std::isfinite(b)) return false;
      r = std::pow(a, b);
      if (!std::isfinite(r)) return false;
      break;
    default: return false;
  }
  *out = ConstValue::number(r);
  return true;
}

bool fold_complex(Operator op, const ConstValue& l, const ConstValue& r, ConstValue* out) {
  if (op != Operator::kAdd && op != Operator::kSub) return false;
  auto part = [](const ConstValue& v, double* re, double* im) {
    if (v.kind == Kind::kComplex) {
      *re = v.re;
      *im = v.f;
      return true;
    }
    *im = 0;
    return is_real(v) && as_double(v, re);
  };
  double ar, ai, br, bi;
  if (!part(l, &ar, &ai) || !part(r, &br, &bi)) return false;
  out->kind = Kind::kComplex;
  out->re = op == Operator::kAdd ? ar + br : ar - br;
  out->f = op == Operator::kAdd ? ai + bi : ai - bi;
  return true;
}

bool repeat_text(const ConstValue& text, int64_t count, ConstValue* out) {
  if (count < 0) count = 0;
  if (count > 0 && text.s.size() > kMaxFoldedText / static_cast<uint64_t>(count)) return false;
  ConstValue result;
  result.kind = text.kind;
  for (int64_t n = 0; n < count && !text.s.empty(); n++) result.s += text.s;
  *out = std::move(result);
  return true;
}

bool fold_binary(Operator op, const ConstValue& l, const ConstValue& r, ConstValue* out) {
  if (is_integral(l) && is_integral(r)) {
    if (l.kind != Kind::kInt && r.kind != Kind::kInt &&
        (op == Operator::kBitAnd || op == Operator::kBitOr || op == Operator::kBitXor)) {
      bool a = l.kind == Kind::kTrue, b = r.kind == Kind::kTrue;
      *out = ConstValue::boolean(op == Operator::kBitAnd  ? a && b
                                 : op == Operator::kBitOr ? a || b
                                                          : a != b);
      return true;
    }
    return fold_integers(op, as_integer(l), as_integer(r), out) || fold_big(op, l, r, out);
  }
  if (is_whole(l) && is_whole(r)) return fold_big(op, l, r, out);
  if (is_real(l) && is_real(r)) {
    double a, b;
    return as_double(l, &a) && as_double(r, &b) && fold_floats(op, a, b, out);
  }
  if (l.kind == Kind::kComplex || r.kind == Kind::kComplex) return fold_complex(op, l, r, out);
  bool l_text = l.kind == Kind::kStr || l.kind == Kind::kBytes;
  bool r_text = r.kind == Kind::kStr || r.kind == Kind::kBytes;
  if (op == Operator::kAdd && l_text && l.kind == r.kind) {
    if (l.s.size() + r.s.size() > kMaxFoldedText) return false;
    out->kind = l.kind;
    out->s = l.s + r.s;
    // A high and a low surrogate that meet are not one character, but are written like one.
    return l.kind == Kind::kBytes || l.s.empty() || static_cast<uint8_t>(l.s.back()) < 0x80 ||
           r.s.empty() || static_cast<uint8_t>(r.s.front()) != 0xED;
  }
  if (op == Operator::kMult && l_text && r.kind == Kind::kInt) return repeat_text(l, r.i, out);
  if (op == Operator::kMult && r_text && l.kind == Kind::kInt) return repeat_text(r, l.i, out);
  return false;
}

bool negate(const ConstValue& v, ConstValue* out) {
  switch (v.kind) {
    case Kind::kBigInt:
      *out = v;
      if (v.s == "8000000000000000") {
        *out = ConstValue::integer(INT64_MIN);
      } else if (v.s[0] == '-') {
        out->s.erase(0, 1);
      } else {
        out->s.insert(0, 1, '-');
      }
      return true;
    case Kind::kFloat: *out = ConstValue::number(-v.f); return true;
    case Kind::kComplex:
      *out = v;
      out->f = -v.f;
      out->re = -v.re;
      return true;
    default:
      if (!is_integral(v)) return false;
      if (as_integer(v) == INT64_MIN) {
        out->kind = Kind::kBigInt;
        out->s = "8000000000000000";
      } else {
        *out = ConstValue::integer(-as_integer(v));
      }
      return true;
  }
}

bool fold_unary(ast::UnaryOperator op, const ConstValue& v, ConstValue* out) {
  switch (op) {
    case ast::UnaryOperator::kNot: *out = ConstValue::boolean(!truth_of(v)); return true;
    case ast::UnaryOperator::kUSub: return negate(v, out);
    case ast::UnaryOperator::kUAdd:
      if (is_integral(v)) {
        *out = ConstValue::integer(as_integer(v));
        return true;
      }
      if (v.kind != Kind::kFloat && v.kind != Kind::kComplex && v.kind != Kind::kBigInt)
        return false;
      *out = v;
      return true;
    case ast::UnaryOperator::kInvert:
      if (v.kind == Kind::kBigInt) {
        BigBuf a, result;
        if (!load_big(v, &a) || big_invert(a.view(), &result) != BigStatus::kOk) return false;
        ConstValue big;
        big.kind = Kind::kBigInt;
        if (big_to_string(result.view(), 16, &big.s) != BigStatus::kOk) return false;
        *out = std::move(big);
        return true;
      }
      if (!is_integral(v)) return false;
      *out = ConstValue::integer(~as_integer(v));
      return true;
  }
  return false;
}

}  // namespace

ConstValue ConstValue::boolean(bool b) {
  ConstValue v;
  v.kind = b ? Kind::kTrue : Kind::kFalse;
  return v;
}
ConstValue ConstValue::integer(int64_t i) {
  ConstValue v;
  v.kind = Kind::kInt;
  v.i = i;
  return v;
}
ConstValue ConstValue::number(double f) {
  ConstValue v;
  v.kind = Kind::kFloat;
  v.f = f;
  return v;
}
ConstValue ConstValue::text(std::string_view s) {
  ConstValue v;
  v.kind = Kind::kStr;
  v.s = s;
  return v;
}
ConstValue ConstValue::tuple(std::vector<ConstValue> items) {
  ConstValue v;
  v.kind = Kind::kTuple;
  v.items = std::move(items);
  return v;
}

bool truth_of(const ConstValue& v) {
  switch (v.kind) {
    case Kind::kNone:
    case Kind::kFalse: return false;
    case Kind::kInt: return v.i != 0;
    case Kind::kFloat: return v.f != 0;
    case Kind::kComplex: return v.f != 0 || v.re != 0;
    case Kind::kStr:
    case Kind::kBytes: return !v.s.empty();
    case Kind::kTuple:
    case Kind::kFrozenSet: return !v.items.empty();
    default: return true;
  }
}

ConstValue literal_value(const ast::Constant* c) {
  ConstValue v;
  switch (c->type) {
    case ast::ConstantKind::kNone: break;
    case ast::ConstantKind::kTrue: v.kind = Kind::kTrue; break;
    case ast::ConstantKind::kFalse: v.kind = Kind::kFalse; break;
    case ast::ConstantKind::kEllipsis: v.kind = Kind::kEllipsis; break;
    case ast::ConstantKind::kInt: return ConstValue::integer(c->int_value);
    case ast::ConstantKind::kFloat: return ConstValue::number(c->float_value);
    case ast::ConstantKind::kComplex:
      v.kind = Kind::kComplex;
      v.f = c->float_value;
      break;
    case ast::ConstantKind::kStr: return ConstValue::text(c->text);
    case ast::ConstantKind::kBytes:
      v.kind = Kind::kBytes;
      v.s = c->text;
      break;
    case ast::ConstantKind::kBigInt: {
      v.kind = Kind::kBigInt;
      if (c->base == 16) {
        v.s = c->text;
        break;
      }
      BigBuf number;
      if (big_from_digits(c->text, c->base, false, false, &number) != BigStatus::kOk ||
          big_to_string(number.view(), 16, &v.s) != BigStatus::kOk) {
        throw std::bad_alloc();
      }
      break;
    }
  }
  return v;
}

bool fold(const ast::Expr* e, bool debug, ConstValue* out) {
  if (e->kind == ast::ExprKind::kConstant) {
    *out = literal_value(ast::as<ast::Constant>(e));
    return true;
  }
  if (e->depth > kMaxFoldDepth) return false;
  switch (e->kind) {
    case ast::ExprKind::kNameExpr:
      if (ast::as<ast::NameExpr>(e)->id != "__debug__") return false;
      *out = ConstValue::boolean(debug);
      return true;
    case ast::ExprKind::kUnaryOp: {
      auto* u = ast::as<ast::UnaryOp>(e);
      ConstValue v;
      return fold(u->operand, debug, &v) && fold_unary(u->op, v, out);
    }
    case ast::ExprKind::kBinOp: {
      auto* b = ast::as<ast::BinOp>(e);
      ConstValue l, r;
      return fold(b->right, debug, &r) && fold(b->left, debug, &l) && fold_binary(b->op, l, r, out);
    }
    case ast::ExprKind::kTuple: {
      auto* t = ast::as<ast::Tuple>(e);
      std::vector<ConstValue> items(t->elts.size);
      for (uint32_t i = 0; i < t->elts.size; i++) {
        if (!fold(t->elts[i], debug, &items[i])) return false;
      }
      *out = ConstValue::tuple(std::move(items));
      return true;
    }
    default: return false;
  }
}

void append_key(const ConstValue& v, std::string* out) {
  auto raw = [out](const void* p, size_t n) { out->append(static_cast<const char*>(p), n); };
  auto count = [&](size_t n) { raw(&n, sizeof n); };
  out->push_back(static_cast<char>(v.kind));
  switch (v.kind) {
    case Kind::kInt: raw(&v.i, sizeof v.i); break;
    case Kind::kComplex: raw(&v.re, sizeof v.re); [[fallthrough]];
    case Kind::kFloat: raw(&v.f, sizeof v.f); break;
    case Kind::kStr:
    case Kind::kBytes:
    case Kind::kBigInt:
      count(v.s.size());
      out->append(v.s);
      break;
    case Kind::kTuple:
    case Kind::kFrozenSet:
      count(v.items.size());
      for (const ConstValue& item : v.items) append_key(item, out);
      break;
    default: break;
  }
}

}  // namespace baton::compiler
