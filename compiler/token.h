// The tokens of the language, and the two tables about them that more than one file needs.
//
// A token is 32 bytes of plain data. `text` points at the source, or, for names, at the interned
// and normalised spelling.
#pragma once

#include <cstdint>
#include <string_view>

namespace baton::syntax {

// clang-format off
#define BATON_KEYWORDS(X)                                                                          \
  X(kFalse, "False") X(kNone, "None") X(kTrue, "True") X(kAnd, "and") X(kAs, "as")                  \
  X(kAssert, "assert") X(kAsync, "async") X(kAwait, "await") X(kBreak, "break")                     \
  X(kClass, "class") X(kContinue, "continue") X(kDef, "def") X(kDel, "del") X(kElif, "elif")        \
  X(kElse, "else") X(kExcept, "except") X(kFinally, "finally") X(kFor, "for") X(kFrom, "from")      \
  X(kGlobal, "global") X(kIf, "if") X(kImport, "import") X(kIn, "in") X(kIs, "is")                  \
  X(kLambda, "lambda") X(kNonlocal, "nonlocal") X(kNot, "not") X(kOr, "or") X(kPass, "pass")        \
  X(kRaise, "raise") X(kReturn, "return") X(kTry, "try") X(kWhile, "while") X(kWith, "with")        \
  X(kYield, "yield")

enum class Tok : uint8_t {
  kEnd,      // end of input
  kError,    // where the lexer gave up
  kNewline, kIndent, kDedent,
  kName, kNumber, kString,
  // brackets and punctuation
  kLParen, kRParen, kLSquare, kRSquare, kLBrace, kRBrace,
  kComma, kColon, kSemicolon, kDot, kEllipsis, kArrow, kColonEqual, kEqual, kAt, kTilde, kStray,
  // binary operators, from loose to tight
  kVBar, kCircumflex, kAmper, kLeftShift, kRightShift, kPlus, kMinus, kStar, kSlash, kDoubleSlash,
  kPercent, kDoubleStar,
  // comparisons
  kLess, kLessEqual, kGreater, kGreaterEqual, kEqEqual, kNotEqual,
  // augmented assignment, in the order of ast::Operator
  kPlusEqual, kMinusEqual, kStarEqual, kAtEqual, kSlashEqual, kPercentEqual, kDoubleStarEqual,
  kLeftShiftEqual, kRightShiftEqual, kVBarEqual, kCircumflexEqual, kAmperEqual, kDoubleSlashEqual,
#define BATON_ENUMERATOR(id, text) id,
  BATON_KEYWORDS(BATON_ENUMERATOR)
#undef BATON_ENUMERATOR
};
// clang-format on

struct Token {
  Tok kind;
  uint8_t level;                          // how many brackets are open after it
  uint32_t line, col, end_line, end_col;  // as in ast.h
  uint32_t length;
  const char* start;

  std::string_view text() const { return {start, length}; }
};

/// NEWLINE, INDENT, DEDENT: tokens a statement's end position does not count.
inline bool is_layout(Tok kind) { return kind >= Tok::kNewline && kind <= Tok::kDedent; }

inline bool is_augmented_assignment(Tok kind) {
  return kind >= Tok::kPlusEqual && kind <= Tok::kDoubleSlashEqual;
}

}  // namespace baton::syntax
