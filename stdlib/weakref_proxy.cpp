// Weak proxies: objects that pass every operation on to what they refer to, and raise ReferenceError
// when that is dead.
//
// A proxy is a WeakRef of another class. Operators come from tables: each special method takes the
// proxy off every operand that is one and does the operation anew, so that the object's own class
// decides. Lock held; every method but repr may run script.
#include "stdlib/weakref_module.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"

namespace baton {
namespace {

const NativeType kProxyMarker = {"weakref.ProxyType", nullptr, nullptr, nullptr};
const NativeType kCallableMarker = {"weakref.CallableProxyType", nullptr, nullptr, nullptr};
NativeGroup proxy_methods{"weakproxy"};
NativeGroup callable_methods{"weakcallableproxy"};
NativeGroup functions{"_weakref"};

bool is_proxy(Value v) {
  NativeObject* n = try_as<NativeObject>(v);
  return n && n->type == &kWeakRefType && static_cast<WeakRef*>(n)->proxy;
}

// v, or what the proxy v stands for; failed() with ReferenceError.
Value unwrap(Thread* t, Value v) {
  if (!is_proxy(v)) return v;
  WeakRef* r = static_cast<WeakRef*>(v.ptr());
  if (r->target) return val(r->target);
  return raise(t, t->vm->classes.reference_error, "weakly-referenced object no longer exists");
}

template <BinOp op, bool reflected, bool inplace>
Value binary(Thread* t, Value self, Value other) {
  Value a = unwrap(t, self), b = a.is_failed() ? a : unwrap(t, other);
  if (b.is_failed()) return b;
  return reflected ? binary_op(t, op, b, a) : binary_op(t, op, a, b, inplace);
}
template <CmpOp op>
Value compared(Thread* t, Value self, Value other) {
  Value a = unwrap(t, self), b = a.is_failed() ? a : unwrap(t, other);
  return b.is_failed() ? b : compare(t, op, a, b);
}
template <UnOp op>
Value unary(Thread* t, Value self) {
  Value a = unwrap(t, self);
  return a.is_failed() ? a : unary_op(t, op, a);
}
// Calls the type's method as it is; `what` for the error if there is none.
Value pass_on(Thread* t, Value self, const char* name, const Value* args, uint32_t n) {
  Value a = unwrap(t, self);
  Str* key = a.is_failed() ? nullptr : intern(t, name);
  if (!key) return Value::failed();
  Value r = call_special(t, a, key, args, n);
  if (!r.is_unbound()) return r;
  raise_no_attribute(t, a, key);
  return Value::failed();
}

#define PROXY_BINARY(id, op, name)                                        \
  Value id##_plain(Thread* t, Value a, Value b) {                         \
    return binary<BinOp::op, false, false>(t, a, b);                      \
  }                                                                       \
  DEF(proxy_methods, id##_plain, "__" name "__(self, value, /)", "")      \
  Value id##_reflected(Thread* t, Value a, Value b) {                     \
    return binary<BinOp::op, true, false>(t, a, b);                       \
  }                                                                       \
  DEF(proxy_methods, id##_reflected, "__r" name "__(self, value, /)", "") \
  Value id##_inplace(Thread* t, Value a, Value b) {                       \
    return binary<BinOp::op, false, true>(t, a, b);                       \
  }                                                                       \
  DEF(proxy_methods, id##_inplace, "__i" name "__(self, value, /)", "")
PROXY_BINARY(op_add, kAdd, "add")
PROXY_BINARY(op_sub, kSub, "sub")
PROXY_BINARY(op_mul, kMul, "mul")
PROXY_BINARY(op_div, kDiv, "truediv")
PROXY_BINARY(op_floordiv, kFloorDiv, "floordiv")
PROXY_BINARY(op_mod, kMod, "mod")
PROXY_BINARY(op_power, kPow, "pow")
PROXY_BINARY(op_matmul, kMatMul, "matmul")
PROXY_BINARY(op_shl, kShl, "lshift")
PROXY_BINARY(op_shr, kShr, "rshift")
PROXY_BINARY(op_and, kAnd, "and")
PROXY_BINARY(op_or, kOr, "or")
PROXY_BINARY(op_xor, kXor, "xor")
#undef PROXY_BINARY
Value divmod_plain(Thread* t, Value a, Value b) {
  return binary<BinOp::kDivMod, false, false>(t, a, b);
}
DEF(proxy_methods, divmod_plain, "__divmod__(self, value, /)", "")
Value divmod_reflected(Thread* t, Value a, Value b) {
  return binary<BinOp::kDivMod, true, false>(t, a, b);
}
DEF(proxy_methods, divmod_reflected, "__rdivmod__(self, value, /)", "")

#define PROXY_COMPARE(id, op, name)                                                    \
  Value id##_cmp(Thread* t, Value a, Value b) { return compared<CmpOp::op>(t, a, b); } \
  DEF(proxy_methods, id##_cmp, "__" name "__(self, value, /)", "")
PROXY_COMPARE(lt, kLt, "lt")
PROXY_COMPARE(le, kLe, "le")
PROXY_COMPARE(gt, kGt, "gt")
PROXY_COMPARE(ge, kGe, "ge")
PROXY_COMPARE(eq, kEq, "eq")
PROXY_COMPARE(ne, kNe, "ne")
#undef PROXY_COMPARE

Value neg(Thread* t, Value a) { return unary<UnOp::kNeg>(t, a); }
DEF(proxy_methods, neg, "__neg__(self, /)", "")
Value pos(Thread* t, Value a) { return unary<UnOp::kPos>(t, a); }
DEF(proxy_methods, pos, "__pos__(self, /)", "")
Value inv(Thread* t, Value a) { return unary<UnOp::kInvert>(t, a); }
DEF(proxy_methods, inv, "__invert__(self, /)", "")

#define PROXY_PASS(id, name)                                                                      \
  Value id##_pass(Thread* t, Value self) { return pass_on(t, self, "__" name "__", nullptr, 0); } \
  DEF(proxy_methods, id##_pass, "__" name "__(self, /)", "")
PROXY_PASS(abs, "abs")
PROXY_PASS(int, "int")
PROXY_PASS(float, "float")
PROXY_PASS(index, "index")
PROXY_PASS(bytes, "bytes")
PROXY_PASS(reversed, "reversed")
#undef PROXY_PASS

Value proxy_str(Thread* t, Value self) {
  Value a = unwrap(t, self);
  return a.is_failed() ? a : str_of(t, a);
}
DEF(proxy_methods, proxy_str, "__str__(self, /)", "Return str(self).")

Value proxy_repr(Thread* t, Value self) {
  WeakRef* r = native_self<WeakRef>(t, self, &kWeakRefType);
  if (!r) return Value::failed();
  std::string type = r->target ? type_name(t, val(r->target)) : "NoneType";
  return str_value(
      t, format_message("<weakproxy at 0x%lx to %s at 0x%lx>", reinterpret_cast<unsigned long>(r),
                        type.c_str(), reinterpret_cast<unsigned long>(r->target)));
}
DEF(proxy_methods, proxy_repr, "__repr__(self, /)", "Return repr(self).")

Value proxy_bool(Thread* t, Value self) {
  Value a = unwrap(t, self);
  bool b;
  if (a.is_failed() || !truth(t, a, &b)) return Value::failed();
  return Value::boolean(b);
}
DEF(proxy_methods, proxy_bool, "__bool__(self, /)", "True if self else False")

Value proxy_len(Thread* t, Value self) {
  Value a = unwrap(t, self);
  int64_t n;
  if (a.is_failed() || !length_of(t, a, &n)) return Value::failed();
  return new_int(t, n);
}
DEF(proxy_methods, proxy_len, "__len__(self, /)", "Return len(self).")

Value proxy_getitem(Thread* t, Value self, Value key) {
  Value a = unwrap(t, self);
  return a.is_failed() ? a : get_item(t, a, key);
}
DEF(proxy_methods, proxy_getitem, "__getitem__(self, key, /)", "Return self[key].")
Value proxy_setitem(Thread* t, Value self, Value key, Value value) {
  Value a = unwrap(t, self);
  return a.is_failed() || !set_item(t, a, key, value) ? Value::failed() : Value::none();
}
DEF(proxy_methods, proxy_setitem, "__setitem__(self, key, value, /)", "Set self[key] to value.")
Value proxy_delitem(Thread* t, Value self, Value key) {
  Value a = unwrap(t, self);
  return a.is_failed() || !del_item(t, a, key) ? Value::failed() : Value::none();
}
DEF(proxy_methods, proxy_delitem, "__delitem__(self, key, /)", "Delete self[key].")
Value proxy_contains(Thread* t, Value self, Value key) {
  Value a = unwrap(t, self);
  bool found;
  if (a.is_failed() || !contains(t, a, key, &found)) return Value::failed();
  return Value::boolean(found);
}
DEF(proxy_methods, proxy_contains, "__contains__(self, key, /)", "Return key in self.")

Value proxy_iter(Thread* t, Value self) {
  Value a = unwrap(t, self);
  return a.is_failed() ? a : get_iter(t, a);
}
DEF(proxy_methods, proxy_iter, "__iter__(self, /)", "Implement iter(self).")
Value proxy_next(Thread* t, Value self) {
  Value a = unwrap(t, self);
  Str* key = a.is_failed() ? nullptr : intern(t, "__next__");
  if (!key) return Value::failed();
  if (find_in_class(t->vm, class_of(t->vm, a), key).is_unbound())
    return type_error(t,
                      "Weakref proxy referenced a non-iterator '" + type_name(t, a) + "' object");
  Value v = iter_next(t, a);
  return v.is_unbound() ? raise_stop_iteration(t, Value::none()) : v;
}
DEF(proxy_methods, proxy_next, "__next__(self, /)", "Implement next(self).")

Value proxy_getattribute(Thread* t, Value self, Str* name) {
  Value a = unwrap(t, self);
  return a.is_failed() ? a : get_attr(t, a, name);
}
DEF(proxy_methods, proxy_getattribute, "__getattribute__(self, name, /)",
    "Return getattr(self, name).")
Value proxy_setattr(Thread* t, Value self, Str* name, Value value) {
  Value a = unwrap(t, self);
  return a.is_failed() || !set_attr(t, a, name, value) ? Value::failed() : Value::none();
}
DEF(proxy_methods, proxy_setattr, "__setattr__(self, name, value, /)",
    "Implement setattr(self, name, value).")
Value proxy_delattr(Thread* t, Value self, Str* name) {
  Value a = unwrap(t, self);
  return a.is_failed() || !del_attr(t, a, name) ? Value::failed() : Value::none();
}
DEF(proxy_methods, proxy_delattr, "__delattr__(self, name, /)", "Implement delattr(self, name).")

Value proxy_call(Thread* t, Value self, Kw kw, Args args) {
  Value a = unwrap(t, self);
  return a.is_failed() ? a : call_with_dict(t, a, Value::unbound(), args.v, args.n, kw.dict);
}
DEF(callable_methods, proxy_call, "__call__(self, /, *args, **kwargs)", "Call self as a function.")

Value make_proxy(Thread* t, Args args) {
  if (args.n < 1) return type_error(t, "proxy expected at least 1 argument, got 0");
  if (args.n > 2)
    return raisef(t, t->vm->classes.type_error, "proxy expected at most 2 arguments, got %u",
                  args.n);
  Value target = args.v[0];
  Value callback = args.n > 1 ? args.v[1] : Value::none();
  Class* cls = native_class(t->vm, is_callable(t, target) ? &kCallableMarker : &kProxyMarker);
  if (callback.is_none() && target.is_ptr()) {
    for (WeakRef* r = first_weak_ref(t->vm, target.ptr()); r; r = r->next) {
      if (r->proxy && r->callback.is_none()) return val(r);
    }
  }
  WeakRef* r = new_weak_ref(t, cls, target, callback, true);
  return r ? val(r) : Value::failed();
}
DEF(functions, make_proxy, "proxy(*args)", "A proxy that refers weakly to an object.")

}  // namespace

void init_weakref_proxies(Thread* t, Module* m) {
  for (bool callable : {false, true}) {
    const NativeType* type = callable ? &kCallableMarker : &kProxyMarker;
    Class* cls = new_builtin_class(t, type->name, t->vm->classes.object, Kind::kNativeObject,
                                   kClassNoSubclass, type);
    if (!cls) return;
    cls->class_flags &= ~uint32_t{kClassWeakRefs};
    install_methods(t, cls, proxy_methods);
    if (callable) install_methods(t, cls, callable_methods);
    Str* hash = intern(t, "__hash__");
    if (!hash || !dict_set_str(t, cls->dict, hash, Value::none())) return;
    const char* name = callable ? "CallableProxyType" : "ProxyType";
    if (!dict_set_cstr(t, m->dict, name, val(cls))) return;
  }
  install_functions(t, m, functions);
}

}  // namespace baton
