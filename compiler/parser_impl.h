// The parser itself: recursive descent with precedence climbing, over the lexer's token array.
//
// It is one class spread over several files by topic: parser.cpp (entry), parser_expr.cpp,
// parser_atom.cpp (brackets and comprehensions), parser_args.cpp (calls and parameters),
// parser_stmt.cpp (simple statements), parser_compound.cpp, parser_pattern.cpp, parser_literal.cpp
// (numbers, strings), parser_fstring.cpp, parser_target.cpp (what may be assigned to) and
// parser_errors.cpp. Only they include this header.
//
// What always holds:
//  * A failure is thrown as ParseFailure, and only `parse()` and `attempt` catch it: nothing else
//    in the parser has to look at results. No exception leaves the compiler.
//  * Every recursion passes a DepthGuard, so stack use is bounded.
//  * Parsing is linear: `attempt` is used where a prefix decides, never nested in itself.
//  * An error that CPython finds after parsing (a repeated argument, say) is `defer`red: it is
//    reported only if the parse succeeds.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/arena.h"
#include "compiler/ast.h"
#include "compiler/interner.h"
#include "compiler/lexer.h"
#include "compiler/parser.h"
#include "compiler/source.h"
#include "compiler/token.h"

namespace baton::syntax {

struct ParseFailure {};

struct Start {
  int line;
  int col;
};

enum class TargetUse { kAssign, kFor, kDelete };

class Parser {
 public:
  Parser(Arena* arena, const SourceText* source);

  /// The whole job. Null when `error()` is set.
  ast::Mod* parse(ParseMode mode);

  const std::optional<SyntaxErrorInfo>& error() const { return error_; }
  bool open_block() const { return open_block_; }

  std::vector<CompileWarning> take_warnings() { return std::move(warnings_); }

 private:
  std::vector<CompileWarning> warnings_;
  std::vector<const char*> warned_at_;  // the escapes in the source that warnings_ are about

  // ---- tokens ----
  const Token& tok() const { return tokens_[pos_]; }
  Tok kind() const { return tokens_[pos_].kind; }
  // The kind `n` tokens on; never past the last token.
  Tok peek(size_t n = 1) const {
    size_t i = pos_ + n;
    return i < tokens_.size() ? tokens_[i].kind : Tok::kEnd;
  }
  bool at(Tok k) const { return kind() == k; }
  void advance() {
    if (!is_layout(kind())) last_ = pos_;
    ++pos_;
  }
  bool accept(Tok k) {
    if (kind() != k) return false;
    advance();
    return true;
  }
  void expect(Tok k) {
    if (!accept(k)) fail_syntax();
  }
  Start start() const { return {static_cast<int>(tok().line), static_cast<int>(tok().col)}; }
  const Token& last() const { return tokens_[last_]; }
  bool at_soft(std::string_view word) const {
    return kind() == Tok::kName && tok().start == word.data();
  }

  // ---- nodes ----
  template <class T>
  T* node(Start s) {
    T* n = arena_->make<T>();
    place(n, s);
    return n;
  }
  // Positions from `s` to the last token consumed.
  void place(ast::Position* n, Start s) const {
    n->line = s.line;
    n->col = s.col;
    n->end_line = static_cast<int>(last().end_line);
    n->end_col = static_cast<int>(last().end_col);
  }
  // Records that `child` (may be null) hangs below `parent`.
  void adopt(ast::Expr* parent, const ast::Expr* child) {
    if (child && child->depth >= parent->depth) {
      parent->depth = static_cast<uint16_t>(child->depth + 1);
      if (parent->depth > ast::kMaxExprDepth) fail_depth(parent);
    }
  }
  void adopt(ast::Expr* parent, ast::ExprList children) {
    for (const ast::Expr* child : children) adopt(parent, child);
  }
  // Lists under construction live on one shared stack; take() pops down to `mark`.
  size_t mark() const { return scratch_.size(); }
  void push(void* item) { scratch_.push_back(item); }
  template <class T>
  ArenaList<T*> take(size_t mark) {
    static_assert(sizeof(T*) == sizeof(void*));
    size_t n = scratch_.size() - mark;
    ArenaList<T*> out;
    if (n) {
      out.data = static_cast<T**>(arena_->allocate(n * sizeof(T*)));
      for (size_t i = 0; i < n; ++i) out.data[i] = static_cast<T*>(scratch_[mark + i]);
      out.size = static_cast<uint32_t>(n);
    }
    scratch_.resize(mark);
    return out;
  }

  class DepthGuard {
   public:
    explicit DepthGuard(Parser* p) : p_(p) {
      if (++p->depth_ > kMaxNesting) {
        --p->depth_;
        p->fail_nesting();
      }
    }
    ~DepthGuard() { --p_->depth_; }
    DepthGuard(const DepthGuard&) = delete;
    DepthGuard& operator=(const DepthGuard&) = delete;

   private:
    Parser* p_;
  };

