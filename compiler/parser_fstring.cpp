// Strings as the parser sees them: adjacent literals joined, and f-strings, whose replacement
// fields are lexed and parsed as expressions of their own (as 3.11 does: no backslash, no comment
// and not the string's own quotes inside a field).
//
// A field's tokens are appended to the token array while it is parsed and dropped afterwards, so
// nothing here may keep a reference into the array. See parser_impl.h.
#include "compiler/parser_impl.h"

namespace baton::syntax {

using namespace ast;

// Collects the parts of one or more adjacent literals, at least one of them an f-string.
class Parser::FString {
 public:
  FString(Parser* p, const Position& whole, bool u) : p_(p), whole_(whole), u_(u) {}

  void add_literal(const StringToken& t) { p_->decode_string(t, t.body, &pending_); }

  void add_formatted(const StringToken& t) {
    token_ = &t;
    seen_ = t.token.start;
    line_ = static_cast<int>(t.token.line);
    col_ = static_cast<int>(t.token.col);
    const char* at = t.body.data();
    parse(&at, at + t.body.size(), 0);
  }

  JoinedStr* finish() {
    flush();
    auto* n = p_->arena_->make<JoinedStr>();
    static_cast<Position&>(*n) = whole_;
    n->values = p_->arena_->list(parts_);
    p_->adopt(n, n->values);
    return n;
  }

 private:
  static constexpr int kMaxBrackets = 200;

  // At the token after the literals, as CPython has it.
  [[noreturn]] void fail(const std::string& message) { p_->fail_here(message); }

  Constant* make_constant(const std::string& text) {
    auto* c = p_->arena_->make<Constant>();
    static_cast<Position&>(*c) = whole_;
    c->type = ConstantKind::kStr;
    c->text = p_->arena_->copy(text);
    c->u_prefix = u_;
    return c;
  }

  void flush() {
    if (pending_.empty()) return;
    parts_.push_back(make_constant(pending_));
    pending_.clear();
  }

  // Literal text and fields up to `end`, or, in a format spec (level > 0), up to its `}`.
  void parse(const char** at, const char* end, int level) {
    for (;;) {
      literal(at, end, level);
      if (*at >= end || **at == '}') return;
      field(at, end, level);
    }
  }

  // Up to `end` or to a brace that opens or closes a field.
  void literal(const char** at, const char* end, int level) {
    const char* p = *at;
    const char* start = p;
    auto decode = [&](const char* to) {
      p_->decode_string(*token_, {start, static_cast<size_t>(to - start)}, &pending_);
    };
    while (p < end) {
      char c = *p;
      if (c == '\\' && !token_->raw && p + 1 < end) {
        if (p[1] == 'N' && p + 2 < end && p[2] == '{') {
          while (p < end && *p != '}') ++p;
          if (p < end) ++p;
        } else if (p[1] == '{' || p[1] == '}') {
          ++p;  // the backslash stands for itself and the brace is a brace
        } else {
          p += 2;
        }
        continue;
      }
      if (c == '{' || c == '}') {
        if (level == 0) {
          if (p + 1 < end && p[1] == c) {
            decode_before_brace(start, p + 1);
            p += 2;
            start = p;
            continue;
          }
          if (c == '}') fail("f-string: single '}' is not allowed");
        }
        decode_before_brace(start, p);
        *at = p;
        return;
      }
      ++p;
    }
    decode(p);
    *at = p;
  }

  // Like decode, but a backslash right before the end is literal (it stood before a brace).
  void decode_before_brace(const char* start, const char* end) {
    if (token_->raw) {
      pending_.append(start, end);
      return;
    }
    // Text that ends in `\{` or `\}`, its brace included when it was doubled.
    const char* last = end;
    bool brace = last > start && (last[-1] == '{' || last[-1] == '}');
    const char* slash = brace ? last - 1 : last;
    size_t slashes = 0;
    while (slash - slashes > start && slash[-1 - static_cast<ptrdiff_t>(slashes)] == '\\') {
      ++slashes;
    }
    if (slashes % 2 == 0) {
      p_->decode_string(*token_, {start, static_cast<size_t>(end - start)}, &pending_);
      return;
    }
    const char* cut = slash - 1;
    p_->decode_string(*token_, {start, static_cast<size_t>(cut - start)}, &pending_);
    pending_.append(cut, end);
  }

