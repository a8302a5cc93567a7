// The lexer's main loop: layout, names, strings' extents, operators. Numbers are in
// lexer_number.cpp. See lexer.h.
#include "compiler/lexer.h"

#include <cstdio>

#include "compiler/identifier.h"
#include "compiler/source.h"

namespace baton::syntax {
namespace {

enum : uint8_t { kStart = 1, kRest = 2 };

struct CharTable {
  uint8_t flags[256] = {};
  constexpr CharTable() {
    for (int c = 0; c < 256; ++c) {
      bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 128;
      bool digit = c >= '0' && c <= '9';
      flags[c] = static_cast<uint8_t>((letter ? kStart | kRest : 0) | (digit ? kRest : 0));
    }
  }
};
constexpr CharTable kChars;

bool starts_name(char c) { return kChars.flags[static_cast<unsigned char>(c)] & kStart; }
bool continues_name(char c) { return kChars.flags[static_cast<unsigned char>(c)] & kRest; }

// Whether `text` (one or two letters) may stand before a quote: b, r, u, f, br, rb, fr, rf.
bool is_string_prefix(std::string_view text) {
  auto lower = [](char c) { return static_cast<char>(c | 0x20); };
  char a = lower(text[0]);
  if (text.size() == 1) return a == 'b' || a == 'r' || a == 'u' || a == 'f';
  char b = lower(text[1]);
  return (a == 'r' && (b == 'b' || b == 'f')) || (b == 'r' && (a == 'b' || a == 'f'));
}

}  // namespace

// ---- errors ----------------------------------------------------------------------------------

bool Lexer::fail(const char* type, std::string message, int line, int col, int end_col) {
  error_.type = type;
  error_.message = std::move(message);
  error_.line = line;
  error_.col = col;
  error_.end_col = end_col;
  error_.layout = error_.type != kSyntaxError;
  token_ = p_;
  emit(Tok::kError, p_, line_, column(p_));
  return false;
}

// Characters from the start of the line to `p`: the offset of the character before `p`.
int Lexer::characters_to(const char* p) const {
  return shift_ + count_characters({line_start_, static_cast<size_t>(p - line_start_)},
                                   static_cast<int>(p - line_start_));
}

bool Lexer::fail_at_cursor(std::string message) {
  int col = characters_to(p_);
  return fail(kSyntaxError, std::move(message), line_, col, col);
}

bool Lexer::fail_character(const char* at) {
  int length = 1;
  int32_t c = decode_character(at, &length);
  char code[16];
  std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(c));
  std::string message = is_printable(c)
                            ? "invalid character '" + std::string(at, static_cast<size_t>(length)) +
                                  "' (" + code + ")"
                            : std::string("invalid non-printable character ") + code;
  p_ = at + length;
  return fail_at_cursor(std::move(message));
}

// ---- tokens ----------------------------------------------------------------------------------

void Lexer::emit(Tok kind, const char* start, int start_line, int start_col) {
  Token t;
  t.kind = kind;
  t.level = static_cast<uint8_t>(level_);
  t.line = static_cast<uint32_t>(start_line);
  t.col = static_cast<uint32_t>(start_col);
  t.end_line = static_cast<uint32_t>(line_);
  t.end_col = static_cast<uint32_t>(column(p_));
  t.length = static_cast<uint32_t>(p_ - start);
  t.start = start;
  out_->push_back(t);
}

void Lexer::emit_here(Tok kind) { emit(kind, token_, line_, column(token_)); }

bool Lexer::run_file() {
  if (!indentation()) return false;
  return run();
}

