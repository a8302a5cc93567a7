// A builtin's signature text, parsed at compile time: "pow(x, y, mod=None)", "get(self, key,
// default=None, /)", "print(*args, sep=' ', end='\n', file=None, flush=False)". From it come names,
// defaults, keyword kinds and the wording of argument errors. Pure data, usable in any thread.
//
// Defaults: None True False, integers, 'strings', or <absent> (the body receives
// unbound()).
#pragma once
#include <cstdint>
#include <string_view>

namespace baton {

struct Param {
  enum class Default : uint8_t { kRequired, kNone, kTrue, kFalse, kInt, kStr, kAbsent };
  std::string_view name;
  Default def = Default::kRequired;
  int64_t number = 0;
  std::string_view text;
};

struct Signature {
  static constexpr int kMaxParams = 16;
  std::string_view name;
  Param params[kMaxParams];  // fixed ones: positional, then keyword-only; *args and **kwargs not
                             // among them
  uint8_t positional = 0;    // positional parameters (positional-only included)
  uint8_t positional_only = 0;
  uint8_t keyword_only = 0;
  uint8_t required = 0;  // positional parameters without default (all leading)
  bool varargs = false, varkw = false;
  const char* error = nullptr;  // non-null: the text is malformed (a static_assert reports it)
  constexpr int fixed() const { return positional + keyword_only; }
};

constexpr Signature parse_signature(std::string_view s) {
  Signature g;
  size_t i = 0;
  auto space = [&] {
    while (i < s.size() && s[i] == ' ') ++i;
  };
  auto is_name = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  };
  auto take_name = [&] {
    size_t b = i;
    while (i < s.size() && is_name(s[i])) ++i;
    return s.substr(b, i - b);
  };
  auto fail = [&](const char* m) {
    g.error = m;
    return g;
  };
  g.name = take_name();
  if (g.name.empty() || i >= s.size() || s[i] != '(') return fail("expected name(");
  ++i;
  bool keyword_only = false;
  space();
  while (i < s.size() && s[i] != ')') {
    if (s[i] == '/') {
      ++i;
      g.positional_only = g.positional;
    } else if (s[i] == '*' && i + 1 < s.size() && s[i + 1] == '*') {
      i += 2;
      take_name();
      g.varkw = true;
    } else if (s[i] == '*') {
      ++i;
      if (!take_name().empty()) g.varargs = true;
      keyword_only = true;
    } else {
      if (g.positional + g.keyword_only >= Signature::kMaxParams)
        return fail("too many parameters");
      Param& p = g.params[g.positional + g.keyword_only];
      p.name = take_name();
      if (p.name.empty()) return fail("expected a parameter name");
      if (i < s.size() && s[i] == '=') {
        ++i;
        size_t b = i;
        if (s[i] == '\'') {
          ++i;
          while (i < s.size() && s[i] != '\'') ++i;
          if (i >= s.size()) return fail("unterminated default string");
          ++i;
          p.def = Param::Default::kStr;
          p.text = s.substr(b + 1, i - b - 2);
        } else {
          while (i < s.size() && s[i] != ',' && s[i] != ')') ++i;
          std::string_view d = s.substr(b, i - b);
          if (d == "None")
            p.def = Param::Default::kNone;
          else if (d == "True")
            p.def = Param::Default::kTrue;
          else if (d == "False")
            p.def = Param::Default::kFalse;
          else if (d == "<absent>")
            p.def = Param::Default::kAbsent;
          else {
            size_t k = 0;
            bool neg = d.size() > 1 && d[0] == '-';
            if (neg) k = 1;
            if (k >= d.size()) return fail("bad default");
            int64_t n = 0;
            for (; k < d.size(); ++k) {
              if (d[k] < '0' || d[k] > '9') return fail("bad default");
              n = n * 10 + (d[k] - '0');
            }
            p.def = Param::Default::kInt;
            p.number = neg ? -n : n;
          }
        }
      } else if (!keyword_only) {
        if (g.required != g.positional) return fail("required parameter after one with a default");
        g.required++;
      }
      if (keyword_only)
        g.keyword_only++;
      else
        g.positional++;
    }
    space();
    if (i < s.size() && s[i] == ',') {
      ++i;
      space();
    } else if (i < s.size() && s[i] != ')')
      return fail("expected , or )");
  }
  if (i >= s.size()) return fail("missing )");
  return g;
}

}  // namespace baton
