// Writing JSON: the encoder behind JSONEncoder, and the quoting of strings.
//
// The whole text is built in one std::string. default() and comparisons of keys are script code that
// may change the container being written: sizes are read anew each time round. Nesting is limited like
// calls of Python functions. Lock held.
// Behaviour: https://docs.python.org/3.11/library/json.html
#include <algorithm>
#include <cmath>

#include "stdlib/json/json.h"
#include "vm/base/number_text.h"
#include "vm/base/utf8.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"
#include "vm/objects/number.h"
#include "vm/objects/text.h"
#include "vm/thread/threads.h"

namespace baton::json {
namespace {

void put_unit(std::string* out, unsigned unit) {
  constexpr char kHex[] = "0123456789abcdef";
  *out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) *out += kHex[(unit >> shift) & 15];
}

// "..." with everything escaped that JSON, or plain ASCII, asks for.
void put_string(std::string* out, std::string_view s, bool ascii) {
  *out += '"';
  size_t run = 0;
  for (size_t i = 0; i < s.size();) {
    auto c = static_cast<unsigned char>(s[i]);
    if (c >= 0x20 && c != '"' && c != '\\' && (c < 0x7f || !ascii)) {
      ++i;
      continue;
    }
    out->append(s, run, i - run);
    if (c >= 0x80) {
      char32_t code = utf8_next(s, &i);
      if (code >= 0x10000) {
        code -= 0x10000;
        put_unit(out, 0xd800 + (code >> 10));
        code = 0xdc00 + (code & 0x3ff);
      }
      put_unit(out, code);
    } else {
      ++i;
      constexpr std::string_view kFrom = "\"\\\n\r\t\f\b", kTo = "\"\\nrtfb";
      size_t known = kFrom.find(static_cast<char>(c));
      if (known != std::string_view::npos) {
        *out += '\\';
        *out += kTo[known];
      } else {
        put_unit(out, c);
      }
    }
    run = i;
  }
  out->append(s, run);
  *out += '"';
}

struct Settings {
  Value default_function;
  bool ascii, sort_keys, skip_keys, allow_nan, check_circular, indented;
  std::string indent, item_separator, key_separator;
};

class Writer {
 public:
  Writer(Thread* t, Settings s) : t_(t), s_(std::move(s)) {
    depth_left_ = static_cast<int64_t>(t->vm->recursion_limit) - recursion_depth(t);
  }

  bool value(Value v) {
    if (v.is_none()) return put("null");
    if (v.is_bool()) return put(v.is_true() ? "true" : "false");
    if (is<Str>(v)) return put_string(&out_, as<Str>(v)->view(), s_.ascii), true;
    if (v.is_int()) return append_int64(&out_, v.as_int()), true;
    if (is_floatlike(v)) return put_float(float_value(v));
    if (is_intlike(v)) return put_int(v);
    if (is<List>(v) || is<Tuple>(v)) return inside(v, [&] { return array(v); });
    if (is<Dict>(v)) return inside(v, [&] { return mapping(as<Dict>(v)); });
    return inside(v, [&] {
      Value replaced = call1(t_, s_.default_function, v);
      return !replaced.is_failed() && value(replaced);
    });
  }
  Value finish() {
    if (out_.size() > kMaxText) return raise_memory_error(t_);
    return str_value(t_, out_);
  }

 private:
  bool put(std::string_view text) {
    out_ += text;
    return true;
  }
  bool put_float(double d) {
    if (std::isfinite(d)) return put(float_repr(d));
    if (!s_.allow_nan)
      return value_error(t_, "Out of range float values are not JSON compliant"), false;
    return put(std::isnan(d) ? "NaN" : d > 0 ? "Infinity" : "-Infinity");
  }
  // As int.__repr__ of whatever class; big ones have a limit of digits there.
  bool put_int(Value v) {
    Value method = find_in_class(t_->vm, t_->vm->classes.int_, intern(t_, "__repr__"));
    Value text = call1(t_, method, v);
    return is<Str>(text) && put(as<Str>(text)->view());
  }

  // Runs `body` one level deeper, unless `v` is being written already.
  template <class F>
  bool inside(Value v, F body) {
    if (native_stack_exhausted(t_)) return false;
    if (--depth_left_ <= 0)
      return raise_recursion_error(t_, " while encoding a JSON object"), false;
    if (s_.check_circular) {
      if (std::find(open_.begin(), open_.end(), v.w) != open_.end())
        return value_error(t_, "Circular reference detected"), false;
      open_.push_back(v.w);
    }
    bool ok = body();
    if (s_.check_circular) open_.pop_back();
    ++depth_left_;
    return ok;
  }

  void new_line() {
    if (!s_.indented) return;
    out_ += '\n';
    for (size_t i = 0; i < level_; ++i) out_ += s_.indent;
  }
  void open(char c) {
    out_ += c;
    ++level_;
    new_line();
  }
  void close(char c) {
    --level_;
    new_line();
    out_ += c;
  }
  void separate() {
    out_ += s_.item_separator;
    new_line();
  }