  // Moves the position cursor to `p`, which must not lie before it.
  Start position(const char* p) {
    for (; seen_ < p; ++seen_) {
      if (*seen_ == '\n') {
        ++line_;
        col_ = 0;
      } else {
        ++col_;
      }
    }
    return {line_, col_};
  }

  // Finds where the expression that starts at `p` ends; checks its brackets and quotes.
  const char* expression_end(const char* p, const char* end) {
    char brackets[kMaxBrackets];
    int depth = 0;
    char quote = 0;
    int quotes = 0;
    for (; p < end; ++p) {
      char c = *p;
      if (c == '\\') fail("f-string expression part cannot include a backslash");
      if (quote) {
        if (c != quote) continue;
        if (quotes == 3) {
          if (p + 2 < end && p[1] == c && p[2] == c) {
            p += 2;
            quote = 0;
          }
        } else {
          quote = 0;
        }
        continue;
      }
      switch (c) {
        case '\'':
        case '"':
          quote = c;
          quotes = 1;
          if (p + 2 < end && p[1] == c && p[2] == c) {
            quotes = 3;
            p += 2;
          }
          continue;
        case '(':
        case '[':
        case '{':
          if (depth >= kMaxBrackets) fail("f-string: too many nested parenthesis");
          brackets[depth++] = c;
          continue;
        case '#': fail("f-string expression part cannot include '#'");
        case '!':
        case ':':
        case '=':
        case '<':
        case '>':
          if (depth) continue;
          if (p + 1 < end && p[1] == '=' && c != ':') {
            ++p;
            continue;
          }
          if (c == '<' || c == '>') continue;
          return p;
        case '}':
          if (depth == 0) return p;
          [[fallthrough]];
        case ')':
        case ']': {
          if (depth == 0) fail(std::string("f-string: unmatched '") + c + "'");
          char open = brackets[--depth];
          if ((open == '(' && c != ')') || (open == '[' && c != ']') || (open == '{' && c != '}')) {
            fail(std::string("f-string: closing parenthesis '") + c +
                 "' does not match opening parenthesis '" + open + "'");
          }
          continue;
        }
        default: continue;
      }
    }
    if (quote) fail("f-string: unterminated string");
    if (depth) { fail(std::string("f-string: unmatched '") + brackets[depth - 1] + "'"); }
    return p;
  }

  // The expression in [from, to), whose brace stands right before `from`.
  Expr* expression(const char* from, const char* to) {
    Start brace = position(from - 1);
    Start end = position(to);
    bool blank = true;
    for (const char* p = from; p < to && blank; ++p) {
      blank = *p == ' ' || *p == '\t' || *p == '\n' || *p == '\f';
    }
    if (blank) {
      if (to < token_->body.data() + token_->body.size() &&
          (*to == '!' || *to == ':' || *to == '=')) {
        fail(std::string("f-string: expression required before '") + *to + "'");
      }
      fail("f-string: empty expression not allowed");
    }
    // The lexer wants a NUL behind its text.
    std::string_view text = p_->arena_->copy(std::string(from, to) + '\0');
    text.remove_suffix(1);

    size_t tokens = p_->tokens_.size();
    size_t pos = p_->pos_, last = p_->last_;
    ++p_->field_depth_;
    Lexer lexer(text, &p_->names_, &p_->tokens_);
    if (!lexer.run_field(brace.line, brace.col, end.line, end.col)) {
      const LexError& e = lexer.error();
      p_->error_ = p_->describe(e.type, "", e.line, 0, e.line, -1);
      p_->error_->message = e.message;
      p_->error_->col = e.col;
      p_->error_->end_col = e.end_col;
      throw ParseFailure{};
    }
    p_->pos_ = tokens;
    p_->last_disjunction_ = nullptr;
    Expr* e = p_->paren_atom();
    if (!p_->at(Tok::kEnd)) p_->fail_syntax();
    p_->last_disjunction_ = nullptr;
    p_->tokens_.resize(tokens);
    p_->pos_ = pos;
    p_->last_ = last;
    --p_->field_depth_;
    return e;
  }

