// The operator module: the operators as functions, and callables that fetch an item, an attribute or
// the result of a method.
//
// The functions run the same protocols as the loop's instructions. The callables are NativeObjects
// that never change once made. Lock held; everything may run script.
// Behaviour: https://docs.python.org/3.11/library/operator.html
#include <algorithm>

#include "stdlib/stdlib.h"
#include "vm/native/native.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"
#include "vm/objects/length_hint.h"
#include "vm/objects/number.h"

namespace baton {
namespace {

NativeGroup op_functions{"_operator"};

// --- comparison, arithmetic ------------------------------------------------------------------------

#define COMPARISON(name, op)                                                           \
  Value op_##name(Thread* t, Value a, Value b) { return compare(t, CmpOp::op, a, b); } \
  DEF(op_functions, op_##name, #name "(a, b, /)", "The comparison of that name, a with b.")
COMPARISON(lt, kLt)
COMPARISON(le, kLe)
COMPARISON(eq, kEq)
COMPARISON(ne, kNe)
COMPARISON(ge, kGe)
COMPARISON(gt, kGt)
#undef COMPARISON

#define BINARY(fn, name, op)                                                           \
  Value op_##fn(Thread* t, Value a, Value b) { return binary_op(t, BinOp::op, a, b); } \
  DEF(op_functions, op_##fn, name "(a, b, /)", "The binary operator of that name.")
#define INPLACE(fn, op)                                                                      \
  Value op_##fn(Thread* t, Value a, Value b) { return binary_op(t, BinOp::op, a, b, true); } \
  DEF(op_functions, op_##fn, #fn "(a, b, /)", "The in-place operator of that name.")
BINARY(add, "add", kAdd)
BINARY(sub, "sub", kSub)
BINARY(mul, "mul", kMul)
BINARY(truediv, "truediv", kDiv)
BINARY(floordiv, "floordiv", kFloorDiv)
BINARY(mod, "mod", kMod)
BINARY(pow, "pow", kPow)
BINARY(matmul, "matmul", kMatMul)
BINARY(lshift, "lshift", kShl)
BINARY(rshift, "rshift", kShr)
BINARY(and, "and_", kAnd)
BINARY(or, "or_", kOr)
BINARY(xor, "xor", kXor)
INPLACE(iadd, kAdd)
INPLACE(isub, kSub)
INPLACE(imul, kMul)
INPLACE(itruediv, kDiv)
INPLACE(ifloordiv, kFloorDiv)
INPLACE(imod, kMod)
INPLACE(ipow, kPow)
INPLACE(imatmul, kMatMul)
INPLACE(ilshift, kShl)
INPLACE(irshift, kShr)
INPLACE(iand, kAnd)
INPLACE(ior, kOr)
INPLACE(ixor, kXor)
#undef INPLACE
#undef BINARY

Value op_neg(Thread* t, Value a) { return unary_op(t, UnOp::kNeg, a); }
DEF(op_functions, op_neg, "neg(a, /)", "-a.")
Value op_pos(Thread* t, Value a) { return unary_op(t, UnOp::kPos, a); }
DEF(op_functions, op_pos, "pos(a, /)", "+a.")
Value op_invert(Thread* t, Value a) { return unary_op(t, UnOp::kInvert, a); }
DEF(op_functions, op_invert, "invert(a, /)", "~a.")
DEF(op_functions, op_invert, "inv(a, /)", "~a.")
Value op_abs(Thread* t, Value a) {
  Value r = call_special(t, a, t->vm->names.abs);
  return r.is_unbound() ? type_error(t, "bad operand type for abs(): '" + type_name(t, a) + "'")
                        : r;
}
DEF(op_functions, op_abs, "abs(a, /)", "abs(a).")
Value op_index(Thread* t, Value a) {
  Value i = to_index(t, a);
  if (i.is_failed()) return i;
  uint64_t s;
  return int_from_big(t, int_view(i, &s));
}
DEF(op_functions, op_index, "index(a, /)", "a as an int, by a.__index__().")

Value op_truth(Thread* t, Value a) {
  bool b;
  return truth(t, a, &b) ? Value::boolean(b) : Value::failed();
}
DEF(op_functions, op_truth, "truth(a, /)", "True if a is true, else False.")
Value op_not(Thread* t, Value a) {
  bool b;
  return truth(t, a, &b) ? Value::boolean(!b) : Value::failed();
}
DEF(op_functions, op_not, "not_(a, /)", "not a.")
// As the loop's instruction sees identity: numbers held in the word itself are alike when equal.
bool op_is(Thread*, Value a, Value b) { return a == b; }
DEF(op_functions, op_is, "is_(a, b, /)", "a is b.")
bool op_is_not(Thread*, Value a, Value b) { return a != b; }
DEF(op_functions, op_is_not, "is_not(a, b, /)", "a is not b.")

// --- containers ------------------------------------------------------------------------------------

bool is_sequence(Thread* t, Value v) {
  Vm* vm = t->vm;
  return !is<Dict>(v) && !find_in_class(vm, class_of(vm, v), vm->names.getitem).is_unbound();
}
Value concat(Thread* t, Value a, Value b, bool inplace) {
  bool built_in = is<List>(a) || is<Tuple>(a) || is<Str>(a) || is<Bytes>(a) || is<ByteArray>(a);
  Vm* vm = t->vm;
  bool adds = !find_in_class(vm, class_of(vm, a), vm->names.add).is_unbound() ||
              !find_in_class(vm, class_of(vm, b), vm->names.radd).is_unbound();
  if (!built_in && !(adds && is_sequence(t, a) && is_sequence(t, b)))
    return type_error(t, "'" + type_name(t, a) + "' object can't be concatenated");
  return binary_op(t, BinOp::kAdd, a, b, inplace);
}
Value op_concat(Thread* t, Value a, Value b) { return concat(t, a, b, false); }
DEF(op_functions, op_concat, "concat(a, b, /)", "a + b, for sequences.")
Value op_iconcat(Thread* t, Value a, Value b) { return concat(t, a, b, true); }
DEF(op_functions, op_iconcat, "iconcat(a, b, /)", "a += b, for sequences.")

// Runs f(equal?) for each item until it returns false. False: failed.
template <class F>
bool search(Thread* t, Value seq, Value item, F&& f) {
  Value it = get_iter(t, seq);
  if (it.is_failed()) {
    if (exception_is(t, t->vm->classes.type_error)) {
      clear_exception(t);
      type_error(t, "argument of type '" + type_name(t, seq) + "' is not iterable");
    }
    return false;
  }
  for (uint32_t n = 1;; ++n) {
    Value v = iter_next(t, it);
    if (v.is_failed()) return false;
    if (v.is_unbound()) return true;
    bool equal;
    if (!values_equal(t, v, item, &equal)) return false;
    if (!f(equal)) return true;
    if ((n & 255) == 0 && !poll(t)) return false;
  }
}
Value op_contains(Thread* t, Value a, Value b) {
  bool found;
  return contains(t, a, b, &found) ? Value::boolean(found) : Value::failed();
}
DEF(op_functions, op_contains, "contains(a, b, /)", "b in a.")
Value op_count_of(Thread* t, Value a, Value b) {
  int64_t n = 0;
  return search(t, a, b, [&](bool equal) { return n += equal, true; }) ? new_int(t, n)
                                                                       : Value::failed();
}
DEF(op_functions, op_count_of, "countOf(a, b, /)", "How many items of a equal b.")
Value op_index_of(Thread* t, Value a, Value b) {
  int64_t n = 0;
  bool found = false;
  bool ok = search(t, a, b, [&](bool equal) {
    n += !equal;
    found = equal;
    return !equal;
  });
  if (!ok) return Value::failed();
  return found ? new_int(t, n) : value_error(t, "sequence.index(x): x not in sequence");
}
DEF(op_functions, op_index_of, "indexOf(a, b, /)", "The position of the first item equal to b.")
Value op_getitem(Thread* t, Value a, Value b) { return get_item(t, a, b); }
DEF(op_functions, op_getitem, "getitem(a, b, /)", "a[b].")
Value op_setitem(Thread* t, Value a, Value b, Value c) {
  return set_item(t, a, b, c) ? Value::none() : Value::failed();
}
DEF(op_functions, op_setitem, "setitem(a, b, c, /)", "a[b] = c.")
Value op_delitem(Thread* t, Value a, Value b) {
  return del_item(t, a, b) ? Value::none() : Value::failed();
}
DEF(op_functions, op_delitem, "delitem(a, b, /)", "del a[b].")
Value op_length_hint(Thread* t, Value obj, Value fallback) {
  int64_t n;
  if (!is_intlike(fallback))
    return type_error(
        t, "'" + type_name(t, fallback) + "' object cannot be interpreted as an integer");
  if (!int_fits_int64(fallback, &n))
    return overflow_error(t, "Python int too large to convert to C ssize_t");
  return length_hint(t, obj, n, &n) ? new_int(t, n) : Value::failed();
}
DEF(op_functions, op_length_hint, "length_hint(obj, default=0, /)",
    "len(obj), or what its __length_hint__ says, or the default.")
Value op_call(Thread* t, Value obj, Kw kw, Args args) {
  return call_with_dict(t, obj, Value::unbound(), args.v, args.n, kw.dict);
}
DEF(op_functions, op_call, "call(obj, /, *args, **kwargs)", "obj(*args, **kwargs).")

// --- itemgetter, attrgetter, methodcaller ----------------------------------------------------------

struct Getter : NativeObject {
  Tuple* keys;   // itemgetter: the items; attrgetter: the names as given
  Tuple* paths;  // attrgetter: for each name a tuple of its interned parts
};
struct MethodCaller : NativeObject {
  Str* name;
  Tuple* args;
  Dict* kwargs;  // null: none
};
void trace_getter(Object* o, Marker& m) {
  m.mark_object(static_cast<Getter*>(o)->keys);
  m.mark_object(static_cast<Getter*>(o)->paths);
}
void trace_caller(Object* o, Marker& m) {
  auto* c = static_cast<MethodCaller*>(o);
  m.mark_object(c->name);
  m.mark_object(c->args);
  m.mark_object(c->kwargs);
}
const NativeType kItemGetter{"operator.itemgetter", trace_getter, nullptr, nullptr};
const NativeType kAttrGetter{"operator.attrgetter", trace_getter, nullptr, nullptr};
const NativeType kMethodCaller{"operator.methodcaller", trace_caller, nullptr, nullptr};
NativeGroup item_methods{"itemgetter"}, attr_methods{"attrgetter"}, caller_methods{"methodcaller"};

template <class T>
T* allocate(Thread* t, Class* cls, const NativeType* type) {
  Object* o = t->vm->heap.allocate(t, sizeof(T), Kind::kNativeObject, cls->root->id);
  if (!o) return nullptr;
  static_cast<T*>(o)->type = type;
  return static_cast<T*>(o);
}
// What a call with other than one argument fails with.
bool one_argument(Thread* t, const char* name, Kw kw, Args args) {
  if (kw.dict) {
    type_error(t, std::string(name) + "() takes no keyword arguments");
    return false;
  }
  if (args.n == 1) return true;
  type_error(t, std::string(name) + " expected 1 argument, got " + std::to_string(args.n));
  return false;
}
// fetch(key) for one key, or a tuple of the results for several.
template <class F>
Value fetch_all(Thread* t, Tuple* keys, F&& fetch) {
  if (keys->size == 1) return fetch(keys->items[0]);
  Tuple* made = new_tuple(t, keys->size);
  if (!made) return Value::failed();
  for (size_t i = 0; i < keys->size; ++i) {
    Value v = fetch(keys->items[i]);
    if (v.is_failed()) return v;
    barrier_store(made, &made->items[i], v);
  }
  return val(made);
}
Value getter_repr(Thread* t, Value self, Tuple* keys) {
  ReprGuard guard(t, self);
  std::string s = class_full_name(class_of(t->vm, self)) + "(";
  if (!guard.entered) return str_value(t, s + "...)");
  for (size_t i = 0; i < keys->size; ++i) {
    if (i > 0) s += ", ";
    if (!repr_to(t, keys->items[i], &s)) return Value::failed();
  }
  return str_value(t, s + ")");
}

Value itemgetter_new(Thread* t, Class* cls, Kw kw, Args args) {
  if (kw.dict) return type_error(t, "itemgetter() takes no keyword arguments");
  if (args.n == 0) return type_error(t, "itemgetter expected 1 argument, got 0");
  Tuple* keys = new_tuple_from(t, args.v, args.n);
  auto* g = keys ? allocate<Getter>(t, cls, &kItemGetter) : nullptr;
  if (!g) return Value::failed();
  g->keys = keys;
  g->paths = nullptr;
  return val(g);
}
DEF_NEW(item_methods, itemgetter_new, "itemgetter(cls, /, *items, **kwargs)",
        "itemgetter(k)(o) is o[k]; with several keys, a tuple of such items.")
Value itemgetter_call(Thread* t, Value self, Kw kw, Args args) {
  auto* g = native_self<Getter>(t, self, &kItemGetter);
  if (!g || !one_argument(t, "itemgetter", kw, args)) return Value::failed();
  Value o = args.v[0];
  return fetch_all(t, g->keys, [&](Value key) { return get_item(t, o, key); });
}
DEF(item_methods, itemgetter_call, "__call__(self, /, *args, **kwargs)", "Call self.")
Value itemgetter_repr(Thread* t, Value self) {
  auto* g = native_self<Getter>(t, self, &kItemGetter);
  return g ? getter_repr(t, self, g->keys) : Value::failed();
}
DEF(item_methods, itemgetter_repr, "__repr__(self, /)", "Return repr(self).")
Value itemgetter_reduce(Thread* t, Value self) {
  auto* g = native_self<Getter>(t, self, &kItemGetter);
  return g ? tuple_of(t, {val(class_of(t->vm, self)), val(g->keys)}) : Value::failed();
}
DEF(item_methods, itemgetter_reduce, "__reduce__(self, /)", "For copy and pickle.")

// "a.b" as a tuple of interned parts; failed() if it is no string.
Value attribute_path(Thread* t, Value name) {
  if (!is<Str>(name)) return type_error(t, "attribute name must be a string");
  std::string_view text = as<Str>(name)->view();
  Tuple* made = new_tuple(t, static_cast<size_t>(std::count(text.begin(), text.end(), '.')) + 1);
  if (!made) return Value::failed();
  std::string copy(text);
  size_t at = 0;
  for (size_t i = 0; i < made->size; ++i) {
    size_t end = std::min(copy.find('.', at), copy.size());
    Str* part = intern(t, std::string_view(copy).substr(at, end - at));
    if (!part) return Value::failed();
    barrier_store(made, &made->items[i], val(part));
    at = end + 1;
  }
  return val(made);
}
Value attrgetter_new(Thread* t, Class* cls, Kw kw, Args args) {
  if (kw.dict) return type_error(t, "attrgetter() takes no keyword arguments");
  if (args.n == 0) return type_error(t, "attrgetter expected 1 argument, got 0");
  Tuple *keys = new_tuple_from(t, args.v, args.n), *paths = new_tuple(t, args.n);
  if (!keys || !paths) return Value::failed();
  for (uint32_t i = 0; i < args.n; ++i) {
    Value path = attribute_path(t, args.v[i]);
    if (path.is_failed()) return path;
    barrier_store(paths, &paths->items[i], path);
  }
  auto* g = allocate<Getter>(t, cls, &kAttrGetter);
  if (!g) return Value::failed();
  g->keys = keys;
  g->paths = paths;
  return val(g);
}
DEF_NEW(attr_methods, attrgetter_new, "attrgetter(cls, /, *attrs, **kwargs)",
        "attrgetter('a.b')(o) is o.a.b; with several names, a tuple of such attributes.")
Value attrgetter_call(Thread* t, Value self, Kw kw, Args args) {
  auto* g = native_self<Getter>(t, self, &kAttrGetter);
  if (!g || !one_argument(t, "attrgetter", kw, args)) return Value::failed();
  Value o = args.v[0];
  return fetch_all(t, g->paths, [&](Value path) {
    Value v = o;
    Tuple* parts = as<Tuple>(path);
    for (size_t i = 0; i < parts->size && !v.is_failed(); ++i)
      v = get_attr(t, v, as<Str>(parts->items[i]));
    return v;
  });
}
DEF(attr_methods, attrgetter_call, "__call__(self, /, *args, **kwargs)", "Call self.")
Value attrgetter_repr(Thread* t, Value self) {
  auto* g = native_self<Getter>(t, self, &kAttrGetter);
  return g ? getter_repr(t, self, g->keys) : Value::failed();
}
DEF(attr_methods, attrgetter_repr, "__repr__(self, /)", "Return repr(self).")
Value attrgetter_reduce(Thread* t, Value self) {
  auto* g = native_self<Getter>(t, self, &kAttrGetter);
  return g ? tuple_of(t, {val(class_of(t->vm, self)), val(g->keys)}) : Value::failed();
}
DEF(attr_methods, attrgetter_reduce, "__reduce__(self, /)", "For copy and pickle.")

Value methodcaller_new(Thread* t, Class* cls, Kw kw, Args args) {
  if (args.n == 0)
    return type_error(t, "methodcaller needs at least one argument, the method name");
  if (!is<Str>(args.v[0])) return type_error(t, "method name must be a string");
  Str* name = intern_str(t, as<Str>(args.v[0]));
  Tuple* kept = name ? new_tuple_from(t, args.v + 1, args.n - 1) : nullptr;
  auto* c = kept ? allocate<MethodCaller>(t, cls, &kMethodCaller) : nullptr;
  if (!c) return Value::failed();
  c->name = name;
  c->args = kept;
  c->kwargs = kw.dict;
  return val(c);
}
DEF_NEW(caller_methods, methodcaller_new, "methodcaller(cls, /, *args, **kwargs)",
        "methodcaller(name, ...)(o) is o.name(...).")
Value methodcaller_call(Thread* t, Value self, Kw kw, Args args) {
  auto* c = native_self<MethodCaller>(t, self, &kMethodCaller);
  if (!c || !one_argument(t, "methodcaller", kw, args)) return Value::failed();
  Value receiver, f = get_method(t, args.v[0], c->name, &receiver);
  if (f.is_failed()) return f;
  return call_with_dict(t, f, receiver, c->args->items, static_cast<uint32_t>(c->args->size),
                        c->kwargs);
}
DEF(caller_methods, methodcaller_call, "__call__(self, /, *args, **kwargs)", "Call self.")
Value methodcaller_repr(Thread* t, Value self) {
  auto* c = native_self<MethodCaller>(t, self, &kMethodCaller);
  if (!c) return Value::failed();
  ReprGuard guard(t, self);
  std::string s = class_full_name(class_of(t->vm, self)) + "(";
  if (!guard.entered) return str_value(t, s + "...)");
  if (!repr_to(t, val(c->name), &s)) return Value::failed();
  for (size_t i = 0; i < c->args->size; ++i) {
    s += ", ";
    if (!repr_to(t, c->args->items[i], &s)) return Value::failed();
  }
  for (uint32_t i = 0; c->kwargs && i < c->kwargs->used; ++i) {
    DictEntry e = c->kwargs->entries[i];
    s += ", ";
    if (!str_to(t, e.key, &s)) return Value::failed();
    s += "=";
    if (!repr_to(t, e.value, &s)) return Value::failed();
  }
  return str_value(t, s + ")");
}
DEF(caller_methods, methodcaller_repr, "__repr__(self, /)", "Return repr(self).")
// Keywords travel in a partial of the class.
Value methodcaller_reduce(Thread* t, Value self) {
  auto* c = native_self<MethodCaller>(t, self, &kMethodCaller);
  if (!c) return Value::failed();
  Value maker = val(class_of(t->vm, self));
  if (!c->kwargs) {
    Tuple* args = new_tuple(t, c->args->size + 1);
    if (!args) return Value::failed();
    args->items[0] = val(c->name);
    std::copy(c->args->items, c->args->items + c->args->size, args->items + 1);
    return tuple_of(t, {maker, val(args)});
  }
  Value functools = import_module(t, "functools");
  Value partial = functools.is_failed() ? functools : get_attr(t, functools, intern(t, "partial"));
  if (partial.is_failed()) return partial;
  Value given[2] = {maker, val(c->name)};
  maker = call_with_dict(t, partial, Value::unbound(), given, 2, c->kwargs);
  return maker.is_failed() ? maker : tuple_of(t, {maker, val(c->args)});
}
DEF(caller_methods, methodcaller_reduce, "__reduce__(self, /)", "For copy and pickle.")

bool add_class(Thread* t, Module* m, const NativeType* type, const NativeGroup& methods) {
  Class* cls = new_builtin_class(t, type->name, t->vm->classes.object, Kind::kNativeObject,
                                 kClassNoSubclass, type);
  if (!cls) return false;
  install_methods(t, cls, methods);
  return dict_set_str(t, m->dict, as<Str>(cls->qualname), val(cls));
}

}  // namespace

void init_operator(Thread* t, Module* m) {
  install_functions(t, m, op_functions);
  if (!add_class(t, m, &kItemGetter, item_methods) ||
      !add_class(t, m, &kAttrGetter, attr_methods) ||
      !add_class(t, m, &kMethodCaller, caller_methods))
    return;
  // Each operator by the name of its special method too: __add__, __and__, __not__.
  constexpr std::string_view kNoMethod[] = {"truth",   "is_",     "is_not",
                                            "countOf", "indexOf", "length_hint"};
  for (const NativeLink* l = op_functions.first; l; l = l->next) {
    const NativeDef* d = l->def;
    if (std::ranges::find(kNoMethod, d->sig.name) != std::end(kNoMethod)) continue;
    std::string name(d->sig.name);
    Value function = dict_get_str(m->dict, intern(t, name));
    if (name.back() == '_') name.pop_back();
    if (!dict_set_cstr(t, m->dict, "__" + name + "__", function)) return;
  }
}

}  // namespace baton
