// The lexer: kinds, extents and layout of tokens; names; how it fails.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "compiler/lexer.h"

using namespace baton;
using namespace baton::syntax;

namespace {

struct Lexed {
  Arena arena;
  Interner names{&arena};
  std::string text;
  std::vector<Token> tokens;
  LexError error;
  bool ok;

  explicit Lexed(std::string source) : text(std::move(source)) {
    Lexer lexer(text, &names, &tokens);
    ok = lexer.run_file();
    error = lexer.error();
  }

  std::vector<Tok> kinds() const {
    std::vector<Tok> out;
    for (const Token& t : tokens) out.push_back(t.kind);
    return out;
  }
};

using Kinds = std::vector<Tok>;

}  // namespace

TEST_CASE("operators are read greedily") {
  Lexed l("a**=b//c->:=...<<=>>!=@=");
  CHECK(l.ok);
  CHECK(l.kinds() == Kinds{Tok::kName, Tok::kDoubleStarEqual, Tok::kName, Tok::kDoubleSlash,
                           Tok::kName, Tok::kArrow, Tok::kColonEqual, Tok::kEllipsis,
                           Tok::kLeftShiftEqual, Tok::kRightShift, Tok::kNotEqual, Tok::kAtEqual,
                           Tok::kNewline, Tok::kEnd});
}

TEST_CASE("keywords, soft keywords and prefixes") {
  Lexed l("if match None rb'x' Br\"y\" ur'z' nonlocal_");
  CHECK(l.ok);
  CHECK(l.kinds() == Kinds{Tok::kIf, Tok::kName, Tok::kNone, Tok::kString, Tok::kString, Tok::kName,
                           Tok::kString, Tok::kName, Tok::kNewline, Tok::kEnd});
  CHECK(l.tokens[3].text() == "rb'x'");
}

TEST_CASE("names are normalised and interned") {
  Lexed l("\uFB01 fi \u00e9 e\u0301 \uFF44\uFF45\uFF46");
  CHECK(l.ok);
  CHECK(l.tokens[0].text() == "fi");
  CHECK(l.tokens[0].start == l.tokens[1].start);
  CHECK(l.tokens[2].start == l.tokens[3].start);
  CHECK(l.tokens[4].kind == Tok::kName);  // full-width letters do not make a keyword
  CHECK(l.tokens[4].text() == "def");
  CHECK(l.tokens[2].col == 7);
  CHECK(l.tokens[2].end_col == 9);
}

TEST_CASE("layout") {
  Lexed l("if a:\n  b\n\n  # c\n    # d\n  if e:\n\t  f\ng");
  CHECK(l.ok);
  CHECK(l.kinds() == Kinds{Tok::kIf, Tok::kName, Tok::kColon, Tok::kNewline, Tok::kIndent,
                           Tok::kName, Tok::kNewline, Tok::kIf, Tok::kName, Tok::kColon,
                           Tok::kNewline, Tok::kIndent, Tok::kName, Tok::kNewline, Tok::kDedent,
                           Tok::kDedent, Tok::kName, Tok::kNewline, Tok::kEnd});
}

TEST_CASE("blocks are closed at the end of the input") {
  Lexed l("if a:\n  if b:\n    c");
  CHECK(l.ok);
  Kinds k = l.kinds();
  REQUIRE(k.size() > 4);
  CHECK(Kinds(k.end() - 4, k.end()) == Kinds{Tok::kNewline, Tok::kDedent, Tok::kDedent, Tok::kEnd});
  CHECK(Lexed("").kinds() == Kinds{Tok::kEnd});
  CHECK(Lexed("# only\n\n  # comments").kinds() == Kinds{Tok::kEnd});
}

TEST_CASE("lines join inside brackets and after backslashes") {
  Lexed l("x = [a,  # one\n\n  b]\ny = 1 + \\\n  2\n");
  CHECK(l.ok);
  int newlines = 0;
  for (const Token& t : l.tokens) newlines += t.kind == Tok::kNewline;
  CHECK(newlines == 2);
  CHECK(l.tokens[5].line == 3);
  CHECK(l.tokens[5].col == 2);
  CHECK(l.tokens[5].level == 1);
  CHECK(l.tokens[6].level == 0);
}