bool Lexer::run_field(int line, int col, int end_line, int end_col) {
  line_ = line;
  in_field_ = true;
  auto made_up = [&](Tok kind, int at_line, int at_col) {
    Token t;
    t.kind = kind;
    t.level = static_cast<uint8_t>(level_);
    t.line = t.end_line = static_cast<uint32_t>(at_line);
    t.col = static_cast<uint32_t>(at_col);
    t.end_col = t.col + 1;
    t.length = 0;
    t.start = p_;
    out_->push_back(t);
  };
  shift_ = col + 1;
  stack_[level_++] = {'(', line, col};
  made_up(Tok::kLParen, line, col);
  if (!run()) return false;
  // run() stopped at the NUL with a kEnd; the bracket goes before it.
  out_->pop_back();
  if (level_ > 1) return fail_at_cursor("unexpected EOF while parsing");
  --level_;
  made_up(Tok::kRParen, end_line, end_col);
  made_up(Tok::kEnd, end_line, end_col);
  return true;
}

void Lexer::skip_comment() {
  while (*p_ && *p_ != '\n') ++p_;
}

// A backslash at p_: it must end its line, and another line must follow.
bool Lexer::continuation() {
  ++p_;
  if (*p_ == 0 || (*p_ == '\n' && p_[1] == 0)) {
    int col = characters_to(p_) + 1;
    fail(kSyntaxError, "unexpected EOF while parsing", line_, col, -1);
    error_.at_end = error_.layout = true;
    return false;
  }
  if (*p_ != '\n') {
    fail(kSyntaxError, "unexpected character after line continuation character", line_,
         characters_to(p_) + 1, 0);
    error_.layout = true;
    return false;
  }
  ++p_;
  next_line();
  return true;
}

// At the start of a logical line: skips blank ones, and emits INDENT and DEDENTs for the next.
bool Lexer::indentation() {
  int col, alt;
  for (;;) {
    col = alt = 0;
    int first_col = 0;  // of the first of several lines joined by backslashes
    for (;; ++p_) {
      if (*p_ == ' ') {
        ++col;
        ++alt;
      } else if (*p_ == '\t') {
        col = (col / 8 + 1) * 8;
        ++alt;
      } else if (*p_ == '\f') {
        col = alt = 0;
      } else if (*p_ == '\\') {
        if (first_col == 0) first_col = col;
        if (!continuation()) return false;
        --p_;
      } else {
        break;
      }
    }
    if (first_col) col = alt = first_col;
    if (*p_ == '#') skip_comment();
    if (*p_ == '\n') {
      ++p_;
      next_line();
      continue;
    }
    break;
  }
  if (*p_ == 0) col = alt = 0;
  token_ = p_;
  auto mixed = [&] {
    return fail("TabError", "inconsistent use of tabs and spaces in indentation", line_, 1, 0);
  };
  if (col == indent_[indents_ - 1]) {
    if (alt != alt_indent_[indents_ - 1]) return mixed();
    return true;
  }
  if (col > indent_[indents_ - 1]) {
    if (indents_ >= kMaxIndent) {
      return fail("IndentationError", "too many levels of indentation", line_, 1, 0);
    }
    if (alt <= alt_indent_[indents_ - 1]) return mixed();
    indent_[indents_] = col;
    alt_indent_[indents_] = alt;
    ++indents_;
    emit_here(Tok::kIndent);
    return true;
  }
  int keep = indents_;
  while (keep > 1 && col < indent_[keep - 1]) --keep;
  if (col != indent_[keep - 1]) {
    const char* end = p_;
    while (*end && *end != '\n') ++end;
    return fail("IndentationError", "unindent does not match any outer indentation level", line_,
                characters_to(end) + 1, -1);
  }
  if (alt != alt_indent_[keep - 1]) return mixed();
  for (; indents_ > keep; --indents_) emit_here(Tok::kDedent);
  return true;
}