  bool array(Value v) {
    auto size = [&] { return is<List>(v) ? as<List>(v)->size : as<Tuple>(v)->size; };
    if (size() == 0) return put("[]");
    open('[');
    for (size_t i = 0; i < size(); ++i) {
      if (i > 0) separate();
      if (!value(is<List>(v) ? as<List>(v)->items[i] : as<Tuple>(v)->items[i])) return false;
      if ((i & 1023) == 1023 && !poll(t_)) return false;
    }
    close(']');
    return true;
  }

  // Writes a key; *skipped: it is of a type that is left out.
  bool key(Value k, bool first, bool* skipped) {
    std::string text;
    if (Str* s = try_as<Str>(k)) {
      if (!first) separate();
      put_string(&out_, s->view(), s_.ascii);
      return put(s_.key_separator);
    }
    size_t mark = out_.size();
    if (is_floatlike(k)) {
      if (!put_float(float_value(k))) return false;
    } else if (k.is_bool() || k.is_none()) {
      put(k.is_none() ? "null" : k.is_true() ? "true" : "false");
    } else if (is_intlike(k)) {
      if (k.is_int()) {
        append_int64(&out_, k.as_int());
      } else if (!put_int(k)) {
        return false;
      }
    } else if (s_.skip_keys) {
      *skipped = true;
      return true;
    } else {
      return type_error(t_, "keys must be str, int, float, bool or None, not " + type_name(t_, k)),
             false;
    }
    text = out_.substr(mark);
    out_.resize(mark);
    if (!first) separate();
    put_string(&out_, text, s_.ascii);
    return put(s_.key_separator);
  }

  bool mapping(Dict* d) {
    bool plain = exact_dict(t_, val(d));
    if (d->size == 0) return put("{}");
    bool first = true;
    open('{');
    auto item = [&](Value k, Value v) {
      bool skipped = false;
      if (!key(k, first, &skipped)) return false;
      if (skipped) return true;
      first = false;
      return value(v);
    };
    if (plain && !s_.sort_keys) {
      for (uint32_t i = 0; i < d->used; ++i) {
        Value k = d->entries[i].key, v = d->entries[i].value;
        if (!k.is_unbound() && !item(k, v)) return false;
      }
    } else {
      List* items;
      Str* name = intern(t_, "items");
      Value view = name ? call_method(t_, val(d), name) : Value::failed();
      if (view.is_failed() || !list_from_iterable(t_, view, &items)) return false;
      if (s_.sort_keys && !list_sort(t_, items, Value::none(), false)) return false;
      for (size_t i = 0; i < items->size; ++i) {
        Tuple* pair = try_as<Tuple>(items->items[i]);
        if (!pair || pair->size != 2) return value_error(t_, "items must return 2-tuples"), false;
        if (!item(pair->items[0], pair->items[1])) return false;
      }
    }
    close('}');
    return true;
  }

  Thread* t_;
  Settings s_;
  std::string out_;
  size_t level_ = 0;
  int64_t depth_left_;
  std::vector<uint64_t> open_;  // what is being written; all on the native stack as well
};

Value encode(Thread* t, Value o, Value default_function, bool ascii, bool check_circular,
             bool allow_nan, bool sort_keys, bool skip_keys, Value indent, Str* item_separator,
             Str* key_separator) {
  Settings s{default_function,
             ascii,
             sort_keys,
             skip_keys,
             allow_nan,
             check_circular,
             !indent.is_none(),
             "",
             std::string(item_separator->view()),
             std::string(key_separator->view())};
  if (Str* text = try_as<Str>(indent)) s.indent = text->view();
  Writer w(t, std::move(s));
  if (!w.value(o)) return Value::failed();
  keep_alive(o);
  keep_alive(default_function);
  return w.finish();
}
DEF(json_functions, encode,
    "encode(o, default, ensure_ascii, check_circular, allow_nan, sort_keys, skipkeys, indent, "
    "item_separator, key_separator, /)",
    "The JSON text of an object.")

Value quote(Thread* t, Value string, bool ascii) {
  if (!is<Str>(string))
    return type_error(t, "first argument must be a string, not " + type_name(t, string));
  std::string out;
  put_string(&out, as<Str>(string)->view(), ascii);
  return str_value(t, out);
}
Value encode_basestring(Thread* t, Value string) { return quote(t, string, false); }
DEF(json_functions, encode_basestring, "encode_basestring(string, /)",
    "A JSON representation of a string.")
Value encode_basestring_ascii(Thread* t, Value string) { return quote(t, string, true); }
DEF(json_functions, encode_basestring_ascii, "encode_basestring_ascii(string, /)",
    "An ASCII-only JSON representation of a string.")

}  // namespace
}  // namespace baton::json
