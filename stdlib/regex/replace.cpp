// sub(), subn(), split() and expand(): taking a text apart at its matches and putting it together
// again, with templates for what comes in between. Lock held.
// Behaviour: https://docs.python.org/3.11/library/re.html#re.sub
#include "stdlib/regex/objects.h"
#include "vm/base/utf8.h"

namespace baton::regex {
namespace {

// A replacement read: literal text and groups in turn.
struct Piece {
  std::string text;
  uint32_t group = 0;
  bool is_group = false;
};
using Pieces = std::vector<Piece>;

class TemplateReader {
 public:
  TemplateReader(Thread* t, PatternObject* p, Value text)
      : t_(t),
        pattern_(p),
        text_(text),
        source_(code_points(text)),
        in_(source_, is<Str>(text), &error_) {}

  bool read(Pieces* out) {
    while (!in_.failed() && !in_.at_end()) {
      std::u32string token(in_.get());
      if (token[0] != '\\') {
        add(token[0]);
      } else if (!escape(token)) {
        return in_.failed() ? fail() : false;
      }
    }
    if (in_.failed()) return fail();
    flush();
    *out = std::move(pieces_);
    return true;
  }

 private:
  bool fail() { return raise_regex_error(t_, error_, text_), false; }
  void add(char32_t c) {
    if (in_.text()) {
      utf8_append(&literal_, c);
    } else {
      literal_ += static_cast<char>(c);
    }
  }
  void flush() {
    if (!literal_.empty()) pieces_.push_back({std::move(literal_)});
    literal_.clear();
  }
  bool add_group(uint64_t group, int64_t back) {
    if (group > pattern_->program->syntax.group_count)
      return in_.fail("invalid group reference " + std::to_string(group), back);
    flush();
    pieces_.push_back({"", static_cast<uint32_t>(group), true});
    return true;
  }
  bool named() {
    if (!in_.match('<')) return in_.fail("missing <");
    std::u32string name;
    if (!in_.get_until('>', "group name", &name)) return false;
    auto back = static_cast<int64_t>(name.size()) + 1;
    uint64_t group = 0;
    if (is_name(name)) {
      Value key = str_value(t_, to_text(name));
      if (key.is_failed()) return false;
      Value found = dict_get_str(pattern_->names, as<Str>(key));
      if (found.is_unbound()) {
        index_error(t_, "unknown group name " + quoted(name));
        return false;
      }
      group = static_cast<uint64_t>(found.as_int());
    } else if (!to_number(name, &group)) {
      return in_.fail("bad character in group name " + quoted(name), back);
    }
    return add_group(group, back);
  }
  bool digits(std::u32string& token) {
    auto octal = [&] {
      char32_t value = 0;
      for (char32_t d : std::u32string_view(token).substr(1)) value = value * 8 + (d - '0');
      return value;
    };
    if (token[1] == '0') {
      token += in_.get_while(2, "01234567");
      add(octal() & 0xff);
      return true;
    }
    if (in_.next_in("0123456789")) {
      token += in_.get();
      if (is_octal_digit(token[1]) && is_octal_digit(token[2]) && in_.next_in("01234567")) {
        token += in_.get();
        if (octal() > 0377)
          return in_.fail("octal escape value " + to_text(token) + " outside of range 0-0o377",
                          static_cast<int64_t>(token.size()));
        add(octal());
        return true;
      }
    }
    uint64_t group = 0;
    to_number(std::u32string_view(token).substr(1), &group);
    return add_group(group, static_cast<int64_t>(token.size()) - 1);
  }
  bool escape(std::u32string& token) {
    constexpr std::string_view kLetters = "abfnrtv\\", kValues = "\a\b\f\n\r\t\v\\";
    char32_t c = token[1];
    if (c == 'g') return named();
    if (is_ascii_digit(c)) return digits(token);
    size_t known = c < 128 ? kLetters.find(static_cast<char>(c)) : std::string_view::npos;
    if (known != std::string_view::npos) {
      add(static_cast<char32_t>(kValues[known]));
    } else if (is_ascii_letter(c)) {
      return bad_escape(in_, token);
    } else {
      add('\\');
      add(c);
    }
    return true;
  }

  Thread* t_;
  PatternObject* pattern_;
  Value text_;
  std::u32string source_;
  Error error_;
  Tokens in_;
  std::string literal_;
  Pieces pieces_;
};

// Builds the result of sub(): text in bytes, with a note of the first piece of a wrong type, which is
// told as str.join() would at the end.
class Joiner {
 public:
  explicit Joiner(bool text) : text_(text) {}
  void add(std::string_view s) {
    out_.append(s);
    ++count_;
  }
  void add_value(Thread* t, Value v) {
    if (text_ ? is<Str>(v) : is_bytes_like(v)) {
      out_.append(text_view(v));
    } else if (wrong_ < 0) {
      wrong_ = count_;
      wrong_type_ = type_name(t, v);
    }
    ++count_;
  }
  Value finish(Thread* t) {
    if (wrong_ >= 0)
      return type_error(t, "sequence item " + std::to_string(wrong_) + ": expected " +
                               (text_ ? "str instance" : "a bytes-like object") + ", " +
                               wrong_type_ + " found");
    if (text_ && out_.size() > kMaxText) return raise_memory_error(t);
    if (text_) return str_value(t, out_);
    Bytes* b = new_bytes(t, out_);
    return b ? val(b) : Value::failed();
  }