bool Lexer::run() {
  for (;;) {
    while (*p_ == ' ' || *p_ == '\t' || *p_ == '\f') ++p_;
    token_ = p_;
    char c = *p_;
    if (starts_name(c)) {
      if (!name_or_prefixed_string()) return false;
      continue;
    }
    switch (c) {
      case '\n':
        ++p_;
        if (level_ > 0) {
          next_line();
          continue;
        }
        --p_;  // the token is one column wide but does not reach into the next line
        emit_here(Tok::kNewline);
        out_->back().end_col += 1;
        ++p_;
        next_line();
        if (!indentation()) return false;
        continue;
      case 0:
        if (in_field_) {
          emit_here(Tok::kEnd);
          return true;
        }
        if (level_ > 0) {
          fail(kSyntaxError, "unexpected EOF while parsing", line_, characters_to(p_), -1);
          error_.at_end = true;
          return false;
        }
        if (!out_->empty() && !is_layout(out_->back().kind)) {
          emit_here(Tok::kNewline);
          for (; indents_ > 1; --indents_) emit_here(Tok::kDedent);
        }
        emit_here(Tok::kEnd);
        return true;
      case '#': skip_comment(); continue;
      case '\\':
        if (!continuation()) return false;
        continue;
      case '\'':
      case '"':
        if (!string()) return false;
        continue;
      case '0':
      case '1':
      case '2':
      case '3':
      case '4':
      case '5':
      case '6':
      case '7':
      case '8':
      case '9':
        if (!number()) return false;
        continue;
      case '.':
        if (p_[1] >= '0' && p_[1] <= '9') {
          if (!number()) return false;
          continue;
        }
        [[fallthrough]];
      default:
        if (!operator_token()) return false;
    }
  }
}

bool Lexer::name_or_prefixed_string() {
  bool ascii = true;
  while (continues_name(*p_)) {
    if (static_cast<unsigned char>(*p_) >= 128) ascii = false;
    ++p_;
  }
  std::string_view text(token_, static_cast<size_t>(p_ - token_));
  if ((*p_ == '"' || *p_ == '\'') && text.size() <= 2 && is_string_prefix(text)) return string();
  if (!ascii) return unicode_name();
  const Interner::Entry& e = names_->find(text);
  emit_here(e.kind);
  out_->back().start = e.data;
  return true;
}

bool Lexer::unicode_name() {
  int length = 1;
  for (const char* p = token_; p < p_; p += length) {
    int32_t c = decode_character(p, &length);
    if (!(p == token_ ? is_identifier_start(c) : is_identifier_continue(c))) {
      return fail_character(p);
    }
  }
  std::string normal = normalize_identifier({token_, static_cast<size_t>(p_ - token_)});
  std::string_view name = names_->intern(normal);
  emit_here(Tok::kName);
  out_->back().start = name.data();
  out_->back().length = static_cast<uint32_t>(name.size());
  return true;
}

// p_ is at the opening quote, token_ at the prefix.
bool Lexer::string() {
  char quote = *p_;
  int start_line = line_;
  int start_col = column(token_);
  const char* start_line_text = line_start_;
  int start_shift = shift_;
  bool triple = p_[1] == quote && p_[2] == quote;
  p_ += triple ? 3 : 1;
  for (;;) {
    char c = *p_;
    if (c == quote) {
      if (!triple) {
        ++p_;
        break;
      }
      if (p_[1] == quote && p_[2] == quote) {
        p_ += 3;
        break;
      }
      ++p_;
    } else if (c == '\\' && p_[1] != 0) {
      p_ += 2;
      if (p_[-1] == '\n') next_line();
    } else if (c == '\n' && triple) {
      ++p_;
      next_line();
    } else if (c == 0 || c == '\n') {
      int detected = c == 0 && p_ == line_start_ && line_ > start_line ? line_ - 1 : line_;
      bool at_end = c == 0 && (triple || p_ == line_start_);
      line_start_ = start_line_text;
      shift_ = start_shift;
      line_ = start_line;
      p_ = token_ + 1;
      fail_at_cursor(std::string(triple ? "unterminated triple-quoted string literal"
                                        : "unterminated string literal") +
                     " (detected at line " + std::to_string(detected) + ")");
      error_.at_end = at_end;
      return false;
    } else {
      ++p_;
    }
  }
  emit(Tok::kString, token_, start_line, start_col);
  return true;
}

