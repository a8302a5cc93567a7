// Reading JSON: the scanner behind JSONDecoder.scan_once, and scanstring().
//
// A scanner copies its decoder's settings when it is made. It walks the UTF-8 of a str; positions in
// errors, and those it takes and gives, count characters. Hooks are script code: everything held
// across a call of one is on the native stack. Nesting is limited like calls of Python functions.
// Lock held.
// Behaviour: https://docs.python.org/3.11/library/json.html
#include <charconv>
#include <cstring>

#include "stdlib/json/json.h"
#include "stdlib/stdlib.h"
#include "vm/base/utf8.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"
#include "vm/objects/text.h"
#include "vm/thread/threads.h"

namespace baton {
namespace json {

NativeGroup json_functions{"_json"};

namespace {

NativeGroup scanner_methods{"Scanner"};

struct ScannerObject : NativeObject {
  bool strict;
  Value object_hook, pairs_hook;                 // None: no hook
  Value parse_float, parse_int, parse_constant;  // unbound: float and int themselves
};
void trace_scanner(Object* o, Marker& m) {
  auto* s = static_cast<ScannerObject*>(o);
  for (Value v : {s->object_hook, s->pairs_hook, s->parse_float, s->parse_int, s->parse_constant})
    m.mark(v);
}
const NativeType kScannerType = {"Scanner", trace_scanner, nullptr, nullptr};

int64_t char_index(Str* s, size_t byte) {
  return s->ascii() ? static_cast<int64_t>(byte)
                    : static_cast<int64_t>(utf8_index_of(s->view(), byte));
}

// JSONDecodeError(message, document, position).
Value decode_error(Thread* t, const char* message, Str* doc, size_t byte) {
  Value module = import_module(t, "json.decoder");
  if (module.is_failed()) return module;
  // import gives the package; the class is in its submodule
  Value decoder = dict_get_str(t->vm->modules, intern(t, "json.decoder"));
  Value cls = decoder.is_unbound() ? decoder : get_attr(t, decoder, intern(t, "JSONDecodeError"));
  if (cls.is_failed() || cls.is_unbound()) return runtime_error(t, "json.decoder is gone");
  Value text = str_value(t, message);
  if (text.is_failed()) return text;
  Value error = call3(t, cls, text, val(doc), Value::from_int(char_index(doc, byte)));
  return error.is_failed() ? error : raise_value(t, error, Value::unbound());
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  char l = static_cast<char>(c | 32);
  return l >= 'a' && l <= 'f' ? l - 'a' + 10 : -1;
}
// Four hex digits at p; -1 if they aren't.
int32_t four_digits(const char* p) {
  int32_t n = 0;
  for (int i = 0; i < 4; ++i) {
    int d = hex_value(p[i]);
    if (d < 0) return -1;
    n = n * 16 + d;
  }
  return n;
}

// Text of the string whose opening quote is just before *at; *at moves past the closing one.
// Either *plain (no escapes: a part of doc) or *built is filled. False: exception pending.
bool scan_text(Thread* t, Str* doc, size_t* at, bool strict, std::string_view* plain,
               std::string* built, bool* is_plain) {
  std::string_view s = doc->view();
  size_t begin = *at - 1, i = *at, run = *at;
  *is_plain = true;
  for (;;) {
    while (i < s.size()) {
      auto c = static_cast<unsigned char>(s[i]);
      if (c == '"' || c == '\\' || (c < 0x20 && strict)) break;
      ++i;
    }
    if (i >= s.size()) return decode_error(t, "Unterminated string starting at", doc, begin), false;
    if (s[i] == '"') {
      if (*is_plain) {
        *plain = s.substr(run, i - run);
      } else {
        built->append(s, run, i - run);
      }
      *at = i + 1;
      return true;
    }
    if (s[i] != '\\') return decode_error(t, "Invalid control character at", doc, i), false;
    *is_plain = false;
    built->append(s, run, i - run);
    if (++i >= s.size())
      return decode_error(t, "Unterminated string starting at", doc, begin), false;
    char c = s[i++];
    if (c != 'u') {
      constexpr std::string_view kLetters = "\"\\/bfnrt", kValues = "\"\\/\b\f\n\r\t";
      size_t known = kLetters.find(c);
      if (known == std::string_view::npos)
        return decode_error(t, "Invalid \\escape", doc, i - 2), false;
      *built += kValues[known];
    } else {
      int32_t unit = i + 4 < s.size() ? four_digits(s.data() + i) : -1;
      if (unit < 0) return decode_error(t, "Invalid \\uXXXX escape", doc, i - 1), false;
      i += 4;
      auto code = static_cast<char32_t>(unit);
      if (unit >= 0xd800 && unit < 0xdc00 && i + 6 < s.size() && s[i] == '\\' && s[i + 1] == 'u') {
        int32_t low = four_digits(s.data() + i + 2);
        if (low >= 0xdc00 && low < 0xe000) {
          code = 0x10000 + ((code - 0xd800) << 10) + (static_cast<char32_t>(low) - 0xdc00);
          i += 6;
        }
      }
      utf8_append(built, code);
    }
    run = i;
  }
}

// One run of a scanner over one document.
class Reader {
 public:
  Reader(Thread* t, ScannerObject* settings, Str* doc)
      : t_(t), settings_(settings), doc_(doc), s_(doc->view()), keys_(t) {
    keys_.v.assign(kKeys, Value::none());
    depth_left_ = static_cast<int64_t>(t->vm->recursion_limit) - recursion_depth(t);
  }

