// Binary and unary operators on any two values: numbers and containers first by kind, then the
// dunder protocol (forward, reflected, in-place; a subclass on the right goes first). Lock held.
#include "vm/core/ops.h"
#include "vm/objects/objects.h"

namespace baton {
namespace {

struct OpNames {
  const char* sign;
  Str* Names::*forward;
  Str* Names::*reflected;
  Str* Names::*inplace;
};

const OpNames kOps[] = {
    {"+", &Names::add, &Names::radd, &Names::iadd},
    {"-", &Names::sub, &Names::rsub, &Names::isub},
    {"*", &Names::mul, &Names::rmul, &Names::imul},
    {"/", &Names::truediv, &Names::rtruediv, &Names::itruediv},
    {"//", &Names::floordiv, &Names::rfloordiv, &Names::ifloordiv},
    {"%", &Names::mod, &Names::rmod, &Names::imod},
    {"** or pow()", &Names::pow, &Names::rpow, &Names::ipow},
    {"@", &Names::matmul, &Names::rmatmul, &Names::imatmul},
    {"<<", &Names::lshift, &Names::rlshift, &Names::ilshift},
    {">>", &Names::rshift, &Names::rrshift, &Names::irshift},
    {"&", &Names::and_, &Names::rand, &Names::iand},
    {"|", &Names::or_, &Names::ror, &Names::ior},
    {"^", &Names::xor_, &Names::rxor, &Names::ixor},
    {"divmod()", &Names::divmod, &Names::rdivmod, nullptr},
};

// Is v an exact built-in (no script class), so that dunders need not be searched?
bool plain_kind(Vm* vm, Value v) {
  return !v.is_ptr() || (class_of(vm, v)->class_flags & kClassBuiltin);
}

// The built-in meaning of an operator, by the layouts of its operands; not_implemented() if there is none.
Value builtin_binary(Thread* t, BinOp op, Value a, Value b, bool inplace) {
  Value r = number_binary(t, op, a, b);
  if (!r.is_not_implemented()) return r;
  auto kind = [](Value v) { return v.is_ptr() ? v.ptr()->kind : Kind::kFree; };
  Kind ka = kind(a), kb = kind(b);
  auto textual = [](Kind k) {
    return k == Kind::kStr || k == Kind::kBytes || k == Kind::kByteArray;
  };
  if ((textual(ka) || textual(kb)) && !(inplace && ka == Kind::kByteArray)) {
    r = str_binary(t, op, a, b);
    if (!r.is_not_implemented()) return r;
  }
  if (ka == Kind::kList || ka == Kind::kTuple || kb == Kind::kList || kb == Kind::kTuple) {
    r = sequence_binary(t, op, a, b, inplace);
    if (!r.is_not_implemented()) return r;
  }
  auto other_dict = [&](Value v, Kind k) {
    return k == Kind::kDict && v.ptr()->shape != t->vm->shape_ids.dict;
  };
  // defaultdict and OrderedDict have operators of their own.
  if (other_dict(a, ka) || other_dict(b, kb)) return r;
  if (ka == Kind::kSet || ka == Kind::kDict || kb == Kind::kSet || kb == Kind::kDict ||
      ka == Kind::kNativeObject) {
    return set_binary(t, op, a, b, inplace);
  }
  return Value::not_implemented();
}

// Is a's meaning of + or * that of a built-in sequence? The other operand's method goes first then:
// a sequence's is no number's method, which is what operators look for.
bool sequence_operator(Vm* vm, BinOp op, Value a, Str* name) {
  if ((op != BinOp::kAdd && op != BinOp::kMul) || !a.is_ptr()) return false;
  Kind k = a.ptr()->kind;
  if (k != Kind::kList && k != Kind::kTuple && k != Kind::kStr && k != Kind::kBytes &&
      k != Kind::kByteArray)
    return false;
  return is<NativeFunction>(find_in_class(vm, class_of(vm, a), name));
}

// Calls a's method `name` with b, if its class has one; not_implemented() otherwise.
Value try_method(Thread* t, Value a, Str* name, Value b) {
  Value r = call_special(t, a, name, &b, 1);
  return r.is_unbound() ? Value::not_implemented() : r;
}

}  // namespace

const char* binop_sign(BinOp op) { return kOps[static_cast<int>(op)].sign; }

Value binary_op(Thread* t, BinOp op, Value a, Value b, bool inplace) {
  Vm* vm = t->vm;
  const OpNames& names = kOps[static_cast<int>(op)];
  bool plain_a = plain_kind(vm, a), plain_b = plain_kind(vm, b);
  Value r = Value::not_implemented();
  if (plain_a && plain_b) {
    r = builtin_binary(t, op, a, b, inplace);
    if (!r.is_not_implemented()) return r;
  }
  bool sequence = sequence_operator(vm, op, a, vm->names.*names.forward);
  if (inplace && names.inplace != nullptr &&
      !(sequence && sequence_operator(vm, op, a, vm->names.*names.inplace))) {
    r = try_method(t, a, vm->names.*names.inplace, b);
    if (!r.is_not_implemented()) return r;
  }
  Class *ca = class_of(vm, a), *cb = class_of(vm, b);
  Str *forward = vm->names.*names.forward, *reflected = vm->names.*names.reflected;
  bool right_first = ca != cb && is_subclass(cb, ca) &&
                     find_in_class(vm, cb, reflected) != find_in_class(vm, ca, reflected);
  if (right_first) {
    r = try_method(t, b, reflected, a);
    if (!r.is_not_implemented()) return r;
  }
  if (!sequence) {
    r = try_method(t, a, forward, b);
    if (!r.is_not_implemented()) return r;
  }
  if (ca != cb && !right_first) {
    r = sequence_operator(vm, op, b, reflected) ? Value::not_implemented()
                                                : try_method(t, b, reflected, a);
    if (!r.is_not_implemented()) return r;
  }
  if (sequence && inplace) {
    r = try_method(t, a, vm->names.*names.inplace, b);
    if (!r.is_not_implemented()) return r;
  }
  // A script subclass of a built-in type that overrides nothing here.
  if (!plain_a || !plain_b) {
    r = builtin_binary(t, op, a, b, inplace);
    if (!r.is_not_implemented()) return r;
  }
  std::string sign = names.sign;
  if (inplace) sign = op == BinOp::kPow ? "**=" : sign + "=";
  if (op == BinOp::kAdd && !inplace && a.is_ptr()) {
    if (is<Str>(a))
      return type_error(t, "can only concatenate str (not \"" + type_name(t, b) + "\") to str");
    if (is<List>(a))
      return type_error(t, "can only concatenate list (not \"" + type_name(t, b) + "\") to list");
    if (is<Tuple>(a))
      return type_error(t, "can only concatenate tuple (not \"" + type_name(t, b) + "\") to tuple");
  }
  if (op == BinOp::kAdd && inplace && a.is_ptr()) {
    if (is<Str>(a))
      return type_error(t, "can only concatenate str (not \"" + type_name(t, b) + "\") to str");
    if (is<Tuple>(a))
      return type_error(t, "can only concatenate tuple (not \"" + type_name(t, b) + "\") to tuple");
  }
  if (op == BinOp::kMul) {
    auto sequence = [](Value v) {
      return is<Str>(v) || is<List>(v) || is<Tuple>(v) || is<Bytes>(v) || is<ByteArray>(v);
    };
    if (sequence(a) && !sequence(b))
      return type_error(t, "can't multiply sequence by non-int of type '" + type_name(t, b) + "'");
    if (sequence(b))
      return type_error(t, "can't multiply sequence by non-int of type '" + type_name(t, a) + "'");
  }
  return type_error(t, "unsupported operand type(s) for " + sign + ": '" + type_name(t, a) +
                           "' and '" + type_name(t, b) + "'");
}

Value power_mod(Thread* t, Value a, Value b, Value mod) {
  if (mod.is_none()) return binary_op(t, BinOp::kPow, a, b);
  Value r = number_power_mod(t, a, b, mod);
  if (!r.is_not_implemented()) return r;
  Value args[2] = {b, mod};
  r = call_special(t, a, t->vm->names.pow, args, 2);
  if (!r.is_unbound() && !r.is_not_implemented()) return r;
  return type_error(t, "unsupported operand type(s) for ** or pow(): '" + type_name(t, a) + "', '" +
                           type_name(t, b) + "', '" + type_name(t, mod) + "'");
}

Value unary_op(Thread* t, UnOp op, Value a) {
  Vm* vm = t->vm;
  Value r = Value::not_implemented();
  if (plain_kind(vm, a)) {
    r = number_unary(t, op, a);
    if (!r.is_not_implemented()) return r;
  }
  Str* names[] = {vm->names.neg, vm->names.pos, vm->names.invert};
  r = call_special(t, a, names[static_cast<int>(op)]);
  if (!r.is_unbound()) return r;
  r = number_unary(t, op, a);
  if (!r.is_not_implemented()) return r;
  const char* signs[] = {"-", "+", "~"};
  return type_error(t, std::string("bad operand type for unary ") + signs[static_cast<int>(op)] +
                           ": '" + type_name(t, a) + "'");
}

}  // namespace baton
