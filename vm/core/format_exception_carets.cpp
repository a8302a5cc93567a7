// Carets: which part of a source line to mark under a traceback entry.
//
// An instruction covers a range of a line. Where that range is one binary operation, the operator is
// marked ^ and the operands ~; where it is one subscript, the brackets; otherwise all of it is ^. If
// the range is the whole line and has no such parts, nothing is shown. The range is read with a small
// scanner that knows strings, brackets and precedence, not with the compiler. Pure text, no lock.
#include <array>
#include <vector>

#include "vm/base/unicode.h"
#include "vm/base/utf8.h"
#include "vm/core/format_exception.h"

namespace baton {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f'; }
bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

struct Token {
  enum Kind { kOperand, kGroup, kOperator, kDot, kOther } kind;
  size_t start, end;
};

// End of the string literal whose first quote is at i; npos if it does not end.
size_t string_end(std::string_view s, size_t i) {
  char q = s[i];
  bool triple = s.substr(i, 3) == std::string(3, q);
  size_t at = i + (triple ? 3 : 1);
  while (at < s.size()) {
    if (s[at] == '\\') {
      at += 2;
    } else if (triple ? s.substr(at, 3) == std::string(3, q) : s[at] == q) {
      return at + (triple ? 3 : 1);
    } else {
      ++at;
    }
  }
  return s.npos;
}

// End of the bracket that opens at i; npos if it does not close.
size_t bracket_end(std::string_view s, size_t i) {
  int depth = 0;
  while (i < s.size()) {
    char c = s[i];
    if (c == '"' || c == '\'') {
      i = string_end(s, i);
      if (i == s.npos) return i;
      continue;
    }
    if (c == '(' || c == '[' || c == '{') ++depth;
    if ((c == ')' || c == ']' || c == '}') && --depth == 0) return i + 1;
    ++i;
  }
  return s.npos;
}

bool is_keyword(std::string_view w) {
  static constexpr std::array<std::string_view, 14> kWords = {
      "and",    "or",  "not",   "in",    "is",    "if",   "else",
      "lambda", "for", "await", "yield", "async", "from", "del"};
  for (std::string_view k : kWords)
    if (k == w) return true;
  return false;
}

// The tokens outside brackets; false if the text is not one expression of operators and trailers.
bool scan(std::string_view s, std::vector<Token>* out) {
  size_t i = 0;
  while (i < s.size()) {
    char c = s[i];
    if (is_blank(c)) {
      ++i;
      continue;
    }
    size_t start = i;
    if (is_word(c)) {
      bool number = c >= '0' && c <= '9';
      while (i < s.size() &&
             (is_word(s[i]) || (number && s[i] == '.') ||
              (number && (s[i] == '+' || s[i] == '-') && (s[i - 1] == 'e' || s[i - 1] == 'E') &&
               s.substr(start, 2) != "0x" && s.substr(start, 2) != "0X")))
        ++i;
      if (i < s.size() && (s[i] == '"' || s[i] == '\'') && i - start <= 2) {
        i = string_end(s, i);
        if (i == s.npos) return false;
      } else if (is_keyword(s.substr(start, i - start))) {
        return false;
      }
      out->push_back({Token::kOperand, start, i});
    } else if (c == '"' || c == '\'') {
      i = string_end(s, i);
      if (i == s.npos) return false;
      out->push_back({Token::kOperand, start, i});
    } else if (c == '(' || c == '[' || c == '{') {
      i = bracket_end(s, i);
      if (i == s.npos) return false;
      out->push_back({Token::kGroup, start, i});
    } else if (c == '.') {
      if (i + 1 < s.size() && s[i + 1] >= '0' && s[i + 1] <= '9' &&
          (out->empty() || out->back().kind == Token::kOperator)) {
        ++i;
        while (i < s.size() && is_word(s[i])) ++i;
        out->push_back({Token::kOperand, start, i});
      } else {
        out->push_back({Token::kDot, start, ++i});
      }
    } else if (std::string_view("+-*/%@&|^~<>").find(c) != std::string_view::npos) {
      bool doubled =
          i + 1 < s.size() && s[i + 1] == c && (c == '*' || c == '/' || c == '<' || c == '>');
      if ((c == '<' || c == '>') && !doubled) return false;  // a comparison
      i += doubled ? 2 : 1;
      if (i < s.size() && s[i] == '=') return false;
      out->push_back({Token::kOperator, start, i});
    } else {
      return false;  // comma, assignment, comparison, comment ...
    }
  }
  return true;
}

int precedence(std::string_view op) {
  if (op == "|") return 1;
  if (op == "^") return 2;
  if (op == "&") return 3;
  if (op == "<<" || op == ">>") return 4;
  if (op == "+" || op == "-") return 5;
  if (op == "**") return 8;
  return 6;
}

// Does this bracket only group (so that the node inside starts after the parenthesis)?
bool only_groups(std::string_view s) {
  if (s.size() < 3 || s[0] != '(') return false;
  std::string_view inner = s.substr(1, s.size() - 2);
  size_t i = 0;
  while (i < inner.size()) {
    char c = inner[i];
    if (c == ',') return false;
    if (c == '(' || c == '[' || c == '{') {
      i = bracket_end(inner, i);
      if (i == inner.npos) return true;
    } else if (c == '"' || c == '\'') {
      i = string_end(inner, i);
      if (i == inner.npos) return true;
    } else if (is_word(c)) {
      size_t b = i;
      while (i < inner.size() && is_word(inner[i])) ++i;
      if (inner.substr(b, i - b) == "for") return false;
    } else {
      ++i;
    }
  }
  return inner.find_first_not_of(" \t") != inner.npos;
}

// The bytes of `s` to mark ^ when the rest is ~; false: no such parts.
bool find_anchor(std::string_view s, size_t* from, size_t* to) {
  std::vector<Token> tokens;
  if (!scan(s, &tokens) || tokens.empty()) return false;
  bool want_operand = true, unary_first = false;
  int best = -1, best_precedence = 9, power = -1;
  for (size_t k = 0; k < tokens.size(); ++k) {
    const Token& tok = tokens[k];
    switch (tok.kind) {
      case Token::kOperator: {
        std::string_view op = s.substr(tok.start, tok.end - tok.start);
        if (want_operand) {
          if (op != "+" && op != "-" && op != "~") return false;
          if (k == 0) unary_first = true;
          break;
        }
        if (op == "~") return false;
        int p = precedence(op);
        if (p == 8) {
          if (power < 0) power = static_cast<int>(k);
        } else if (p <= best_precedence) {
          best_precedence = p;
          best = static_cast<int>(k);
        }
        want_operand = true;
        break;
      }
      case Token::kDot:
        if (want_operand || k + 1 >= tokens.size() || tokens[k + 1].kind != Token::kOperand)
          return false;
        break;
      case Token::kOperand:
        if (!want_operand && tokens[k - 1].kind != Token::kDot) {
          bool strings = (s[tokens[k - 1].end - 1] == '"' || s[tokens[k - 1].end - 1] == '\'') &&
                         (s[tok.end - 1] == '"' || s[tok.end - 1] == '\'');
          if (!strings) return false;
        }
        want_operand = false;
        break;
      case Token::kGroup:
        if (!want_operand && s[tok.start] == '{') return false;
        want_operand = false;
        break;
      default: return false;
    }
  }
  if (want_operand) return false;
  if (best < 0 && !unary_first) best = power;
  if (best >= 0) {
    const Token& op = tokens[static_cast<size_t>(best)];
    *from = op.start;
    *to = op.start + 1;
    size_t right = tokens[static_cast<size_t>(best) + 1].start;
    if (static_cast<size_t>(best) + 2 == tokens.size()) {
      const Token& last = tokens.back();
      if (last.kind == Token::kGroup && only_groups(s.substr(last.start, last.end - last.start)))
        ++right;
    }
    if (*to < right && !is_blank(s[*to])) ++*to;
    return true;
  }
  if (unary_first || tokens.size() < 2) return false;
  const Token& last = tokens.back();
  if (last.kind != Token::kGroup || s[last.start] != '[') return false;
  *from = last.start;
  *to = last.end;
  return true;
}

}  // namespace