bool Lexer::open(Tok kind, char bracket) {
  if (level_ >= kMaxLevel) {
    ++p_;
    return fail_at_cursor("too many nested parentheses");
  }
  stack_[level_++] = {bracket, line_, column(p_)};
  ++p_;
  emit_here(kind);
  return true;
}

bool Lexer::close(Tok kind, char bracket) {
  ++p_;
  if (level_ == 0) return fail_at_cursor(std::string("unmatched '") + *token_ + "'");
  const Bracket& top = stack_[--level_];
  if (top.bracket != bracket) {
    std::string message = std::string("closing parenthesis '") + *token_ +
                          "' does not match opening parenthesis '" + top.bracket + "'";
    if (top.line != line_) message += " on line " + std::to_string(top.line);
    return fail_at_cursor(std::move(message));
  }
  emit_here(kind);
  return true;
}

bool Lexer::operator_token() {
  char c = p_[0];
  char d = c ? p_[1] : '\0';
  char e = d ? p_[2] : '\0';
  auto take = [this](int n, Tok kind) {
    p_ += n;
    emit_here(kind);
    return true;
  };
  // op, op=, and for some opop, opop=
  auto family = [&](Tok single, Tok with_equal) {
    return d == '=' ? take(2, with_equal) : take(1, single);
  };
  auto doubling = [&](Tok single, Tok with_equal, Tok twice, Tok twice_equal) {
    if (d == c) return e == '=' ? take(3, twice_equal) : take(2, twice);
    return family(single, with_equal);
  };
  switch (c) {
    case '(': return open(Tok::kLParen, '(');
    case '[': return open(Tok::kLSquare, '[');
    case '{': return open(Tok::kLBrace, '{');
    case ')': return close(Tok::kRParen, '(');
    case ']': return close(Tok::kRSquare, '[');
    case '}': return close(Tok::kRBrace, '{');
    case ',': return take(1, Tok::kComma);
    case ';': return take(1, Tok::kSemicolon);
    case '~': return take(1, Tok::kTilde);
    case ':': return family(Tok::kColon, Tok::kColonEqual);
    case '.': return d == '.' && e == '.' ? take(3, Tok::kEllipsis) : take(1, Tok::kDot);
    case '=': return family(Tok::kEqual, Tok::kEqEqual);
    case '@': return family(Tok::kAt, Tok::kAtEqual);
    case '+': return family(Tok::kPlus, Tok::kPlusEqual);
    case '-': return d == '>' ? take(2, Tok::kArrow) : family(Tok::kMinus, Tok::kMinusEqual);
    case '%': return family(Tok::kPercent, Tok::kPercentEqual);
    case '&': return family(Tok::kAmper, Tok::kAmperEqual);
    case '|': return family(Tok::kVBar, Tok::kVBarEqual);
    case '^': return family(Tok::kCircumflex, Tok::kCircumflexEqual);
    case '*': return doubling(Tok::kStar, Tok::kStarEqual, Tok::kDoubleStar, Tok::kDoubleStarEqual);
    case '/':
      return doubling(Tok::kSlash, Tok::kSlashEqual, Tok::kDoubleSlash, Tok::kDoubleSlashEqual);
    case '<':
      if (d == '>') return take(2, Tok::kStray);
      return doubling(Tok::kLess, Tok::kLessEqual, Tok::kLeftShift, Tok::kLeftShiftEqual);
    case '>':
      return doubling(Tok::kGreater, Tok::kGreaterEqual, Tok::kRightShift, Tok::kRightShiftEqual);
    case '!': return d == '=' ? take(2, Tok::kNotEqual) : take(1, Tok::kStray);
    case '$':
    case '?':
    case '`': return take(1, Tok::kStray);
    default: return fail_character(p_);
  }
}

}  // namespace baton::syntax