  // The value that begins at byte *at, which moves past it; failed() with StopIteration(character)
  // where none begins.
  Value value(size_t* at) {
    size_t i = *at;
    if (i >= s_.size()) return no_value(i);
    switch (s_[i]) {
      case '"': ++*at; return text(at, false);
      case '{':
      case '[': return nested(at, s_[i] == '{');
      case 'n':
        if (word("null", at)) return Value::none();
        break;
      case 't':
        if (word("true", at)) return Value::true_();
        break;
      case 'f':
        if (word("false", at)) return Value::false_();
        break;
      case 'N':
        if (word("NaN", at)) return constant("NaN");
        break;
      case 'I':
        if (word("Infinity", at)) return constant("Infinity");
        break;
      case '-':
        if (word("-Infinity", at)) return constant("-Infinity");
        break;
      default: break;
    }
    return number(at);
  }

 private:
  static constexpr size_t kKeys = 256;  // remembered keys of objects

  Value no_value(size_t i) {
    return raise_stop_iteration(t_, Value::from_int(char_index(doc_, i)));
  }
  bool word(std::string_view w, size_t* at) {
    if (s_.substr(*at, w.size()) != w) return false;
    *at += w.size();
    return true;
  }
  Value constant(const char* name) {
    Value text = str_value(t_, name);
    return text.is_failed() ? text : call1(t_, settings_->parse_constant, text);
  }
  void skip(size_t* at) const {
    while (*at < s_.size() &&
           (s_[*at] == ' ' || s_[*at] == '\n' || s_[*at] == '\t' || s_[*at] == '\r'))
      ++*at;
  }
  bool here(size_t at, char c) const { return at < s_.size() && s_[at] == c; }

  Value text(size_t* at, bool key) {
    std::string_view plain;
    std::string built;
    bool is_plain;
    if (!scan_text(t_, doc_, at, settings_->strict, &plain, &built, &is_plain))
      return Value::failed();
    if (!is_plain) return str_value(t_, built);
    Value* remembered = nullptr;
    if (key && !plain.empty()) {  // objects of one kind have the same keys
      auto byte = [&](size_t i) {
        return static_cast<size_t>(static_cast<unsigned char>(plain[i]));
      };
      size_t slot =
          plain.size() * 31 + byte(0) * 7 + byte(plain.size() / 2) * 3 + byte(plain.size() - 1);
      remembered = &keys_.v[slot % kKeys];
      if (is<Str>(*remembered) && as<Str>(*remembered)->view() == plain) return *remembered;
    }
    Str* r = new_substr(t_, doc_, plain);
    if (!r) return Value::failed();
    if (remembered) *remembered = val(r);
    return val(r);
  }