  struct State {
    size_t pos, last, scratch, tokens;
    int field_depth;
    std::optional<SyntaxErrorInfo> deferred;
  };
  State save() const {
    return {pos_, last_, scratch_.size(), tokens_.size(), field_depth_, deferred_};
  }
  void restore(const State& s) {
    pos_ = s.pos;
    last_ = s.last;
    scratch_.resize(s.scratch);
    tokens_.resize(s.tokens);  // a failure in an f-string's field leaves tokens behind
    field_depth_ = s.field_depth;
    deferred_ = s.deferred;
  }
  // Runs `body`; true if it neither failed nor returned false. Otherwise everything is as it was
  // before, and `failure_` tells how far it came.
  template <class F>
  bool attempt(F body) {
    State s = save();
    try {
      if (body()) return true;
      failure_.reset();
    } catch (const ParseFailure&) {
      failure_ = std::move(error_);
      error_.reset();
    }
    failure_pos_ = pos_;
    note_reach();
    restore(s);
    return false;
  }

  // Keeps how far the parser has looked, for the choice between its errors and the lexer's.
  void note_reach() {
    if (!field_depth_ && pos_ > reach_) reach_ = pos_;
  }

  // `attempt` for the sake of an error message.
  template <class F>
  bool probe(F body) {
    diagnosing_ = true;
    bool ok = attempt(body);
    note_reach();
    diagnosing_ = false;
    return ok;
  }

  // ---- errors (parser_errors.cpp) ----
  [[noreturn]] void fail(const char* type, std::string message, int line, int col, int end_line,
                         int end_col);
  [[noreturn]] void fail_range(std::string message, const ast::Position& a, const ast::Position& b);
  [[noreturn]] void fail_node(std::string message, const ast::Position& a);
  [[noreturn]] void fail_token(std::string message, const Token& t);
  [[noreturn]] void fail_here(std::string message) { fail_token(std::move(message), tok()); }
  [[noreturn]] void fail_syntax();
  [[noreturn]] void fail_nesting();
  [[noreturn]] void fail_depth(const ast::Expr* e);
  [[noreturn]] void fail_async(const char* what);
  void defer(std::string message, const ast::Position& where);
  SyntaxErrorInfo describe(const char* type, std::string message, int line, int col, int end_line,
                           int end_col) const;
  void check_forgotten_comma();
  void check_legacy_statement(ast::Expr* e);
  void check_equals(ast::Expr* a);
  void settle_lexer_error();
  static ast::Position position_of(const Token& t);
  bool at_end_of_input() const;

  // ---- expressions (parser_expr.cpp) ----
  ast::Expr* star_expressions();
  ast::Expr* star_expression();
  ast::Expr* star_named_expression();
  ast::Expr* named_expression();
  ast::Expr* finish_named_expression(ast::Expr* e, Start s);
  ast::Expr* expression();
  ast::Expr* disjunction();
  ast::Expr* conjunction();
  ast::Expr* inversion();
  ast::Expr* comparison();
  ast::Expr* bitwise_or() { return binary(1); }
  ast::Expr* binary(int min_precedence);
  ast::Expr* unary();
  ast::Expr* power();
  ast::Expr* primary();
  ast::Expr* yield_expression();
  ast::Expr* yield_or_star_expressions() {
    return at(Tok::kYield) ? yield_expression() : star_expressions();
  }
  ast::Expr* lambda();
  ast::Expr* slices();
  ast::Expr* slice();
  ast::Expr* make_tuple(Start s, size_t mark);
  ast::NameExpr* name_node();
  bool starts_expression(Tok k) const;

  // ---- brackets (parser_atom.cpp) ----
  ast::Expr* atom();
  ast::Expr* paren_atom();
  ast::Expr* list_atom();
  ast::Expr* brace_atom();
  ast::Expr* dict_rest(Start s, ast::Expr* first_key);
  ast::Expr* dict_comprehension(Start s, ast::Expr* key, ast::Expr* value);
  ast::Expr* dict_value(const Token& colon);
  ArenaList<ast::Comprehension> comprehension_clauses(ast::Expr* owner_depth);
  template <class T>
  T* finish_comprehension(Start s, ast::Expr* element, Tok close);
  bool at_comprehension() const {
    return at(Tok::kFor) || (at(Tok::kAsync) && peek() == Tok::kFor);
  }

  // ---- calls and parameters (parser_args.cpp) ----
  ast::Expr* call(ast::Expr* func, Start s);
  void call_arguments(Start open, bool allow_generator, ast::ExprList* args,
                      ArenaList<ast::Keyword*>* keywords);
  ast::Keyword* node_keyword(Start s);
  ast::Arguments* parameters(Tok close, bool is_lambda);
  ast::Arg* parameter(bool is_lambda, bool star_annotation);
  void check_parenthesized_parameters(bool is_lambda);
  void check_parameter_names(const ast::Arguments* a);