 private:
  bool text_;
  std::string out_;
  int64_t count_ = 0, wrong_ = -1;
  std::string wrong_type_;
};

std::string_view part(std::string_view all, const size_t* spans, uint32_t group) {
  if (spans[group * 2] == SIZE_MAX) return {};
  return all.substr(spans[group * 2], spans[group * 2 + 1] - spans[group * 2]);
}

// The result of sub() in *out; *n counts the replacements.
Value substitute(Thread* t, PatternObject* p, Value repl, Value string, int64_t count, int64_t* n) {
  Target target;
  *n = 0;
  if (!target.open(t, p, string, 0, INT64_MAX)) return Value::failed();
  bool called = is_callable(t, repl);
  Pieces pieces;
  if (!called) {
    if (!is<Str>(repl) && !is_bytes_like(repl)) {
      // CPython parses any other object as a template, and trips over its type.
      return type_error(
          t, "decoding to str: need a bytes-like object, " + type_name(t, repl) + " found");
    }
    std::string_view view = text_view(repl);
    if (view.find('\\') == std::string_view::npos) {
      if (!view.empty()) pieces.push_back({std::string(view)});
    } else if (!TemplateReader(t, p, repl).read(&pieces)) {
      return Value::failed();
    }
  }
  bool text = is<Str>(string);
  bool wrong_template = !called && is<Str>(repl) != text;
  Walker walk(t, p, target);
  Joiner out(text);
  std::string_view all(target.text.data, target.text.size);
  size_t done = 0;
  for (int64_t steps = 0; count == 0 || *n < count; ++steps) {
    int r = walk.next();
    if (r < 0) return Value::failed();
    if (r == 0) break;
    const size_t* spans = walk.spans();
    if (spans[0] > done) out.add(all.substr(done, spans[0] - done));
    done = spans[1];
    if (called) {
      MatchObject* m = new_match(t, p, target, spans);
      if (!m) return Value::failed();
      Value v = call1(t, repl, val(m));
      if (v.is_failed()) return v;
      if (!v.is_none()) out.add_value(t, v);
    } else if (wrong_template) {
      for (const Piece& piece : pieces) {
        if (piece.is_group) {
          out.add(part(all, spans, piece.group));
        } else {
          out.add_value(t, repl);
        }
      }
    } else {
      for (const Piece& piece : pieces)
        out.add(piece.is_group ? part(all, spans, piece.group) : std::string_view(piece.text));
      if ((steps & 1023) == 1023 && !poll(t)) return Value::failed();
    }
    ++*n;
  }
  if (*n == 0) return target.slice(t, 0, all.size());
  if (done < all.size()) out.add(all.substr(done));
  keep_alive(string);
  return out.finish(t);
}

Value pattern_sub(Thread* t, Value self, Value repl, Value string, int64_t count) {
  PatternObject* p = pattern_self(t, self);
  int64_t n;
  return p ? substitute(t, p, repl, string, count, &n) : Value::failed();
}
DEF(pattern_methods, pattern_sub, "sub(self, /, repl, string, count=0)",
    "The string with its leftmost matches replaced by repl, a template or a function.")
Value pattern_subn(Thread* t, Value self, Value repl, Value string, int64_t count) {
  PatternObject* p = pattern_self(t, self);
  int64_t n = 0;
  Value r = p ? substitute(t, p, repl, string, count, &n) : Value::failed();
  return r.is_failed() ? r : tuple_of(t, {r, Value::from_int(n)});
}
DEF(pattern_methods, pattern_subn, "subn(self, /, repl, string, count=0)",
    "(result of sub(), number of replacements)")

Value pattern_split(Thread* t, Value self, Value string, int64_t maxsplit) {
  PatternObject* p = pattern_self(t, self);
  Target target;
  if (!p || !target.open(t, p, string, 0, INT64_MAX)) return Value::failed();
  List* out = new_list(t);
  if (!out) return Value::failed();
  Walker walk(t, p, target);
  size_t done = 0;
  auto add = [&](size_t from, size_t to) {
    Value v = from == SIZE_MAX ? Value::none() : target.slice(t, from, to);
    return !v.is_failed() && list_append(t, out, v);
  };
  for (int64_t n = 0; maxsplit == 0 || n < maxsplit; ++n) {
    int r = walk.next();
    if (r < 0) return Value::failed();
    if (r == 0) break;
    const size_t* spans = walk.spans();
    if (!add(done, spans[0])) return Value::failed();
    done = spans[1];
    for (uint32_t g = 1; g <= p->program->syntax.group_count; ++g)
      if (!add(spans[g * 2], spans[g * 2 + 1])) return Value::failed();
    if ((n & 1023) == 1023 && !poll(t)) return Value::failed();
  }
  return add(done, target.text.size) ? val(out) : Value::failed();
}
DEF(pattern_methods, pattern_split, "split(self, /, string, maxsplit=0)",
    "The parts of the string between matches, with the groups of the matches.")

}  // namespace

Value expand_template(Thread* t, MatchObject* m, Value text) {
  if (!is<Str>(text) && !is_bytes_like(text))
    return type_error(
        t, "decoding to str: need a bytes-like object, " + type_name(t, text) + " found");
  Pieces pieces;
  if (!TemplateReader(t, m->pattern, text).read(&pieces)) return Value::failed();
  Joiner out(is<Str>(text));
  for (const Piece& piece : pieces) {
    if (!piece.is_group) {
      out.add(piece.text);
      continue;
    }
    Value v = match_slice(t, m, piece.group, val(t->vm->empty_str));
    if (v.is_failed()) return v;
    if (m->spans[piece.group * 2] != SIZE_MAX) out.add_value(t, v);
  }
  return out.finish(t);
}

}  // namespace baton::regex
