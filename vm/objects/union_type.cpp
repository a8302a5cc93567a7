// types.UnionType: what `int | None` is. The members are kept flat and without duplicates, in the
// order written; two unions are equal if they have the same members in any order. One member alone
// is no union: `int | int` is int. Lock held; comparing members may run script.
#include "vm/native/native.h"
#include "vm/objects/bootstrap.h"
#include "vm/objects/containers.h"

namespace baton {

namespace {

struct Union : NativeObject {
  Value args;  // Tuple of classes and generic aliases; NoneType stands for None
};

void trace_union(Object* o, Marker& m) { m.mark(static_cast<Union*>(o)->args); }
const NativeType kUnionType = {"UnionType", trace_union, nullptr, nullptr};

NativeGroup union_methods{"UnionType"};
NativeGroup operators{"type"};

Union* self_of(Thread* t, Value self) { return native_self<Union>(t, self, &kUnionType); }

bool is_union(Value v) { return native_type_of(v) == &kUnionType; }

bool may_be_member(Value v) {
  return v.is_none() || is<Class>(v) || is_generic_alias(v) || is_union(v);
}

// Appends v, or what it consists of, to the members unless it is there.
bool add_member(Thread* t, RootVec* members, Value v) {
  if (v.is_none()) v = val(t->vm->classes.none_type);
  if (is_union(v)) {
    Tuple* args = as<Tuple>(static_cast<Union*>(v.ptr())->args);
    for (size_t i = 0; i < args->size; ++i)
      if (!add_member(t, members, args->items[i])) return false;
    return true;
  }
  for (size_t i = 0; i < members->v.size(); ++i) {
    bool same = members->v[i] == v;
    if (!same && is_generic_alias(v) && is_generic_alias(members->v[i]) &&
        !values_equal(t, members->v[i], v, &same))
      return false;
    if (same) return true;
  }
  members->v.push_back(v);
  return true;
}

Value union_of(Thread* t, Value a, Value b) {
  if (!may_be_member(a) || !may_be_member(b)) return Value::not_implemented();
  RootVec members(t);
  if (!add_member(t, &members, a) || !add_member(t, &members, b)) return Value::failed();
  if (members.v.size() == 1) return members.v[0];
  Tuple* args = new_tuple_from(t, members.v.data(), members.v.size());
  if (!args) return Value::failed();
  auto* u = make_native<Union>(t, &kUnionType);
  if (!u) return Value::failed();
  u->args = val(args);
  return val(u);
}

Value or_forward(Thread* t, Value self, Value other) { return union_of(t, self, other); }
DEF(operators, or_forward, "__or__(self, value, /)", "Return self|value.")
Value or_reflected(Thread* t, Value self, Value other) { return union_of(t, other, self); }
DEF(operators, or_reflected, "__ror__(self, value, /)", "Return value|self.")

Value union_args(Thread* t, Value self) {
  Union* u = self_of(t, self);
  return u ? u->args : Value::failed();
}
DEF_GET(union_methods, union_args, "__args__(self)", "")
Value union_parameters(Thread* t, Value) { return val(t->vm->empty_tuple); }
DEF_GET(union_methods, union_parameters, "__parameters__(self)",
        "Type variables in the types.UnionType.")

Value union_repr(Thread* t, Value self) {
  Union* u = self_of(t, self);
  if (!u || native_stack_exhausted(t)) return Value::failed();
  Tuple* args = as<Tuple>(u->args);
  std::string out;
  for (size_t i = 0; i < args->size; ++i) {
    if (i) out += " | ";
    if (args->items[i] == val(t->vm->classes.none_type))
      out += "None";
    else if (!generic_text(t, args->items[i], &out))
      return Value::failed();
  }
  return str_value(t, out);
}
DEF(union_methods, union_repr, "__repr__(self, /)", "Return repr(self).")

Value members_as_set(Thread* t, Value self) {
  Union* u = self_of(t, self);
  Set* s = u ? new_set(t, true) : nullptr;
  if (!s) return Value::failed();
  Tuple* args = as<Tuple>(u->args);
  for (size_t i = 0; i < args->size; ++i)
    if (!set_add(t, s, args->items[i])) return Value::failed();
  return val(s);
}
Value union_compare(Thread* t, Value self, Value other, CmpOp op) {
  if (!is_union(other)) return Value::not_implemented();
  Value a = members_as_set(t, self);
  if (a.is_failed()) return a;
  Value b = members_as_set(t, other);
  return b.is_failed() ? b : compare(t, op, a, b);
}
Value union_eq(Thread* t, Value self, Value other) {
  return union_compare(t, self, other, CmpOp::kEq);
}
DEF(union_methods, union_eq, "__eq__(self, value, /)", "Return self==value.")
Value union_ne(Thread* t, Value self, Value other) {
  return union_compare(t, self, other, CmpOp::kNe);
}
DEF(union_methods, union_ne, "__ne__(self, value, /)", "Return self!=value.")
Value union_hash(Thread* t, Value self) {
  int64_t h;
  Value s = members_as_set(t, self);
  return s.is_failed() || !hash_value(t, s, &h) ? Value::failed() : new_int(t, h);
}
DEF(union_methods, union_hash, "__hash__(self, /)", "Return hash(self).")

// isinstance and issubclass ask each member's class hook.
Value check_members(Thread* t, Value self, Value x, Str* hook, const char* who) {
  Union* u = self_of(t, self);
  if (!u) return Value::failed();
  Tuple* args = as<Tuple>(u->args);
  for (size_t i = 0; i < args->size; ++i)
    if (!is<Class>(args->items[i]))
      return type_error(t, std::string(who) + " argument 2 cannot be a parameterized generic");
  for (size_t i = 0; i < args->size; ++i) {
    Value r = call_special(t, args->items[i], hook, &x, 1);
    bool yes = false;
    if (r.is_failed() || !truth(t, r, &yes)) return Value::failed();
    if (yes) return Value::true_();
  }
  return Value::false_();
}
Value union_instancecheck(Thread* t, Value self, Value x) {
  return check_members(t, self, x, t->vm->names.instancecheck, "isinstance()");
}
DEF(union_methods, union_instancecheck, "__instancecheck__(self, instance, /)", "")
Value union_subclasscheck(Thread* t, Value self, Value x) {
  if (!is<Class>(x)) return type_error(t, "issubclass() arg 1 must be a class");
  return check_members(t, self, x, t->vm->names.subclasscheck, "issubclass()");
}
DEF(union_methods, union_subclasscheck, "__subclasscheck__(self, cls, /)", "")

}  // namespace

void register_union_type(Vm* vm, Thread* t, Class* generic_alias) {
  Class* cls = new_builtin_class(t, "UnionType", vm->classes.object, Kind::kNativeObject,
                                 kClassNoSubclass, &kUnionType);
  install_methods(t, cls, union_methods);
  dict_set_str(t, cls->dict, vm->names.module, str_value(t, "types"));
  install_methods(t, cls, operators);
  install_methods(t, generic_alias, operators);
  install_methods(t, vm->classes.type, operators);
}

}  // namespace baton