TEST_CASE("strings that span lines") {
  Lexed l("x = '''a\nb''' 'c\\\nd' z");
  CHECK(l.ok);
  CHECK(l.tokens[2].line == 1);
  CHECK(l.tokens[2].end_line == 2);
  CHECK(l.tokens[2].end_col == 4);
  CHECK(l.tokens[3].end_line == 3);
  CHECK(l.tokens[4].line == 3);
  CHECK(l.tokens[4].col == 3);
}

TEST_CASE("numbers") {
  for (const char* good : {"0", "00_0", "1_000", "0xDEAD_beef", "0b1_0", "0O17", "1.", ".5", "1e5",
                           "1_0.0_1E-1_0", "1j", "0_1.5", "09.5", "09e1", "07j", "1if"}) {
    CAPTURE(good);
    Lexed l(good);
    CHECK(l.ok);
    CHECK(l.tokens[0].kind == Tok::kNumber);
  }
  Lexed member("1 .real");
  CHECK(member.ok);
  CHECK(member.kinds()[1] == Tok::kDot);
  Lexed keyword("1else");
  CHECK(keyword.tokens[0].text() == "1");
  CHECK(keyword.tokens[1].kind == Tok::kElse);
  for (const char* bad : {"1__0", "1_", "0x", "0x_", "0b12", "0o8", "1e+", "1.e_", "1a", "1_a",
                          "0xg", "1.real", "012", "1\u00e9"}) {
    CAPTURE(bad);
    Lexed l(bad);
    CHECK_FALSE(l.ok);
    CHECK(l.tokens.back().kind == Tok::kError);
  }
}

TEST_CASE("failures say where, and whether more input could help") {
  auto fails = [](const char* source, const char* type, const char* message, bool at_end) {
    CAPTURE(source);
    Lexed l(source);
    CHECK_FALSE(l.ok);
    CHECK(std::string(l.error.type) == type);
    CHECK(l.error.message == message);
    CHECK(l.error.at_end == at_end);
    CHECK(l.tokens.back().kind == Tok::kError);
  };
  const char* unterminated = "unterminated string literal (detected at line 1)";
  fails("'abc", "SyntaxError", unterminated, false);
  fails("'abc\nd'", "SyntaxError", unterminated, false);
  fails("x = '\\\n", "SyntaxError", unterminated, true);
  fails("'''abc\n\n", "SyntaxError",
        "unterminated triple-quoted string literal (detected at line 2)", true);
  fails("(1,", "SyntaxError", "unexpected EOF while parsing", true);
  fails("(1]", "SyntaxError", "closing parenthesis ']' does not match opening parenthesis '('",
        false);
  fails("x }", "SyntaxError", "unmatched '}'", false);
  fails("x = 1 \\ ", "SyntaxError", "unexpected character after line continuation character",
        false);
  fails("x = 1 \\\n", "SyntaxError", "unexpected EOF while parsing", true);
  fails("if a:\n    b\n  c\n", "IndentationError",
        "unindent does not match any outer indentation level", false);
  fails("if a:\n\tb\n        c\n", "TabError", "inconsistent use of tabs and spaces in indentation",
        false);
  fails("x = \u20ac", "SyntaxError", "invalid character '\u20ac' (U+20AC)", false);
  fails("x\u00a0= 1", "SyntaxError", "invalid non-printable character U+00A0", false);
  fails("a\x01", "SyntaxError", "invalid non-printable character U+0001", false);
}

TEST_CASE("two hundred brackets, one hundred indents") {
  CHECK(Lexed(std::string(200, '(') + std::string(200, ')')).ok);
  CHECK(Lexed(std::string(201, '(')).error.message == "too many nested parentheses");
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += std::string(static_cast<size_t>(i), ' ') + "if x:\n";
  CHECK(Lexed(deep).ok);
  deep += std::string(100, ' ') + "x\n";
  CHECK(Lexed(deep).error.message == "too many levels of indentation");
}