  Value number(size_t* at) {
    size_t start = *at, i = start;
    auto digit = [&](size_t k) { return k < s_.size() && s_[k] >= '0' && s_[k] <= '9'; };
    if (here(i, '-')) ++i;
    if (!digit(i)) return no_value(start);
    if (s_[i] == '0') {
      ++i;
    } else {
      while (digit(i)) ++i;
    }
    bool is_float = false;
    if (here(i, '.') && digit(i + 1)) {
      is_float = true;
      for (++i; digit(i);) ++i;
    }
    if (here(i, 'e') || here(i, 'E')) {
      size_t e = i + 1;
      if (here(e, '-') || here(e, '+')) ++e;
      if (digit(e)) {
        is_float = true;
        while (digit(e)) ++e;
        i = e;
      }
    }
    *at = i;
    std::string_view part = s_.substr(start, i - start);
    Value hook = is_float ? settings_->parse_float : settings_->parse_int;
    if (hook.is_unbound() && is_float) {
      double d = 0;
      auto r = std::from_chars(part.data(), part.data() + part.size(), d);
      if (r.ec == std::errc()) return new_float(t_, d);
      hook = val(t_->vm->classes.float_);  // too large or too small
    } else if (hook.is_unbound()) {
      if (part.size() <= 18) {
        int64_t n = 0;
        std::from_chars(part.data(), part.data() + part.size(), n);
        return new_int(t_, n);
      }
      hook = val(t_->vm->classes.int_);
    }
    Value text = str_value(t_, part);
    return text.is_failed() ? text : call1(t_, hook, text);
  }

  Value nested(size_t* at, bool object) {
    if (native_stack_exhausted(t_)) return Value::failed();
    if (--depth_left_ <= 0)
      return raise_recursion_error(t_, object
                                           ? " while decoding a JSON object from a unicode string"
                                           : " while decoding a JSON array from a unicode string");
    ++*at;
    Value r = !object ? array(at) : settings_->pairs_hook.is_none() ? mapping(at) : pairs(at);
    ++depth_left_;
    return r;
  }

  // After an item: true to go on with the next, false at the end or (*ok false) an error.
  bool more(size_t* at, char close, bool* ok) {
    skip(at);
    if (here(*at, close)) {
      ++*at;
      return false;
    }
    if (!here(*at, ',')) {
      decode_error(t_, "Expecting ',' delimiter", doc_, *at);
      *ok = false;
      return false;
    }
    ++*at;
    skip(at);
    return true;
  }
  // The key of an object's item, up to where its value begins.
  Value key(size_t* at) {
    if (!here(*at, '"'))
      return decode_error(t_, "Expecting property name enclosed in double quotes", doc_, *at);
    ++*at;
    Value k = text(at, true);
    if (k.is_failed()) return k;
    skip(at);
    if (!here(*at, ':')) return decode_error(t_, "Expecting ':' delimiter", doc_, *at);
    ++*at;
    skip(at);
    return k;
  }

  // The members of an object, past its brace; store(key, value) says whether it worked.
  template <class Store>
  bool members(size_t* at, Store store) {
    skip(at);
    if (here(*at, '}')) {
      ++*at;
      return true;
    }
    bool ok = true;
    do {
      Value k = key(at);
      Value v = k.is_failed() ? k : value(at);
      if (v.is_failed() || !store(k, v)) return false;
    } while (more(at, '}', &ok));
    return ok;
  }
  Value mapping(size_t* at) {
    Dict* d = new_dict(t_);
    if (!d || !members(at, [&](Value k, Value v) { return dict_set(t_, d, k, v); }))
      return Value::failed();
    return settings_->object_hook.is_none() ? val(d) : call1(t_, settings_->object_hook, val(d));
  }
  Value pairs(size_t* at) {
    List* l = new_list(t_);
    bool ok = l && members(at, [&](Value k, Value v) {
                Value pair = tuple_of(t_, {k, v});
                return !pair.is_failed() && list_append(t_, l, pair);
              });
    return ok ? call1(t_, settings_->pairs_hook, val(l)) : Value::failed();
  }
  Value array(size_t* at) {
    List* l = new_list(t_);
    if (!l) return Value::failed();
    skip(at);
    if (here(*at, ']')) {
      ++*at;
      return val(l);
    }
    bool ok = true;
    uint32_t n = 0;
    do {
      Value v = value(at);
      if (v.is_failed() || !list_append(t_, l, v)) return Value::failed();
      if ((++n & 1023) == 0 && !poll(t_)) return Value::failed();
    } while (more(at, ']', &ok));
    return ok ? val(l) : Value::failed();
  }

