// str.format() and format_map(): replacement fields, their names, conversions and nested specs.
//
// The text is walked once, as CPython's MarkupIterator does, and with its errors. Values come from
// a positional tuple and keywords, or from one mapping; they are written into a std::string. The
// format string and the arguments are held by the caller; a value looked up on the way is on this
// stack. Formatting of one value is format_value() in core/text.cpp.
#include "vm/base/unicode.h"
#include "vm/base/utf8.h"
#include "vm/objects/text.h"

namespace baton {

namespace {

NativeGroup format_methods{"str"};

bool fail(Thread* t, std::string_view message) {
  value_error(t, message);
  return false;
}

struct Field {
  std::string_view name;
  char32_t conversion = 0;
  std::string_view spec;
  bool nested = false;  // the spec has fields of its own
};

class Formatter {
 public:
  Formatter(Thread* t, const Value* args, int64_t nargs, Dict* keywords, Value mapping)
      : t_(t), args_(args), nargs_(nargs), keywords_(keywords), mapping_(mapping) {}

  // Appends the formatted text. `depth`: levels of nesting still allowed.
  bool run(std::string_view text, int depth, std::string* out) {
    if (depth < 0) return fail(t_, "Max string recursion exceeded");
    for (size_t pos = 0; pos < text.size();) {
      bool field_follows;
      if (!literal(text, &pos, out, &field_follows)) return false;
      if (!field_follows) continue;
      Field field;
      if (!parse_field(text, &pos, &field) || !put_field(field, depth, out)) return false;
      if (out->size() > kMaxText) {
        raise_memory_error(t_);
        return false;
      }
    }
    return true;
  }

 private:
  // Copies text up to a field or past one escaped brace.
  bool literal(std::string_view text, size_t* pos, std::string* out, bool* field_follows) {
    size_t at = *pos;
    while (at < text.size() && text[at] != '{' && text[at] != '}') ++at;
    out->append(text.substr(*pos, at - *pos));
    *field_follows = false;
    if (at == text.size()) {
      *pos = at;
      return true;
    }
    char c = text[at++];
    bool doubled = at < text.size() && text[at] == c;
    if (doubled) {
      out->push_back(c);
      *pos = at + 1;
      return true;
    }
    if (c == '}') return fail(t_, "Single '}' encountered in format string");
    if (at == text.size()) return fail(t_, "Single '{' encountered in format string");
    *field_follows = true;
    *pos = at;
    return true;
  }

  // Reads a field after its '{'.
  bool parse_field(std::string_view text, size_t* pos, Field* field) {
    size_t at = *pos, start = at;
    char c = 0;
    for (; at < text.size(); ++at) {
      c = text[at];
      if (c == '{') return fail(t_, "unexpected '{' in field name");
      if (c == '[') {
        while (at < text.size() && text[at] != ']') ++at;
        if (at == text.size()) break;
        continue;
      }
      if (c == '}' || c == ':' || c == '!') break;
    }
    if (at >= text.size()) return fail(t_, "expected '}' before end of string");
    field->name = text.substr(start, at - start);
    ++at;
    if (c == '}') {
      *pos = at;
      return true;
    }
    if (c == '!') {
      if (at >= text.size())
        return fail(t_, "end of string while looking for conversion specifier");
      field->conversion = utf8_next(text, &at);
      if (at < text.size()) {
        c = text[at++];
        if (c == '}') {
          *pos = at;
          return true;
        }
        if (c != ':') return fail(t_, "expected ':' after conversion specifier");
      }
    }
    size_t spec_start = at;
    for (int open = 1; at < text.size(); ++at) {
      if (text[at] == '{') {
        field->nested = true;
        ++open;
      } else if (text[at] == '}' && --open == 0) {
        field->spec = text.substr(spec_start, at - spec_start);
        *pos = at + 1;
        return true;
      }
    }
    return fail(t_, "unmatched '{' in format spec");
  }

  // Decimal digits all through: their value; -1 otherwise, -2 too many.
  static int64_t number_of(std::string_view text) {
    if (text.empty()) return -1;
    int64_t n = 0;
    for (size_t pos = 0; pos < text.size();) {
      int digit = decimal_value(utf8_next(text, &pos));
      if (digit < 0) return -1;
      if (n > (INT64_MAX - digit) / 10) return -2;
      n = n * 10 + digit;
    }
    return n;
  }

  bool number_field(bool automatic, int64_t* index) {
    if (numbering_ == 0) numbering_ = automatic ? 1 : 2;
    if (automatic != (numbering_ == 1))
      return fail(t_, automatic ? "cannot switch from manual field specification to automatic "
                                  "field numbering"
                                : "cannot switch from automatic field numbering to manual field "
                                  "specification");
    if (automatic) *index = next_index_++;
    return true;
  }