  // ---- literals (parser_literal.cpp, parser_fstring.cpp) ----
  ast::Expr* number();
  ast::Constant* constant(Start s, ast::ConstantKind type);
  ast::Expr* strings();
  struct StringToken {
    Token token;
    std::string_view body;  // between the quotes
    bool raw = false, bytes = false, formatted = false, u = false;
  };
  static StringToken split_string(const Token& t);
  void decode_string(const StringToken& t, std::string_view body, std::string* out);
  void decode_bytes(const StringToken& t, std::string* out);
  bool warn_octal(const StringToken& t, std::string_view body, size_t at);
  void warn_escape(const StringToken& t, std::string_view escape, bool octal);
  [[noreturn]] void fail_escape(const StringToken& t, std::string_view body, size_t from, size_t to,
                                const char* what);
  class FString;
  friend class FString;

  // ---- targets (parser_target.cpp) ----
  ast::Expr* invalid_target(ast::Expr* e, TargetUse use);
  void set_context(ast::Expr* e, ast::ExprContext ctx);
  void make_target(ast::Expr* e, TargetUse use);
  ast::Expr* target_list();
  ast::Expr* star_target();
  static const char* describe_kind(const ast::Expr* e);
  void check_name(ast::Name name, const ast::Position& where);

  // ---- statements (parser_stmt.cpp, parser_compound.cpp) ----
  void statement();
  void simple_statements();
  ast::Stmt* simple_statement();
  ast::Stmt* expression_statement();
  ast::Stmt* assignment(ast::Expr* first, Start s);
  ast::Stmt* annotated_assignment(ast::Expr* target, Start s);
  ast::Stmt* augmented_assignment(ast::Expr* target, Start s);
  ast::Stmt* return_statement();
  ast::Stmt* raise_statement();
  ast::Stmt* delete_statement();
  ast::Stmt* assert_statement();
  ast::Stmt* import_statement();
  ast::Stmt* from_statement();
  template <class T>
  ast::Stmt* scope_statement();
  ast::Name dotted_name();
  ast::Name identifier();

  ast::StmtList block(const char* after, int line);
  void expect_colon(bool forced = false);
  ast::Stmt* if_statement();
  ast::Stmt* while_statement();
  ast::Stmt* for_statement();
  ast::Stmt* with_statement();
  ast::WithItem with_item();
  ast::Stmt* try_statement();
  ast::ExceptHandler* except_clause(bool* star);
  ast::Stmt* decorated();
  ast::Stmt* function(ast::ExprList decorators);
  ast::Stmt* class_statement(ast::ExprList decorators);
  ast::Stmt* match_statement();
  ast::MatchCase match_case();
  ast::StmtList else_block();
  class BlockCount;
  friend class BlockCount;

  // ---- patterns (parser_pattern.cpp) ----
  ast::Pattern* case_patterns();
  ast::Pattern* maybe_star_pattern();
  ast::Pattern* pattern();
  ast::Pattern* or_pattern();
  ast::Pattern* closed_pattern();
  ast::Pattern* bracket_pattern(Tok close);
  ast::Pattern* mapping_pattern();
  ast::Pattern* class_pattern(ast::Expr* cls, Start s);
  ast::Pattern* value_pattern();
  ast::Pattern* name_pattern();
  ast::Expr* pattern_number();
  ast::Expr* signed_number();
  ast::Expr* mapping_key();
  ast::Expr* pattern_dotted_name();
  ast::Name capture_name();

  static constexpr int kNoEnd = -2;         // an end column that SyntaxError gives as 0
  static constexpr int kMaxNesting = 1000;  // guarded recursions alive at once

  Arena* arena_;
  const SourceText* source_;
  Interner names_;
  std::vector<Token> tokens_;
  size_t pos_ = 0;
  size_t last_ = 0;  // the last token consumed that is not layout
  std::vector<void*> scratch_;
  int depth_ = 0;
  int blocks_ = 0;       // loops, withs and tries around this point of the function
  int field_depth_ = 0;  // f-string replacement fields being parsed, one inside another
  bool open_block_ = false;

  // The latest disjunction and the token that follows it, for "Perhaps you forgot a comma?".
  ast::Expr* last_disjunction_ = nullptr;
  size_t last_disjunction_start_ = 0;
  size_t last_disjunction_end_ = 0;

  std::optional<SyntaxErrorInfo> error_;
  std::optional<SyntaxErrorInfo> deferred_;
  std::optional<SyntaxErrorInfo> failure_;
  size_t failure_pos_ = 0;
  // Set while an error is being looked into: errors met on the way are not looked into in turn, so
  // that diagnosing takes linear time.
  bool diagnosing_ = false;
  size_t reach_ = 0;

  bool lex_failed_ = false;
  LexError lex_error_;
  char open_bracket_ = 0;
  int open_bracket_line_ = 0;
  int open_bracket_col_ = 0;

  // Interned spellings compared by address.
  std::string_view match_, case_, underscore_, print_, exec_, debug_;
};

}  // namespace baton::syntax