  // A replacement field, at its brace.
  void field(const char** at, const char* end, int level) {
    if (level >= 2) fail("f-string: expressions nested too deeply");
    DepthGuard guard(p_);
    const char* from = *at + 1;
    const char* p = expression_end(from, end);
    if (p >= end) fail("f-string: expecting '}'");
    Expr* value = expression(from, p);

    auto* n = p_->arena_->make<FormattedValue>();
    static_cast<Position&>(*n) = whole_;
    n->value = value;
    bool debug = false;
    if (*p == '=') {
      debug = true;
      ++p;
      while (p < end && (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\f')) ++p;
      pending_.append(from, p);
    }
    flush();
    if (p < end && *p == '!') {
      ++p;
      if (p >= end) fail("f-string: expecting '}'");
      if (*p != 's' && *p != 'r' && *p != 'a') {
        fail("f-string: invalid conversion character: expected 's', 'r', or 'a'");
      }
      n->conversion = static_cast<unsigned char>(*p++);
    }
    if (p < end && *p == ':') {
      ++p;
      n->format_spec = spec(&p, end, level + 1);
    }
    if (p >= end || *p != '}') fail("f-string: expecting '}'");
    *at = p + 1;
    if (debug && !n->format_spec && n->conversion < 0) n->conversion = 'r';
    p_->adopt(n, n->value);
    p_->adopt(n, n->format_spec);
    parts_.push_back(n);
  }

  Expr* spec(const char** at, const char* end, int level) {
    std::vector<Expr*> outer;
    outer.swap(parts_);
    // A spec has the position of its own literal, not of all the literals joined.
    Position whole = whole_;
    whole_ = position_of(token_->token);
    parse(at, end, level);
    JoinedStr* n = finish();
    whole_ = whole;
    parts_.swap(outer);
    return n;
  }

  Parser* p_;
  Position whole_;
  bool u_;
  const StringToken* token_ = nullptr;
  std::vector<Expr*> parts_;
  std::string pending_;
  // Where `seen_` is in the source: only ever moves forward, so positions cost linear time.
  const char* seen_ = nullptr;
  int line_ = 0;
  int col_ = 0;
};

Expr* Parser::strings() {
  Start s = start();
  if (peek() != Tok::kString) {  // one literal, no f-string: the common case
    StringToken t = split_string(tok());
    if (!t.formatted) {
      Constant* n = nullptr;
      if (t.bytes || (!t.raw && t.body.find('\\') != std::string_view::npos)) {
        std::string value;
        t.bytes ? decode_bytes(t, &value) : decode_string(t, t.body, &value);
        advance();
        n = constant(s, t.bytes ? ConstantKind::kBytes : ConstantKind::kStr);
        n->text = arena_->copy(value);
      } else {
        advance();
        n = constant(s, ConstantKind::kStr);
        n->text = field_depth_ ? t.body : arena_->copy(t.body);
      }
      n->u_prefix = t.u;
      return n;
    }
  }
  std::vector<StringToken> all;
  bool formatted = false;
  while (at(Tok::kString)) {
    StringToken t = split_string(tok());
    if (!all.empty() && all[0].bytes != t.bytes) {
      fail_here("cannot mix bytes and nonbytes literals");
    }
    formatted |= t.formatted;
    all.push_back(t);
    advance();
  }
  Position whole;
  place(&whole, s);
  bool u = all[0].u;
  if (!formatted) {
    std::string value;
    for (const StringToken& t : all) {
      t.bytes ? decode_bytes(t, &value) : decode_string(t, t.body, &value);
    }
    auto* n = constant(s, all[0].bytes ? ConstantKind::kBytes : ConstantKind::kStr);
    n->text = arena_->copy(value);
    n->u_prefix = u;
    return n;
  }
  FString f(this, whole, u);
  for (const StringToken& t : all) { t.formatted ? f.add_formatted(t) : f.add_literal(t); }
  return f.finish();
}

}  // namespace baton::syntax
