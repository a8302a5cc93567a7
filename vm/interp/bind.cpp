// Argument binding for script functions (PEP 3102, PEP 570), in place in the callee's window, with
// CPython 3.11's wording of every TypeError. Lock held.
#include <algorithm>

#include "vm/interp/interp.h"

namespace baton {
namespace {

std::string function_name(Function* f) { return std::string(as<Str>(f->qualname)->view()) + "()"; }

std::string quoted_list(const std::vector<std::string>& names) {
  std::string s;
  for (size_t i = 0; i < names.size(); ++i) {
    if (i > 0) {
      if (names.size() > 2) s += ",";
      s += i + 1 == names.size() ? " and " : " ";
    }
    s += "'" + names[i] + "'";
  }
  return s;
}

void missing_error(Thread* t, Function* f, const std::vector<std::string>& names,
                   const char* kind) {
  type_error(t, function_name(f) + " missing " + std::to_string(names.size()) + " required " +
                    kind + " argument" + (names.size() == 1 ? "" : "s") + ": " +
                    quoted_list(names));
}

void too_many_error(Thread* t, Function* f, size_t given, size_t keyword_only_given) {
  const CodeBlob* b = f->code->blob;
  size_t defaults = is<Tuple>(f->defaults) ? as<Tuple>(f->defaults)->size : 0;
  std::string takes;
  bool plural = b->positional != 1;
  if (defaults > 0) {
    takes =
        "from " + std::to_string(b->positional - defaults) + " to " + std::to_string(b->positional);
    plural = true;
  } else {
    takes = std::to_string(b->positional);
  }
  std::string were;
  if (keyword_only_given > 0) {
    were = std::string(" positional argument") + (given == 1 ? "" : "s") + " (and " +
           std::to_string(keyword_only_given) + " keyword-only argument" +
           (keyword_only_given == 1 ? "" : "s") + ")";
  }
  type_error(t, function_name(f) + " takes " + takes + " positional argument" +
                    (plural ? "s" : "") + " but " + std::to_string(given) + were +
                    (given == 1 && keyword_only_given == 0 ? " was given" : " were given"));
}

// Index of the parameter a keyword names, or -1. Positional-only ones don't count; *posonly tells of one.
int parameter_index(const CodeBlob* b, std::string_view name, bool* positional_only) {
  int n = b->positional + b->keyword_only;
  for (int i = 0; i < n; ++i) {
    if (b->locals[i].name == name) {
      if (i < b->positional_only) {
        *positional_only = true;
        return -1;
      }
      return i;
    }
  }
  return -1;
}

bool bind_general(Thread* t, Function* f, Value* w, const Value* args, uint32_t nargs,
                  Tuple* kwnames) {
  const CodeBlob* b = f->code->blob;
  uint32_t nkw = kwnames ? static_cast<uint32_t>(kwnames->size) : 0;
  uint32_t npos = nargs - nkw;
  uint32_t slots = b->positional + b->keyword_only;
  bool has_args = b->flags & kCodeVarArgs, has_kw = b->flags & kCodeVarKw;
  Value* r = w + 1;
  std::fill(r, r + b->parameter_slots(), Value::unbound());
  uint32_t direct = std::min<uint32_t>(npos, b->positional);
  std::copy(args, args + direct, r);
  if (has_args) {
    Tuple* rest = new_tuple_from(t, args + direct, npos - direct);
    if (!rest) return false;
    r[slots] = val(rest);
  }
  Dict* extra = nullptr;
  if (has_kw) {
    extra = new_dict(t);
    if (!extra) return false;
    r[slots + has_args] = val(extra);
  }
  std::vector<std::string> posonly_by_keyword;
  for (uint32_t i = 0; i < nkw; ++i) {
    Str* name = as<Str>(kwnames->items[i]);
    bool posonly = false;
    int at = parameter_index(b, name->view(), &posonly);
    if (at < 0) {
      if (extra) {
        if (!dict_set_str(t, extra, name, args[npos + i])) return false;
        continue;
      }
      if (posonly) {
        posonly_by_keyword.emplace_back(name->view());
        continue;
      }
      type_error(t, function_name(f) + " got an unexpected keyword argument '" +
                        std::string(name->view()) + "'");
      return false;
    }
    if (!r[at].is_unbound()) {
      type_error(t, function_name(f) + " got multiple values for argument '" +
                        std::string(name->view()) + "'");
      return false;
    }
    r[at] = args[npos + i];
  }
  if (!posonly_by_keyword.empty()) {
    std::string names;
    for (auto& n : posonly_by_keyword) names += (names.empty() ? "" : ", ") + n;
    type_error(t, function_name(f) +
                      " got some positional-only arguments passed as keyword arguments: '" + names +
                      "'");
    return false;
  }
  if (npos > b->positional && !has_args) {
    size_t kwonly_given = 0;
    for (uint32_t i = b->positional; i < slots; ++i) kwonly_given += !r[i].is_unbound();
    too_many_error(t, f, npos, kwonly_given);
    return false;
  }
  size_t ndefaults = is<Tuple>(f->defaults) ? as<Tuple>(f->defaults)->size : 0;
  size_t first_default = b->positional - std::min<size_t>(ndefaults, b->positional);
  std::vector<std::string> missing;
  for (uint32_t i = 0; i < b->positional; ++i) {
    if (!r[i].is_unbound()) continue;
    if (i >= first_default)
      r[i] = as<Tuple>(f->defaults)->items[ndefaults - b->positional + i];
    else
      missing.push_back(b->locals[i].name);
  }
  if (!missing.empty()) return missing_error(t, f, missing, "positional"), false;
  for (uint32_t i = b->positional; i < slots; ++i) {
    if (!r[i].is_unbound()) continue;
    if (is<Dict>(f->kwdefaults)) {
      Str* key = intern(t, b->locals[i].name);
      if (!key) return false;
      r[i] = dict_get_str(as<Dict>(f->kwdefaults), key);
    }
    if (r[i].is_unbound()) missing.push_back(b->locals[i].name);
  }
  if (!missing.empty()) return missing_error(t, f, missing, "keyword-only"), false;
  return true;
}

}  // namespace

bool bind_arguments(Thread* t, Function* f, Value* w, uint32_t nargs, Tuple* kwnames) {
  if (f->simple && kwnames == nullptr && nargs <= f->positional) {
    size_t want = f->positional - nargs;
    if (want == 0) return true;
    if (is<Tuple>(f->defaults) && want <= as<Tuple>(f->defaults)->size) {
      Tuple* d = as<Tuple>(f->defaults);
      std::copy(d->items + d->size - want, d->items + d->size, w + 1 + nargs);
      return true;
    }
  }
  if (!frame_room(t, w, std::max<size_t>(nargs, f->code->registers) + 2)) {
    raise_recursion_error(t);
    return false;
  }
  if (nargs <= 32) {
    Value args[32];
    std::copy(w + 1, w + 1 + nargs, args);
    return bind_general(t, f, w, args, nargs, kwnames);
  }
  RootVec args(t);
  args.v.assign(w + 1, w + 1 + nargs);
  return bind_general(t, f, w, args.v.data(), nargs, kwnames);
}

}  // namespace baton
