// Tokens of a pattern, escapes, and sets in brackets: the words of Python's regular expressions, below
// the grammar of parse.cpp. No Value, no lock.
// Behaviour: https://docs.python.org/3.11/library/re.html#regular-expression-syntax
#include <algorithm>

#include "compiler/character_names.h"
#include "stdlib/regex/syntax.h"
#include "vm/base/unicode.h"
#include "vm/base/utf8.h"

namespace baton::regex {

std::string to_text(std::u32string_view s) {
  std::string out;
  for (char32_t c : s) utf8_append(&out, c);
  return out;
}

std::string quoted(std::u32string_view s) { return repr_str(to_text(s)); }

bool is_name(std::u32string_view s) { return is_identifier(to_text(s)); }

bool to_number(std::u32string_view s, uint64_t* out) {
  uint64_t n = 0;
  if (s.empty()) return false;
  for (char32_t c : s) {
    if (!is_ascii_digit(c)) return false;
    n = std::min<uint64_t>(n * 10 + (c - '0'), uint64_t{1} << 40);
  }
  *out = n;
  return true;
}

Tokens::Tokens(const std::u32string& source, bool text, Error* error)
    : source_(source), text_(text), error_(error) {
  advance();
}

void Tokens::advance() {
  std::u32string_view all = source_;
  if (index_ >= all.size()) {
    next_ = {};
    return;
  }
  size_t n = 1;
  if (all[index_] == '\\') {
    if (index_ + 1 >= all.size()) {
      if (!failed()) {
        error_->kind = Error::kSyntax;
        error_->message = "bad escape (end of pattern)";
        error_->position = static_cast<int64_t>(all.size()) - 1;
      }
      index_ = all.size();
      next_ = {};
      return;
    }
    n = 2;
  }
  next_ = all.substr(index_, n);
  index_ += n;
}

bool Tokens::next_in(std::string_view chars) const {
  return next_.size() == 1 && next_[0] < 128 &&
         chars.find(static_cast<char>(next_[0])) != std::string_view::npos;
}

std::u32string_view Tokens::get() {
  std::u32string_view token = next_;
  advance();
  return token;
}

bool Tokens::match(char32_t c) {
  if (!next_is(c)) return false;
  advance();
  return true;
}

void Tokens::seek(int64_t position) {
  index_ = static_cast<size_t>(position);
  advance();
}

std::u32string Tokens::get_while(int n, std::string_view chars) {
  std::u32string out;
  for (; n > 0 && next_in(chars); --n) out += get();
  return out;
}

bool Tokens::get_until(char32_t end, const char* what, std::u32string* out) {
  for (;;) {
    if (failed()) return false;
    if (at_end()) {
      if (out->empty()) return fail(std::string("missing ") + what);
      return fail("missing " + to_text(std::u32string(1, end)) + ", unterminated name",
                  static_cast<int64_t>(out->size()));
    }
    std::u32string_view token = get();
    if (token.size() == 1 && token[0] == end) {
      if (out->empty()) return fail(std::string("missing ") + what, 1);
      return !failed();
    }
    *out += token;
  }
}

bool Tokens::fail(const std::string& message, int64_t back) {
  if (failed()) return false;
  error_->kind = Error::kSyntax;
  error_->message = text_ ? message : escape_non_ascii(message);
  error_->position = tell() - back;
  return false;
}

bool Tokens::check_name(const std::u32string& name, int64_t back) {
  if (is_name(name)) return true;
  return fail("bad character in group name " + quoted(name),
              static_cast<int64_t>(name.size()) + back);
}

bool bad_escape(Tokens& in, const std::u32string& escape) {
  return in.fail("bad escape " + to_text(escape), static_cast<int64_t>(escape.size()));
}

Escape common_escape(Tokens& in, std::u32string& escape, char32_t* out) {
  constexpr std::string_view kHex = "0123456789abcdefABCDEF";
  auto incomplete = [&] {
    in.fail("incomplete escape " + to_text(escape), static_cast<int64_t>(escape.size()));
    return Escape::kFailed;
  };
  switch (escape[1]) {
    case 'a': *out = 7; return Escape::kLiteral;
    case 'f': *out = 12; return Escape::kLiteral;
    case 'n': *out = 10; return Escape::kLiteral;
    case 'r': *out = 13; return Escape::kLiteral;
    case 't': *out = 9; return Escape::kLiteral;
    case 'v': *out = 11; return Escape::kLiteral;
    case 'x':
    case 'u':
    case 'U': {
      if (escape[1] != 'x' && !in.text()) return Escape::kOther;
      size_t digits = escape[1] == 'x' ? 2 : escape[1] == 'u' ? 4 : 8;
      escape += in.get_while(static_cast<int>(digits), kHex);
      if (escape.size() != digits + 2) return incomplete();
      char32_t c = 0;
      for (char32_t d : escape.substr(2)) c = c * 16 + (d <= '9' ? d - '0' : (d | 32) - 'a' + 10);
      if (c > kMaxCodePoint) {
        bad_escape(in, escape);
        return Escape::kFailed;
      }
      *out = c;
      return Escape::kLiteral;
    }
    case 'N': {
      if (!in.text()) return Escape::kOther;
      if (!in.match('{')) {
        in.fail("missing {");
        return Escape::kFailed;
      }
      std::u32string name;
      if (!in.get_until('}', "character name", &name)) return Escape::kFailed;
      int32_t c = syntax::named_character(to_text(name));
      if (c < 0) {
        in.fail("undefined character name " + quoted(name), static_cast<int64_t>(name.size()) + 4);
        return Escape::kFailed;
      }
      *out = static_cast<char32_t>(c);
      return Escape::kLiteral;
    }
    default: return Escape::kOther;
  }
}

namespace {

// One element of a set: a category, or a character in lo.
bool set_element(Tokens& in, std::u32string& token, SetItem* out) {
  *out = {token[0], token[0]};
  if (token[0] != '\\') return true;
  char32_t c = token[1];
  if (c < 128 && std::string_view("dDwWsS").find(static_cast<char>(c)) != std::string_view::npos) {
    out->category = static_cast<char>(c);
    return true;
  }
  switch (c == 'b' ? Escape::kOther : common_escape(in, token, &out->lo)) {
    case Escape::kFailed: return false;
    case Escape::kLiteral: break;
    case Escape::kOther:
      if (c == 'b') {
        out->lo = 8;
      } else if (is_octal_digit(c)) {
        token += in.get_while(2, "01234567");
        char32_t value = 0;
        for (char32_t d : std::u32string_view(token).substr(1)) value = value * 8 + (d - '0');
        if (value > 0377)
          return in.fail("octal escape value " + to_text(token) + " outside of range 0-0o377",
                         static_cast<int64_t>(token.size()));
        out->lo = value;
      } else if (is_ascii_digit(c) || is_ascii_letter(c)) {
        return bad_escape(in, token);
      } else {
        out->lo = c;
      }
  }
  out->hi = out->lo;
  return true;
}

void warn(Syntax& syntax, const char* what, int64_t position) {
  syntax.warnings.push_back("Possible " + std::string(what) + " at position " +
                            std::to_string(position));
}

}  // namespace

NodePtr parse_set(Tokens& in, Syntax& syntax) {
  int64_t here = in.tell() - 1;
  auto set = std::make_unique<Node>(Op::kSet);
  auto unterminated = [&]() -> NodePtr {
    in.fail("unterminated character set", in.tell() - here);
    return nullptr;
  };
  if (in.next_is('[')) warn(syntax, "nested set", in.tell());
  set->negated = in.match('^');
  for (;;) {
    if (in.failed()) return nullptr;
    if (in.at_end()) return unterminated();
    std::u32string token(in.get());
    if (token == U"]" && !set->items.empty()) break;
    if (token[0] != '\\' && !set->items.empty() && in.next() == token) {
      if (token == U"-") warn(syntax, "set difference", in.tell() - 1);
      if (token == U"&") warn(syntax, "set intersection", in.tell() - 1);
      if (token == U"~") warn(syntax, "set symmetric difference", in.tell() - 1);
      if (token == U"|") warn(syntax, "set union", in.tell() - 1);
    }
    SetItem item;
    if (!set_element(in, token, &item)) return nullptr;
    if (!in.match('-')) {
      set->items.push_back(item);
      continue;
    }
    if (in.failed()) return nullptr;
    if (in.at_end()) return unterminated();
    std::u32string last(in.get());
    if (last == U"]") {
      set->items.push_back(item);
      set->items.push_back({'-', '-'});
      break;
    }
    if (last == U"-") warn(syntax, "set difference", in.tell() - 2);
    SetItem end;
    if (!set_element(in, last, &end)) return nullptr;
    if (item.category || end.category || end.lo < item.lo) {
      in.fail("bad character range " + to_text(token) + "-" + to_text(last),
              static_cast<int64_t>(token.size() + last.size()) + 1);
      return nullptr;
    }
    item.hi = end.lo;
    set->items.push_back(item);
  }
  return in.failed() ? nullptr : std::move(set);
}

}  // namespace baton::regex