  Thread* t_;
  ScannerObject* settings_;
  Str* doc_;
  std::string_view s_;
  RootVec keys_;
  int64_t depth_left_;
};

Value setting(Thread* t, Value context, const char* name) {
  Str* s = intern(t, name);
  return s ? get_attr(t, context, s) : Value::failed();
}
Value scanner_new(Thread* t, Class* cls, Value context) {
  Object* o = t->vm->heap.allocate(t, sizeof(ScannerObject), Kind::kNativeObject, cls->root->id);
  if (!o) return Value::failed();
  auto* s = static_cast<ScannerObject*>(o);
  s->type = &kScannerType;
  s->strict = true;
  s->object_hook = s->pairs_hook = s->parse_constant = Value::none();
  s->parse_float = s->parse_int = Value::none();
  struct {
    const char* name;
    Value* to;
    Class* plain;
  } settings[] = {{"object_hook", &s->object_hook, nullptr},
                  {"object_pairs_hook", &s->pairs_hook, nullptr},
                  {"parse_float", &s->parse_float, t->vm->classes.float_},
                  {"parse_int", &s->parse_int, t->vm->classes.int_},
                  {"parse_constant", &s->parse_constant, nullptr}};
  for (auto& [name, to, plain] : settings) {
    Value v = setting(t, context, name);
    if (v.is_failed()) return v;
    barrier_store(s, to, plain && v == val(plain) ? Value::unbound() : v);
  }
  Value strict = setting(t, context, "strict");
  if (strict.is_failed() || !truth(t, strict, &s->strict)) return Value::failed();
  return val(s);
}
DEF_NEW(scanner_methods, scanner_new, "make_scanner(cls, context)",
        "A scanner with the settings of a decoder.")

Value scanner_call(Thread* t, Value self, Value string, int64_t idx) {
  auto* s = native_self<ScannerObject>(t, self, &kScannerType);
  if (!s) return Value::failed();
  Str* doc = try_as<Str>(string);
  if (!doc) return type_error(t, "first argument must be a string, not " + type_name(t, string));
  if (idx < 0) return value_error(t, "idx cannot be negative");
  if (idx > doc->length) return raise_stop_iteration(t, Value::from_int(idx));
  size_t at = str_byte_offset(doc, static_cast<uint32_t>(idx));
  Value v = Reader(t, s, doc).value(&at);
  if (v.is_failed()) return v;
  return tuple_of(t, {v, Value::from_int(char_index(doc, at))});
}
DEF(scanner_methods, scanner_call, "__call__(self, string, idx)",
    "(value, end) of the JSON text that begins at idx; StopIteration(idx) if none does.")

Value scan_string(Thread* t, Value string, int64_t end, bool strict) {
  Str* doc = try_as<Str>(string);
  if (!doc) return type_error(t, "first argument must be a string, not " + type_name(t, string));
  if (end < 0 || end > doc->length) return value_error(t, "end is out of bounds");
  size_t at = str_byte_offset(doc, static_cast<uint32_t>(end));
  std::string_view plain;
  std::string built;
  bool is_plain;
  if (!scan_text(t, doc, &at, strict, &plain, &built, &is_plain)) return Value::failed();
  Value text = str_value(t, is_plain ? std::string(plain) : built);
  return text.is_failed() ? text : tuple_of(t, {text, Value::from_int(char_index(doc, at))});
}
DEF(json_functions, scan_string, "scanstring(string, end, strict=True, /)",
    "(text, end) of the JSON string whose opening quote is just before end.")

Value skip_space(Thread* t, Str* doc, int64_t idx) {
  if (idx < 0) return value_error(t, "idx cannot be negative");
  std::string_view s = doc->view();
  size_t at = idx > doc->length ? s.size() : str_byte_offset(doc, static_cast<uint32_t>(idx));
  for (; at < s.size(); ++at, ++idx)
    if (s[at] != ' ' && s[at] != '\n' && s[at] != '\t' && s[at] != '\r') break;
  return Value::from_int(idx);
}
DEF(json_functions, skip_space, "skip_space(string, idx, /)",
    "Where the white space that begins at idx ends.")

}  // namespace

void install_scanner(Thread* t, Module* m) {
  Class* cls = new_builtin_class(t, "_json.Scanner", t->vm->classes.object, Kind::kNativeObject,
                                 kClassNoSubclass, &kScannerType);
  install_methods(t, cls, scanner_methods);
  dict_set_cstr(t, m->dict, "make_scanner", val(cls));
}

}  // namespace json

void init_json(Thread* t, Module* m) {
  install_functions(t, m, json::json_functions);
  json::install_scanner(t, m);
}

}  // namespace baton