namespace {

// Columns of a terminal, so that the carets stand under what they mean.
size_t columns(std::string_view text) {
  size_t at = 0, n = 0;
  while (at < text.size()) n += display_width(utf8_next(text, &at)) == 2 ? 2 : 1;
  return n;
}

}  // namespace

std::string caret_line(std::string_view line, const SourcePos& pos) {
  if (pos.line <= 0 || pos.end_line <= 0 || pos.col < 0 || pos.end_col < 0) return "";
  auto to_columns = [&](int32_t bytes) {
    return columns(line.substr(0, std::min(static_cast<size_t>(bytes), line.size())));
  };
  size_t indent = 0;
  while (indent < line.size() && is_blank(line[indent])) ++indent;
  size_t length = columns(line);
  size_t start = to_columns(pos.col), end;
  size_t mark_from = 0, mark_to = 0;
  bool parts = false;
  if (pos.line == pos.end_line) {
    end = to_columns(pos.end_col);
    size_t b = std::min(static_cast<size_t>(pos.col), line.size());
    size_t e = std::min(static_cast<size_t>(pos.end_col), line.size());
    if (b < e) {
      std::string_view segment = line.substr(b, e - b);
      size_t from, to;
      if (find_anchor(segment, &from, &to)) {
        parts = true;
        mark_from = start + columns(segment.substr(0, from));
        mark_to = start + columns(segment.substr(0, to));
      }
    }
  } else {
    size_t last = line.find_last_not_of(" \t\f\r");
    end = last == line.npos ? 0 : columns(line.substr(0, last + 1));
  }
  if (end <= start && !parts) {
    if (end - start == length - indent) return "";
  } else if (end - start == length - indent && !parts) {
    return "";
  }
  std::string s(4, ' ');
  for (size_t i = indent; i < end; ++i) {
    if (i < start)
      s += ' ';
    else if (parts)
      s += i >= mark_from && i < mark_to ? '^' : '~';
    else
      s += '^';
  }
  return s + "\n";
}

}  // namespace baton
