// The builtins module: functions that need nothing but the protocols of vm/core/ops.h.
//
// The rest of the module is in builtins_iterators.cpp (map, zip ...), builtins_io.cpp (print, open
// ...) and builtins_code.cpp (eval, globals ...). Classes are those of the Vm. Lock held; everything
// that calls back may run script.
#include <cmath>

#include "stdlib/stdlib.h"
#include "vm/base/utf8.h"
#include "vm/native/native.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"
#include "vm/objects/number.h"
#include "vm/objects/step_iterator.h"

namespace baton {
namespace {

NativeGroup builtin_functions{"builtins"};

Value builtin_abs(Thread* t, Value x) {
  if (x.is_int()) return x.as_int() < 0 ? new_int(t, -x.as_int()) : x;
  if (x.is_float()) return new_float(t, std::fabs(x.as_float()));
  Value r = call_special(t, x, t->vm->names.abs);
  return r.is_unbound() ? type_error(t, "bad operand type for abs(): '" + type_name(t, x) + "'")
                        : r;
}
DEF(builtin_functions, builtin_abs, "abs(x, /)", "Return the absolute value of the argument.")

// Does `wanted` truth value occur?
Value occurs(Thread* t, Value iterable, bool wanted) {
  bool found = false;
  Value it = get_iter(t, iterable);
  if (it.is_failed()) return it;
  while (!found) {
    Value v = iter_next(t, it);
    if (v.is_failed()) return v;
    if (v.is_unbound()) break;
    bool b;
    if (v.is_bool())
      b = v.is_true();
    else if (!truth(t, v, &b))
      return Value::failed();
    found = b == wanted;
  }
  return Value::boolean(found);
}
Value builtin_all(Thread* t, Value iterable) {
  Value r = occurs(t, iterable, false);
  return r.is_failed() ? r : Value::boolean(r.is_false());
}
DEF(builtin_functions, builtin_all, "all(iterable, /)",
    "Return True if bool(x) is True for all values x in the iterable.\n\nIf the iterable is empty, "
    "return True.")
Value builtin_any(Thread* t, Value iterable) { return occurs(t, iterable, true); }
DEF(builtin_functions, builtin_any, "any(iterable, /)",
    "Return True if bool(x) is True for any x in the iterable.\n\nIf the iterable is empty, return "
    "False.")

Value builtin_ascii(Thread* t, Value obj) { return ascii_of(t, obj); }
DEF(builtin_functions, builtin_ascii, "ascii(obj, /)",
    "Return an ASCII-only representation of an object.")
Value builtin_repr(Thread* t, Value obj) { return repr(t, obj); }
DEF(builtin_functions, builtin_repr, "repr(obj, /)",
    "Return the canonical string representation of the object.")

Value in_base(Thread* t, Value number, int base, const char* prefix) {
  Value i = to_index(t, number);
  if (i.is_failed()) return i;
  std::string s = int_to_text(t, i, base);
  bool negative = !s.empty() && s[0] == '-';
  return str_value(t, negative ? std::string("-") + prefix + s.substr(1) : prefix + s);
}
Value builtin_bin(Thread* t, Value number) { return in_base(t, number, 2, "0b"); }
DEF(builtin_functions, builtin_bin, "bin(number, /)",
    "Return the binary representation of an integer.")
Value builtin_oct(Thread* t, Value number) { return in_base(t, number, 8, "0o"); }
DEF(builtin_functions, builtin_oct, "oct(number, /)",
    "Return the octal representation of an integer.")
Value builtin_hex(Thread* t, Value number) { return in_base(t, number, 16, "0x"); }
DEF(builtin_functions, builtin_hex, "hex(number, /)",
    "Return the hexadecimal representation of an integer.")

Value builtin_callable(Thread* t, Value obj) { return Value::boolean(is_callable(t, obj)); }
DEF(builtin_functions, builtin_callable, "callable(obj, /)",
    "Return whether the object is callable (i.e., some kind of function).")

Value builtin_chr(Thread* t, Value i) {
  Value index = to_index(t, i);
  if (index.is_failed()) return index;
  int64_t n;
  if (!to_int64(t, index, &n)) return Value::failed();
  if (n < 0 || n > kMaxCodePoint) return value_error(t, "chr() arg not in range(0x110000)");
  Str* s = str_from_codepoint(t, static_cast<uint32_t>(n));
  return s ? val(s) : Value::failed();
}
DEF(builtin_functions, builtin_chr, "chr(i, /)",
    "Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff.")

Value builtin_ord(Thread* t, Value c) {
  size_t length;
  if (Str* s = try_as<Str>(c)) {
    if (s->length == 1) return Value::from_int(utf8_at(s->view(), 0));
    length = s->length;
  } else if (Bytes* b = try_as<Bytes>(c)) {
    if (b->size == 1) return Value::from_int(b->data[0]);
    length = b->size;
  } else if (ByteArray* a = try_as<ByteArray>(c)) {
    if (a->size == 1) return Value::from_int(a->data[0]);
    length = a->size;
  } else {
    return type_error(t, "ord() expected string of length 1, but " + type_name(t, c) + " found");
  }
  return type_error(
      t, "ord() expected a character, but string of length " + std::to_string(length) + " found");
}
DEF(builtin_functions, builtin_ord, "ord(c, /)",
    "Return the Unicode code point for a one-character string.")

// --- attributes ---

Str* attribute_name(Thread* t, Value name) {
  if (Str* s = try_as<Str>(name)) return intern_str(t, s);
  type_error(t, "attribute name must be string, not '" + type_name(t, name) + "'");
  return nullptr;
}
Value builtin_getattr(Thread* t, Value object, Value name, Value fallback) {
  Str* n = attribute_name(t, name);
  if (!n) return Value::failed();
  if (fallback.is_unbound()) return get_attr(t, object, n);
  Value v = get_attr_or_unbound(t, object, n);
  return v.is_unbound() ? fallback : v;
}
DEF(builtin_functions, builtin_getattr, "getattr(object, name, default=<absent>, /)",
    "getattr(object, name[, default]) -> value\n\nGet a named attribute from an object; getattr(x, "
    "'y') is equivalent to x.y.")
Value builtin_hasattr(Thread* t, Value obj, Value name) {
  Str* n = attribute_name(t, name);
  if (!n) return Value::failed();
  Value v = get_attr_or_unbound(t, obj, n);
  return v.is_failed() ? v : Value::boolean(!v.is_unbound());
}
DEF(builtin_functions, builtin_hasattr, "hasattr(obj, name, /)",
    "Return whether the object has an attribute with the given name.")
Value builtin_setattr(Thread* t, Value obj, Value name, Value value) {
  Str* n = attribute_name(t, name);
  return n && set_attr(t, obj, n, value) ? Value::none() : Value::failed();
}
DEF(builtin_functions, builtin_setattr, "setattr(obj, name, value, /)",
    "Sets the named attribute on the given object to the specified value.")
Value builtin_delattr(Thread* t, Value obj, Value name) {
  Str* n = attribute_name(t, name);
  return n && del_attr(t, obj, n) ? Value::none() : Value::failed();
}
DEF(builtin_functions, builtin_delattr, "delattr(obj, name, /)",
    "Deletes the named attribute from the given object.")

// --- classes ---

bool matches_class(Thread* t, Value x, Value cls, bool subclass, bool* out) {
  Vm* vm = t->vm;
  *out = false;
  if (Class* c = try_as<Class>(cls)) {
    if (!subclass && class_of(vm, x) == c) {
      *out = true;
      return true;
    }
    // A metaclass may have its own opinion.
    if (class_of(vm, cls) == vm->classes.type) {
      if (subclass) {
        if (!is<Class>(x)) return type_error(t, "issubclass() arg 1 must be a class"), false;
        *out = is_subclass(as<Class>(x), c);
        return true;
      }
      if (is_instance(t, x, c)) {
        *out = true;
        return true;
      }
      if (!is<Instance>(x) && !(class_of(vm, x)->class_flags & kClassGetattribute)) return true;
      Value own = get_attr_or_unbound(t, x, vm->names.class_);
      if (own.is_failed()) return false;
      *out = is<Class>(own) && is_subclass(as<Class>(own), c);
      return true;
    }
  } else if (Tuple* tuple = try_as<Tuple>(cls)) {
    if (native_stack_exhausted(t)) return false;
    for (size_t i = 0; i < tuple->size; ++i) {
      if (!matches_class(t, x, tuple->items[i], subclass, out)) return false;
      if (*out) return true;
    }
    return true;
  }
  Str* hook = subclass ? vm->names.subclasscheck : vm->names.instancecheck;
  Value r = call_special(t, cls, hook, &x, 1);
  if (r.is_failed()) return false;
  if (!r.is_unbound()) return truth(t, r, out);
  type_error(t, subclass ? "issubclass() arg 2 must be a class, a tuple of classes, or a union"
                         : "isinstance() arg 2 must be a type, a tuple of types, or a union");
  return false;
}
Value builtin_isinstance(Thread* t, Value obj, Value cls) {
  bool yes;
  return matches_class(t, obj, cls, false, &yes) ? Value::boolean(yes) : Value::failed();
}
DEF(builtin_functions, builtin_isinstance, "isinstance(obj, class_or_tuple, /)",
    "Return whether an object is an instance of a class or of a subclass thereof.")
Value builtin_issubclass(Thread* t, Value cls, Value of) {
  bool yes;
  return matches_class(t, cls, of, true, &yes) ? Value::boolean(yes) : Value::failed();
}
DEF(builtin_functions, builtin_issubclass, "issubclass(cls, class_or_tuple, /)",
    "Return whether 'cls' is derived from another class or is the same class.")

Value builtin_build_class(Thread* t, Value func, Value name, Kw kw, Args bases) {
  Tuple* b = new_tuple_from(t, bases.v, bases.n);
  if (!b) return Value::failed();
  return build_class(t, func, name, val(b), kw.dict ? val(kw.dict) : Value::none());
}
DEF(builtin_functions, builtin_build_class, "__build_class__(func, name, /, *bases, **kwds)",
    "Internal helper function used by the class statement.")

// --- numbers and containers ---

Value builtin_divmod(Thread* t, Value x, Value y) { return binary_op(t, BinOp::kDivMod, x, y); }
DEF(builtin_functions, builtin_divmod, "divmod(x, y, /)",
    "Return the tuple (x//y, x%y).  Invariant: div*y + mod == x.")
Value builtin_pow(Thread* t, Value base, Value exp, Value mod) {
  return mod.is_none() ? binary_op(t, BinOp::kPow, base, exp) : power_mod(t, base, exp, mod);
}
DEF(builtin_functions, builtin_pow, "pow(base, exp, mod=None)",
    "Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments.")

Value builtin_round(Thread* t, Value number, Value ndigits) {
  if (number.is_int() || number.is_float()) return number_round(t, number, ndigits);
  uint32_t n = ndigits.is_none() ? 0 : 1;
  Value r = call_special(t, number, t->vm->names.round, &ndigits, n);
  return r.is_unbound()
             ? type_error(t, "type " + type_name(t, number) + " doesn't define __round__ method")
             : r;
}
DEF(builtin_functions, builtin_round, "round(number, ndigits=None)",
    "Round a number to a given precision in decimal digits.")

Value builtin_format(Thread* t, Value value, Value spec) {
  if (!is<Str>(spec))
    return type_error(t, "format() argument 2 must be str, not " + type_name(t, spec));
  return format_value(t, value, spec);
}
DEF(builtin_functions, builtin_format, "format(value, format_spec='', /)",
    "Return value.__format__(format_spec).")

Value builtin_hash(Thread* t, Value obj) {
  int64_t h;
  return hash_value(t, obj, &h) ? new_int(t, h) : Value::failed();
}
DEF(builtin_functions, builtin_hash, "hash(obj, /)", "Return the hash value for the given object.")
Value builtin_id(Thread* t, Value obj) {
  return new_uint(t, obj.is_ptr() ? reinterpret_cast<uint64_t>(obj.ptr()) : obj.w);
}
DEF(builtin_functions, builtin_id, "id(obj, /)", "Return the identity of an object.")

Value builtin_len(Thread* t, Value obj) {
  int64_t n;
  return length_of(t, obj, &n) ? new_int(t, n) : Value::failed();
}
DEF(builtin_functions, builtin_len, "len(obj, /)", "Return the number of items in a container.")

Value builtin_next(Thread* t, Value iterator, Value fallback) {
  Value it = step_through_class(t, iterator);
  Value v = it.is_failed() ? it : iter_next(t, it);
  if (!v.is_unbound()) return v;
  return fallback.is_unbound() ? raise_stop_iteration(t, t->generator_result) : fallback;
}
DEF(builtin_functions, builtin_next, "next(iterator, default=<absent>, /)",
    "next(iterator[, default])\n\nReturn the next item from the iterator.")

Value builtin_sorted(Thread* t, Value iterable, Value key, bool reverse) {
  List* l;
  if (!list_from_iterable(t, iterable, &l)) return Value::failed();
  return list_sort(t, l, key, reverse) ? val(l) : Value::failed();
}
DEF(builtin_functions, builtin_sorted, "sorted(iterable, /, *, key=None, reverse=False)",
    "Return a new list containing all items from the iterable in ascending order.")

Value builtin_sum(Thread* t, Value iterable, Value start) {
  if (is<Str>(start)) return type_error(t, "sum() can't sum strings [use ''.join(seq) instead]");
  if (is<Bytes>(start)) return type_error(t, "sum() can't sum bytes [use b''.join(seq) instead]");
  if (is<ByteArray>(start))
    return type_error(t, "sum() can't sum bytearray [use b''.join(seq) instead]");
  Value total = start;
  auto add = [&](Value v) {
    if (both_int(total, v)) {
      Value r;
      if (BATON_LIKELY(int_add(total, v, &r))) {
        total = r;
        return true;
      }
    } else if (both_float(total, v)) {
      Value r;
      if (BATON_LIKELY(Value::try_float(total.as_float() + v.as_float(), &r))) {
        total = r;
        return true;
      }
    }
    total = binary_op(t, BinOp::kAdd, total, v);
    return !total.is_failed();
  };
  if (exact_list(t, iterable)) {
    List* l = as<List>(iterable);
    for (size_t i = 0; i < l->size; ++i) {
      if (!add(l->items[i])) return Value::failed();
      if ((i & 1023) == 1023 && !poll(t)) return Value::failed();
    }
    return total;
  }
  if (exact_tuple(t, iterable)) {
    Tuple* l = as<Tuple>(iterable);
    for (size_t i = 0; i < l->size; ++i)
      if (!add(l->items[i])) return Value::failed();
    return total;
  }
  uint32_t count = 0;
  bool ok = for_each_item(t, iterable,
                          [&](Value v) { return add(v) && ((++count & 1023) != 0 || poll(t)); });
  return ok ? total : Value::failed();
}
DEF(builtin_functions, builtin_sum, "sum(iterable, /, start=0)",
    "Return the sum of a 'start' value (default: 0) plus an iterable of numbers")

Value extreme(Thread* t, const char* name, CmpOp op, Value key, Value fallback, Args args) {
  if (args.n == 0) return type_error(t, std::string(name) + " expected at least 1 argument, got 0");
  if (args.n > 1 && !fallback.is_unbound())
    return type_error(t, std::string("Cannot specify a default for ") + name +
                             "() with multiple positional arguments");
  Value best = Value::unbound(), best_key = Value::unbound();
  auto take = [&](Value v) {
    Value k = v;
    if (!key.is_none()) {
      k = call1(t, key, v);
      if (k.is_failed()) return false;
    }
    if (best.is_unbound()) {
      best = v;
      best_key = k;
      return true;
    }
    bool better;
    if (both_int(k, best_key)) {
      better = op == CmpOp::kLt ? int_less(k, best_key) : int_less(best_key, k);
    } else if (both_float(k, best_key)) {
      better = op == CmpOp::kLt ? k.as_float() < best_key.as_float()
                                : k.as_float() > best_key.as_float();
    } else if (!compare_bool(t, op, k, best_key, &better)) {
      return false;
    }
    if (better) {
      best = v;
      best_key = k;
    }
    return true;
  };
  if (args.n > 1) {
    for (uint32_t i = 0; i < args.n; ++i)
      if (!take(args.v[i])) return Value::failed();
    return best;
  }
  uint32_t count = 0;
  bool ok = for_each_item(t, args.v[0],
                          [&](Value v) { return take(v) && ((++count & 1023) != 0 || poll(t)); });
  if (!ok) return Value::failed();
  if (!best.is_unbound()) return best;
  return fallback.is_unbound() ? value_error(t, std::string(name) + "() arg is an empty sequence")
                               : fallback;
}
Value builtin_min(Thread* t, Value key, Value fallback, Args args) {
  return extreme(t, "min", CmpOp::kLt, key, fallback, args);
}
DEF(builtin_functions, builtin_min, "min(*args, key=None, default=<absent>)",
    "min(iterable, *[, default=obj, key=func]) -> value\nmin(arg1, arg2, *args, *[, key=func]) -> "
    "value\n\nWith a single iterable argument, return its smallest item.")
Value builtin_max(Thread* t, Value key, Value fallback, Args args) {
  return extreme(t, "max", CmpOp::kGt, key, fallback, args);
}
DEF(builtin_functions, builtin_max, "max(*args, key=None, default=<absent>)",
    "max(iterable, *[, default=obj, key=func]) -> value\nmax(arg1, arg2, *args, *[, key=func]) -> "
    "value\n\nWith a single iterable argument, return its biggest item.")

Value leave(Thread* t, Value code) {
  Value e = call1(t, val(t->vm->classes.system_exit), code);
  return e.is_failed() ? e : raise_object(t, e);
}
DEF(builtin_functions, leave, "exit(code=None)", "Leave the program: raise SystemExit(code).")
DEF(builtin_functions, leave, "quit(code=None)", "Leave the program: raise SystemExit(code).")

void install_classes(Thread* t, Dict* d) {
  const CoreClasses& c = t->vm->classes;
  for (Class* cls :
       {c.object, c.type,      c.int_,     c.bool_,       c.float_,       c.complex_, c.str,
        c.bytes,  c.bytearray, c.tuple,    c.list,        c.dict,         c.set,      c.frozenset,
        c.range,  c.slice,     c.property, c.classmethod, c.staticmethod, c.super})
    dict_set_str(t, d, as<Str>(cls->name), val(cls));
#define EXC(field, text, base) dict_set_str(t, d, as<Str>(c.field->name), val(c.field));
  BATON_EXCEPTIONS(EXC)
#undef EXC
  dict_set_cstr(t, d, "EnvironmentError", val(c.os_error));
  dict_set_cstr(t, d, "IOError", val(c.os_error));
}

}  // namespace

void install_builtins(Thread* t, Module* m) {
  Dict* d = m->dict;
  install_functions(t, m, builtin_functions);
  install_classes(t, d);
  dict_set_cstr(t, d, "NotImplemented", Value::not_implemented());
  dict_set_cstr(t, d, "Ellipsis", Value::ellipsis());
  dict_set_cstr(t, d, "None", Value::none());
  dict_set_cstr(t, d, "True", Value::true_());
  dict_set_cstr(t, d, "False", Value::false_());
  dict_set_cstr(t, d, "__debug__", Value::true_());
  install_builtin_iterators(t, m);
  install_builtin_io(t, m);
  install_builtin_code(t, m);
}

}  // namespace baton
