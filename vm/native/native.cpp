// Builtins at run time: making NativeFunctions of DEFs, binding arguments, CPython's argument errors.
//
// A call whose arguments fit the fixed parameters exactly passes them on as they lie; every other
// call is laid out in a buffer on the native stack. Lock held.
#include "vm/native/native.h"

#include <algorithm>

#include "vm/objects/attribute.h"

namespace baton {
namespace {

bool is_method(const NativeDef* def) {
  return def->sig.positional > 0 && def->sig.params[0].name == "self" &&
         !(def->flags & kNativeStatic);
}

// What errors call the callee: a constructor goes by its class.
std::string called_name(const NativeDef* def) {
  bool makes = (def->flags & kNativeNew) || def->sig.name == "__init__";
  if (makes) return def->group ? def->group->name : "object";
  return std::string(def->sig.name);
}

// "list.append()" for methods, "math.sin()" for functions, "len()" for those of builtins.
std::string function_text(const NativeDef* def) {
  std::string s = def->group ? def->group->name : "builtins";
  if (def->flags & kNativeNew || def->sig.name == "__init__") return s + "()";
  s = s == "builtins" ? "" : s + ".";
  return s + std::string(def->sig.name) + "()";
}

Value count_error(Thread* t, const NativeDef* def, uint32_t given) {
  const Signature& g = def->sig;
  uint32_t self = is_method(def) || (def->flags & (kNativeNew | kNativeClassMethod)) ? 1 : 0;
  if (given < self) {
    return type_error(t, "unbound method " + function_text(def) + " needs an argument");
  }
  given -= self;
  uint32_t most = g.positional - self, least = g.required > self ? g.required - self : 0;
  std::string name = called_name(def);
  bool positional_only = g.positional_only == g.positional;
  if (positional_only && g.keyword_only == 0) {
    if (most == 0)
      return type_error(
          t, function_text(def) + " takes no arguments (" + std::to_string(given) + " given)");
    if (most == 1 && least == 1 && !g.varargs && !(def->flags & kNativeNew)) {
      return type_error(t, function_text(def) + " takes exactly one argument (" +
                               std::to_string(given) + " given)");
    }
    uint32_t bound = given < least ? least : most;
    const char* how = least == most && !g.varargs ? "" : given < least ? "at least " : "at most ";
    return type_error(t, name + " expected " + how + std::to_string(bound) + " argument" +
                             (bound == 1 ? "" : "s") + ", got " + std::to_string(given));
  }
  if (given > most) {
    if (most == 0) return type_error(t, name + "() takes no positional arguments");
    bool exact = least == most && g.keyword_only;
    return type_error(t, name + "() takes " + (exact ? "exactly " : "at most ") +
                             std::to_string(most) + (g.keyword_only ? " positional" : "") +
                             " argument" + (most == 1 ? "" : "s") + " (" + std::to_string(given) +
                             " given)");
  }
  return type_error(t, name + "() missing required argument '" +
                           std::string(g.params[self + given].name) + "' (pos " +
                           std::to_string(given + 1) + ")");
}

// More arguments, keywords counted, than there are parameters.
Value total_error(Thread* t, const NativeDef* def, uint32_t npos, uint32_t nargs) {
  const Signature& g = def->sig;
  uint32_t self = is_method(def) || (def->flags & (kNativeNew | kNativeClassMethod)) ? 1 : 0;
  uint32_t most = static_cast<uint32_t>(g.fixed()) - self;
  std::string name(def->flags & kNativeNew && def->group ? def->group->name : g.name);
  return type_error(t, name + "() takes at most " + std::to_string(most) +
                           (npos == self ? " keyword" : "") + " argument" + (most == 1 ? "" : "s") +
                           " (" + std::to_string(nargs - self) + " given)");
}

}  // namespace

NativeFunction* new_native(Thread* t, const NativeDef* def, Value self, Class* owner) {
  Vm* vm = t->vm;
  uint32_t shape =
      owner && is_method(def) ? vm->shape_ids.method_descriptor : vm->shape_ids.builtin_function;
  auto* f = vm->heap.make<NativeFunction>(t, shape);
  if (!f) return nullptr;
  f->def = def;
  f->self = self;
  f->owner = owner;
  f->data = Value::unbound();
  return f;
}

void install_methods(Thread* t, Class* cls, const NativeGroup& group) {
  Vm* vm = t->vm;
  bool hooks = false;
  for (int pass = 0; pass < 2; ++pass) {
    for (const NativeLink* l = group.first; l; l = l->next) {
      const NativeDef* d = l->def;
      bool setter = (d->flags & kNativeGetter) && (d->flags & kNativeMethod);
      if (setter != (pass == 1)) continue;
      NativeFunction* f = new_native(t, d, Value::unbound(), cls);
      Str* name = intern(t, d->sig.name);
      Value entry = val(f);
      if (setter) {
        Value p = dict_get_str(cls->dict, name);
        if (is<Property>(p)) as<Property>(p)->set = val(f);
        continue;
      }
      if (d->flags & kNativeGetter) {
        auto* p = vm->heap.make<Property>(t, vm->shape_ids.property);
        p->get = val(f);
        p->set = p->del = Value::none();
        p->doc = Value::none();
        entry = val(p);
        p->doc = str_value(t, d->doc);
      } else if (d->flags & kNativeNew) {
        name = vm->names.new_;
        cls->new_def = d;
      } else if (d->flags & kNativeClassMethod) {
        auto* c = vm->heap.make<ClassMethod>(t, vm->shape_ids.classmethod);
        c->func = val(f);
        entry = val(c);
      }
      dict_set_str(t, cls->dict, name, entry);
      hooks = hooks || is_own_hook(vm, name, entry);
    }
  }
  if (hooks) refresh_class_flags(vm, cls);
}

void install_functions(Thread* t, Module* m, const NativeGroup& group) {
  for (const NativeLink* l = group.first; l; l = l->next) {
    const NativeDef* d = l->def;
    NativeFunction* f = new_native(t, d, val(m));
    dict_set_str(t, m->dict, intern(t, d->sig.name), val(f));
  }
}

Value param_default(Thread* t, const Param& p) {
  switch (p.def) {
    case Param::Default::kNone: return Value::none();
    case Param::Default::kTrue: return Value::true_();
    case Param::Default::kFalse: return Value::false_();
    case Param::Default::kInt: return new_int(t, p.number);
    case Param::Default::kStr: return str_value(t, p.text);
    default: return Value::unbound();
  }
}

bool bind_native(Thread* t, const NativeDef* def, const Value* args, uint32_t nargs, Tuple* kwnames,
                 Value* out, uint32_t* n) {
  const Signature& g = def->sig;
  uint32_t nkw = kwnames ? static_cast<uint32_t>(kwnames->size) : 0;
  uint32_t npos = nargs - nkw;
  uint32_t fixed = static_cast<uint32_t>(g.fixed());
  if (npos > g.positional && !g.varargs) return count_error(t, def, npos), false;
  std::fill(out, out + fixed, Value::failed());  // failed(): not given (an argument is never that)
  uint32_t direct = std::min<uint32_t>(npos, g.positional);
  std::copy(args, args + direct, out);
  uint32_t rest = fixed;
  Dict* extra = nullptr;
  Str* unknown = nullptr;
  if (nkw > 0 && nargs > fixed && g.positional_only != fixed && !g.varargs && !g.varkw)
    return total_error(t, def, npos, nargs), false;
  if (g.varkw) out[rest++] = Value::none();
  for (uint32_t k = 0; k < nkw; ++k) {
    std::string_view name = as<Str>(kwnames->items[k])->view();
    uint32_t at = g.positional_only;
    while (at < fixed && g.params[at].name != name) ++at;
    if (at < fixed) {
      if (!out[at].is_failed()) {
        type_error(t, "argument for " + std::string(g.name) + "() given by name ('" +
                          std::string(name) + "') and position (" + std::to_string(at + 1) + ")");
        return false;
      }
      out[at] = args[npos + k];
    } else if (g.varkw) {
      if (!extra) {
        extra = new_dict(t);
        if (!extra) return false;
        out[fixed] = val(extra);
      }
      if (!dict_set_str(t, extra, as<Str>(kwnames->items[k]), args[npos + k])) return false;
    } else if (g.positional_only == fixed) {
      type_error(
          t, (def->flags & kNativeNew ? std::string(def->group->name) + "()" : function_text(def)) +
                 " takes no keyword arguments");
      return false;
    } else if (!unknown) {
      unknown = as<Str>(kwnames->items[k]);  // told after required arguments that are missing
    }
  }
  for (uint32_t i = 0; i < fixed; ++i) {
    if (!out[i].is_failed()) continue;
    if (g.params[i].def == Param::Default::kRequired) {
      if (i < g.positional) {
        count_error(t, def, npos);
      } else {
        type_error(t, std::string(g.name) + "() missing required keyword-only argument: '" +
                          std::string(g.params[i].name) + "'");
      }
      return false;
    }
    out[i] = param_default(t, g.params[i]);
    if (out[i].is_failed()) return false;
  }
  if (unknown) {
    type_error(t, "'" + std::string(unknown->view()) + "' is an invalid keyword argument for " +
                      called_name(def) + "()");
    return false;
  }
  if (npos > direct) {
    std::copy(args + direct, args + npos, out + rest);
    rest += npos - direct;
  }
  *n = rest;
  return true;
}

Value call_native(Thread* t, const NativeDef* def, const Value* args, uint32_t nargs,
                  Tuple* kwnames) {
  if (BATON_UNLIKELY(def->flags & kNativeNew) && !check_native_new(t, def, args, nargs))
    return Value::failed();
  if (BATON_LIKELY(def->plain && nargs == def->sig.positional &&
                   (!kwnames || kwnames->size == 0))) {
    return def->fn(t, const_cast<Value*>(args), nargs);
  }
  constexpr uint32_t kSmall = 40;
  uint32_t room = nargs + static_cast<uint32_t>(def->sig.fixed()) + 2, n = 0;
  if (room <= kSmall) {
    Value buffer[kSmall];
    if (!bind_native(t, def, args, nargs, kwnames, buffer, &n)) return Value::failed();
    return def->fn(t, buffer, n);
  }
  RootVec buffer(t);
  buffer.v.resize(room, Value::none());
  if (!bind_native(t, def, args, nargs, kwnames, buffer.v.data(), &n)) return Value::failed();
  return def->fn(t, buffer.v.data(), n);
}

bool arg_type_error(Thread* t, const NativeDef* def, int index, const char* expected, Value got) {
  if (index == 0 && is_method(def)) {
    type_error(t, "descriptor '" + std::string(def->sig.name) + "' for '" + expected +
                      "' objects doesn't apply to a '" + type_name(t, got) + "' object");
    return false;
  }
  std::string where = "argument";
  int shift = is_method(def) || (def->flags & kNativeNew) ? 0 : 1;
  if (def->sig.positional - (1 - shift) > 1) where += " " + std::to_string(index + shift);
  type_error(t, std::string(def->sig.name) + "() " + where + " must be " + expected + ", not " +
                    type_name(t, got));
  return false;
}

}  // namespace baton