  bool first_value(std::string_view first, Value* out) {
    int64_t index = number_of(first);
    if (index == -2) return fail(t_, "Too many decimal digits in format string");
    if (first.empty() || index >= 0) {
      if (!number_field(first.empty(), &index)) return false;
      if (nargs_ < 0) return fail(t_, "Format string contains positional fields");
      if (index >= nargs_) {
        raisef(t_, t_->vm->classes.index_error,
               "Replacement index %lld out of range for positional args tuple",
               static_cast<long long>(index));
        return false;
      }
      *out = args_[index];
      return true;
    }
    Str* key = new_str(t_, first);
    if (!key) return false;
    if (nargs_ < 0) {
      *out = get_item(t_, mapping_, val(key));
      return !out->is_failed();
    }
    *out = keywords_ ? dict_get_str(keywords_, key) : Value::unbound();
    if (!out->is_unbound()) return true;
    raise_key_error(t_, val(key));
    return false;
  }

  // Follows ".name" and "[key]" from the value of the first part.
  bool lookup(std::string_view name, Value* out) {
    size_t at = name.find_first_of(".[");
    if (at == kNotFound) at = name.size();
    if (!first_value(name.substr(0, at), out)) return false;
    while (at < name.size()) {
      char c = name[at++];
      if (c != '.' && c != '[')
        return fail(t_, "Only '.' or '[' may follow ']' in format field specifier");
      size_t end = c == '.' ? name.find_first_of(".[", at) : name.find(']', at);
      if (end == kNotFound) {
        if (c == '[') return fail(t_, "Missing ']' in format string");
        end = name.size();
      }
      std::string_view part = name.substr(at, end - at);
      if (part.empty()) return fail(t_, "Empty attribute in format string");
      if (c == '.') {
        Str* attr = intern(t_, part);
        *out = attr ? get_attr(t_, *out, attr) : Value::failed();
        at = end;
      } else {
        int64_t index = number_of(part);
        if (index == -2) return fail(t_, "Too many decimal digits in format string");
        Value key = index >= 0 ? new_int(t_, index) : str_value(t_, part);
        *out = key.is_failed() ? key : get_item(t_, *out, key);
        at = end + 1;
      }
      if (out->is_failed()) return false;
    }
    return true;
  }

  bool convert(char32_t conversion, Value* v) {
    switch (conversion) {
      case 0: return true;
      case 'r': *v = repr(t_, *v); break;
      case 's': *v = str_of(t_, *v); break;
      case 'a': *v = ascii_of(t_, *v); break;
      default:
        if (conversion > 32 && conversion < 127)
          return fail(t_,
                      std::string("Unknown conversion specifier ") + static_cast<char>(conversion));
        return fail(t_, format_message("Unknown conversion specifier \\x%x",
                                       static_cast<unsigned>(conversion)));
    }
    return !v->is_failed();
  }

  bool put_field(const Field& field, int depth, std::string* out) {
    Value v;
    if (!lookup(field.name, &v) || !convert(field.conversion, &v)) return false;
    if (field.spec.empty() && exact_str(t_, v)) {
      out->append(as<Str>(v)->view());
      return true;
    }
    Value spec = val(t_->vm->empty_str);
    if (field.nested) {
      RootVec root(t_);
      root.v.push_back(v);
      std::string text;
      if (!run(field.spec, depth - 1, &text)) return false;
      spec = str_value(t_, text);
    } else if (!field.spec.empty()) {
      spec = str_value(t_, field.spec);
    }
    if (spec.is_failed()) return false;
    Value r = format_value(t_, v, spec);
    if (r.is_failed()) return false;
    out->append(as<Str>(r)->view());
    return true;
  }

  Thread* t_;
  const Value* args_;
  int64_t nargs_;  // -1: format_map
  Dict* keywords_;
  Value mapping_;
  int numbering_ = 0;  // 1 automatic, 2 by hand
  int64_t next_index_ = 0;
};

Value run_format(Thread* t, Str* self, Formatter formatter) {
  if (native_stack_exhausted(t)) return Value::failed();
  std::string out;
  out.reserve(self->size + 16);
  return formatter.run(self->view(), 1, &out) ? str_value(t, out) : Value::failed();
}

Value str_format(Thread* t, Str* self, Kw keywords, Args args) {
  return run_format(t, self, Formatter(t, args.v, args.n, keywords.dict, Value::none()));
}
DEF(format_methods, str_format, "format(self, /, *args, **kwargs)",
    "S.format(*args, **kwargs) -> str\n\nReturn a formatted version of S, using substitutions from "
    "args and kwargs.\nThe substitutions are identified by braces ('{' and '}').")

Value str_format_map(Thread* t, Str* self, Value mapping) {
  return run_format(t, self, Formatter(t, nullptr, -1, nullptr, mapping));
}
DEF(format_methods, str_format_map, "format_map(self, mapping, /)",
    "S.format_map(mapping) -> str\n\nReturn a formatted version of S, using substitutions from "
    "mapping.")

Value str_format_dunder(Thread* t, Str* self, Value spec) {
  if (!is<Str>(spec))
    return type_error(t, "__format__() argument must be str, not " + type_name(t, spec));
  return format_builtin(t, val(self), as<Str>(spec));
}
DEF(format_methods, str_format_dunder, "__format__(self, format_spec, /)",
    "Return a formatted version of the string as described by format_spec.")

}  // namespace

void register_str_format(Vm* vm, Thread* t) { install_methods(t, vm->classes.str, format_methods); }

}  // namespace baton
