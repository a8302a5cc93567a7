// Slow paths of the match statement (PEP 634). Lock held.
#include "vm/interp/interp.h"

namespace baton {
namespace {

// Is v an instance of this class of collections.abc, by inheritance or registration? Nobody can have
// derived from it or registered with it before its module was imported.
bool is_abstract_instance(Thread* t, Value v, std::string_view name, bool* out) {
  *out = false;
  Module* abc = try_as<Module>(dict_get_str(t->vm->modules, intern(t, "_collections_abc")));
  Value cls = abc ? dict_get_str(abc->dict, intern(t, name)) : Value::unbound();
  if (!is<Class>(cls)) return true;
  Value check[2] = {v, cls};
  Value yes = call(t, dict_get_str(t->vm->builtins, intern(t, "isinstance")), check, 2);
  *out = yes.is_true();
  return !yes.is_failed();
}

bool is_native(Value v, std::string_view name) {
  return is<NativeObject>(v) && as<NativeObject>(v)->type->name == name;
}

bool is_mapping(Thread* t, Value v, bool* out) {
  *out = is<Dict>(v) || is_native(v, "mappingproxy");
  if (*out || !v.is_ptr() || is<List>(v) || is<Tuple>(v) || is<Str>(v)) return true;
  return is_abstract_instance(t, v, "Mapping", out);
}

// Other classes are sequences by what they are made of, or by collections.abc.Sequence.
bool is_registered_sequence(Thread* t, Value v, bool* out) {
  *out = is_native(v, "collections.deque") || is_native(v, "array.array") ||
         is_native(v, "memoryview");
  if (*out || is<Str>(v) || is<Bytes>(v) || is<ByteArray>(v) || is<Dict>(v)) return true;
  return is_abstract_instance(t, v, "Sequence", out);
}

bool is_sequence(Thread* t, Value v, bool* out) {
  *out = false;
  if (!v.is_ptr()) return true;
  switch (v.ptr()->kind) {
    case Kind::kList:
    case Kind::kTuple:
    case Kind::kRange: *out = true; return true;
    default: return is_registered_sequence(t, v, out);
  }
}

// Attributes of subject v for a class pattern: true and *out the tuple, or None where it does not match.
bool match_class(Thread* t, Value v, Value cls, int64_t positional, Tuple* names, Value* out) {
  *out = Value::none();
  if (!is<Class>(cls)) return type_error(t, "called match pattern must be a class"), false;
  Value check[2] = {v, cls};
  Value builtin = dict_get_str(t->vm->builtins, intern(t, "isinstance"));
  Value yes = call(t, builtin, check, 2);
  if (yes.is_failed()) return false;
  if (!yes.is_true()) return true;
  RootVec found(t);
  if (positional > 0) {
    Value args = get_attr_or_unbound(t, cls, t->vm->names.match_args);
    if (args.is_failed()) return false;
    std::string name(as<Str>(as<Class>(cls)->name)->view());
    if (args.is_unbound()) {
      Class* c = as<Class>(cls);
      Vm* vm = t->vm;
      Class* self_matching[] = {vm->classes.bool_, vm->classes.bytearray, vm->classes.bytes,
                                vm->classes.dict,  vm->classes.float_,    vm->classes.frozenset,
                                vm->classes.int_,  vm->classes.list,      vm->classes.set,
                                vm->classes.str,   vm->classes.tuple};
      bool whole = false;
      for (Class* s : self_matching) whole |= is_subclass(c, s);
      if (!whole || positional > 1) {
        type_error(t, name + "() accepts " + (whole ? "1" : "0") + " positional sub-pattern" +
                          (whole ? "" : "s") + " (" + std::to_string(positional) + " given)");
        return false;
      }
      found.v.push_back(v);
    } else {
      if (!is<Tuple>(args))
        return type_error(
                   t, name + ".__match_args__ must be a tuple (got " + type_name(t, args) + ")"),
               false;
      Tuple* m = as<Tuple>(args);
      if (static_cast<size_t>(positional) > m->size) {
        type_error(t, name + "() accepts " + std::to_string(m->size) + " positional sub-pattern" +
                          (m->size == 1 ? "" : "s") + " (" + std::to_string(positional) +
                          " given)");
        return false;
      }
      for (int64_t i = 0; i < positional; ++i) {
        if (!is<Str>(m->items[i]))
          return type_error(t, "__match_args__ elements must be strings (got " +
                                   type_name(t, m->items[i]) + ")"),
                 false;
        Str* attr = intern_str(t, as<Str>(m->items[i]));
        for (size_t k = 0; k < names->size; ++k) {
          if (names->items[k] == val(attr))
            return type_error(t, name + "() got multiple sub-patterns for attribute '" +
                                     std::string(attr->view()) + "'"),
                   false;
        }
        Value a = get_attr_or_unbound(t, v, attr);
        if (a.is_failed()) return false;
        if (a.is_unbound()) return true;
        found.v.push_back(a);
      }
    }
  }
  for (size_t i = 0; i < names->size; ++i) {
    Value a = get_attr_or_unbound(t, v, as<Str>(names->items[i]));
    if (a.is_failed()) return false;
    if (a.is_unbound()) return true;
    found.v.push_back(a);
  }
  Tuple* r = new_tuple_from(t, found.v.data(), found.v.size());
  if (!r) return false;
  *out = val(r);
  return true;
}

bool match_keys(Thread* t, Value map, Tuple* keys, Value* out) {
  *out = Value::none();
  RootVec found(t);
  for (size_t i = 0; i < keys->size; ++i) {
    for (size_t k = 0; k < i; ++k) {
      bool same;
      if (!values_equal(t, keys->items[k], keys->items[i], &same)) return false;
      if (same) {
        std::string key;
        if (!repr_to(t, keys->items[i], &key)) return false;
        return value_error(t, "mapping pattern checks duplicate key (" + key + ")"), false;
      }
    }
    Value v;
    if (is<Dict>(map)) {
      v = dict_get(t, as<Dict>(map), keys->items[i]);
    } else {
      Value args[2] = {keys->items[i], Value::not_implemented()};
      v = call_method(t, map, t->vm->names.n_get, args, 2);
      if (v.is_not_implemented()) v = Value::unbound();
    }
    if (v.is_failed()) return false;
    if (v.is_unbound()) return true;
    found.v.push_back(v);
  }
  Tuple* r = new_tuple_from(t, found.v.data(), found.v.size());
  if (!r) return false;
  *out = val(r);
  return true;
}

}  // namespace

const Insn* slow_match(Thread* t) {
  const Insn* pc = t->pc;
  Value* R = t->window;
  Value out;
  switch (static_cast<Op>(pc->op)) {
    case Op::MATCHSEQ:
    case Op::MATCHMAP: {
      bool yes;
      bool known = static_cast<Op>(pc->op) == Op::MATCHSEQ ? is_sequence(t, R[pc->b], &yes)
                                                           : is_mapping(t, R[pc->b], &yes);
      if (!known) return unwind(t);
      out = Value::boolean(yes);
      break;
    }
    case Op::MATCHKEYS:
      if (!match_keys(t, R[pc->b], as<Tuple>(R[pc->c]), &out)) return unwind(t);
      break;
    case Op::MATCHCLASS: {
      Tuple* how = as<Tuple>(t->consts[pc->c]);
      if (!match_class(t, R[pc->b], R[pc->a], how->items[0].as_int(), as<Tuple>(how->items[1]),
                       &out))
        return unwind(t);
      break;
    }
    case Op::MATCHREST: {
      Dict* d = new_dict(t);
      if (!d || !dict_update(t, d, R[pc->b])) return unwind(t);
      Tuple* keys = as<Tuple>(R[pc->c]);
      for (size_t i = 0; i < keys->size; ++i) {
        if (dict_del(t, d, keys->items[i]) < 0) return unwind(t);
      }
      out = val(d);
      break;
    }
    default: {  // LEN
      int64_t n;
      if (!length_of(t, R[pc->b], &n)) return unwind(t);
      out = Value::from_int(n);
      break;
    }
  }
  t->window[pc->a] = out;
  return pc + 1;
}

}  // namespace baton
