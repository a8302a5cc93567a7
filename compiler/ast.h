// The syntax tree: what the parser hands to the scope pass and the code generator.
//
// Nodes carry the names and fields of CPython 3.11's `ast` module, so its documentation is the
// documentation of this file. They live in the Arena of the ParseResult, are plain structs with a
// `kind`, and are cast down with `as<T>(node)`.
//
// What always holds:
//  * Lines are 1-based, columns are 0-based byte offsets into the line as UTF-8, ends are exclusive.
//  * A name (`Name`) is NFKC-normalised, never empty, and interned per parse: equal names have the
//    same `data()`. An empty Name stands for an absent optional identifier.
//  * An optional child that is absent is a null pointer.
//  * No tree is deeper than kMaxExprDepth expressions (a left-leaning `a + b + c + ...` is the one
//    way to come near it), nor has more than 200 nested brackets, 100 levels of indentation.
//    A chain of `elif` is nested `If`s in `orelse`, without such a limit: walk it with a loop.
//  * `async` and `await` are refused by the parser, so the tree has no node for them.
//  * Names and attributes are not mangled (`__x` in a class stays `__x`): the scope pass does that.
//  * Nothing is folded: `-1` is UnaryOp(USub, 1), as in CPython's ast.
//
// What does not belong here: symbol tables, code, values of the run time.
// No lock is involved: a tree belongs to one parse.
#pragma once

#include <cassert>
#include <cstdint>
#include <string>
#include <string_view>

#include "compiler/arena.h"

namespace baton::ast {

using Name = std::string_view;

/// The deepest expression tree the parser lets through.
inline constexpr int kMaxExprDepth = 6000;

struct Position {
  int line = 0;
  int col = 0;
  int end_line = 0;
  int end_col = 0;
};

enum class ExprContext : uint8_t { kLoad, kStore, kDel };
enum class BoolOperator : uint8_t { kAnd, kOr };
enum class Operator : uint8_t {
  kAdd,
  kSub,
  kMult,
  kMatMult,
  kDiv,
  kMod,
  kPow,
  kLShift,
  kRShift,
  kBitOr,
  kBitXor,
  kBitAnd,
  kFloorDiv,
};
enum class UnaryOperator : uint8_t { kInvert, kNot, kUAdd, kUSub };
enum class CmpOperator : uint8_t { kEq, kNotEq, kLt, kLtE, kGt, kGtE, kIs, kIsNot, kIn, kNotIn };

// clang-format off
#define BATON_EXPR_KINDS(X)                                                                        \
  X(BoolOp) X(NamedExpr) X(BinOp) X(UnaryOp) X(Lambda) X(IfExp) X(Dict) X(Set) X(ListComp)          \
  X(SetComp) X(DictComp) X(GeneratorExp) X(Yield) X(YieldFrom) X(Compare) X(Call)                   \
  X(FormattedValue) X(JoinedStr) X(Constant) X(Attribute) X(Subscript) X(Starred) X(NameExpr)       \
  X(List) X(Tuple) X(Slice)
#define BATON_STMT_KINDS(X)                                                                        \
  X(FunctionDef) X(ClassDef) X(Return) X(Delete) X(Assign) X(AugAssign) X(AnnAssign) X(For)         \
  X(While) X(If) X(With) X(Match) X(Raise) X(Try) X(TryStar) X(Assert) X(Import) X(ImportFrom)      \
  X(Global) X(Nonlocal) X(ExprStmt) X(Pass) X(Break) X(Continue)
#define BATON_PATTERN_KINDS(X)                                                                     \
  X(MatchValue) X(MatchSingleton) X(MatchSequence) X(MatchMapping) X(MatchClass) X(MatchStar)       \
  X(MatchAs) X(MatchOr)
// clang-format on

#define BATON_ENUMERATOR(name) k##name,
enum class ExprKind : uint8_t { BATON_EXPR_KINDS(BATON_ENUMERATOR) };
enum class StmtKind : uint8_t { BATON_STMT_KINDS(BATON_ENUMERATOR) };
enum class PatternKind : uint8_t { BATON_PATTERN_KINDS(BATON_ENUMERATOR) };
#undef BATON_ENUMERATOR

struct Expr : Position {
  ExprKind kind;
  bool parenthesized = false;  // written within its own brackets; only error wording looks at it
  uint16_t depth = 1;          // 1 + the deepest child's

  explicit Expr(ExprKind k) : kind(k) {}
};

struct Stmt : Position {
  StmtKind kind;

  explicit Stmt(StmtKind k) : kind(k) {}
};

struct Pattern : Position {
  PatternKind kind;

  explicit Pattern(PatternKind k) : kind(k) {}
};

/// Cast down: the node must be a T (checked in debug builds).
template <class T, class Node>
T* as(Node* node) {
  assert(node->kind == T::kKind);
  return static_cast<T*>(node);
}
template <class T, class Node>
const T* as(const Node* node) {
  assert(node->kind == T::kKind);
  return static_cast<const T*>(node);
}
/// Cast down if it is one: null when `node` is null or another kind.
template <class T, class Node>
T* dyn(Node* node) {
  return node && node->kind == T::kKind ? static_cast<T*>(node) : nullptr;
}
template <class T, class Node>
const T* dyn(const Node* node) {
  return node && node->kind == T::kKind ? static_cast<const T*>(node) : nullptr;
}

using ExprList = ArenaList<Expr*>;
using StmtList = ArenaList<Stmt*>;
using PatternList = ArenaList<Pattern*>;
using NameList = ArenaList<Name>;

#define BATON_EXPR(name)                               \
  static constexpr ExprKind kKind = ExprKind::k##name; \
  name() : Expr(kKind) {}
#define BATON_STMT(name)                               \
  static constexpr StmtKind kKind = StmtKind::k##name; \
  name() : Stmt(kKind) {}
#define BATON_PATTERN(name)                                  \
  static constexpr PatternKind kKind = PatternKind::k##name; \
  name() : Pattern(kKind) {}

// ---- parts that are neither expressions nor statements ---------------------------------------

/// One parameter of a function or lambda.
struct Arg : Position {
  Name arg;
  Expr* annotation = nullptr;
};

struct Arguments {
  ArenaList<Arg*> posonlyargs;
  ArenaList<Arg*> args;
  Arg* vararg = nullptr;
  ArenaList<Arg*> kwonlyargs;
  ExprList kw_defaults;  // as long as kwonlyargs; null where there is no default
  Arg* kwarg = nullptr;
  ExprList defaults;  // of the last so many of posonlyargs + args
};

/// `name=value` in a call or class statement; `**value` when `arg` is empty.
struct Keyword : Position {
  Name arg;
  Expr* value = nullptr;
};

/// `for target in iter if ...` of a comprehension.
struct Comprehension {
  Expr* target = nullptr;
  Expr* iter = nullptr;
  ExprList ifs;
};

/// `name as asname`; `name` may be dotted ("a.b"), or "*" in `from m import *`.
struct Alias : Position {
  Name name;
  Name asname;
};

struct WithItem {
  Expr* context_expr = nullptr;
  Expr* optional_vars = nullptr;
};

struct ExceptHandler : Position {
  Expr* type = nullptr;
  Name name;
  StmtList body;
};

struct MatchCase {
  Pattern* pattern = nullptr;
  Expr* guard = nullptr;
  StmtList body;
};

// ---- expressions -----------------------------------------------------------------------------

struct BoolOp : Expr {
  BATON_EXPR(BoolOp)
  BoolOperator op{};
  ExprList values;  // two or more: `a and b and c` is one node
};

struct NamedExpr : Expr {
  BATON_EXPR(NamedExpr)
  Expr* target = nullptr;  // always a NameExpr
  Expr* value = nullptr;
};

struct BinOp : Expr {
  BATON_EXPR(BinOp)
  Expr* left = nullptr;
  Operator op{};
  Expr* right = nullptr;
};

struct UnaryOp : Expr {
  BATON_EXPR(UnaryOp)
  UnaryOperator op{};
  Expr* operand = nullptr;
};

struct Lambda : Expr {
  BATON_EXPR(Lambda)
  Arguments* args = nullptr;  // never null
  Expr* body = nullptr;
};

struct IfExp : Expr {
  BATON_EXPR(IfExp)
  Expr* test = nullptr;
  Expr* body = nullptr;
  Expr* orelse = nullptr;
};

struct Dict : Expr {
  BATON_EXPR(Dict)
  ExprList keys;  // as long as values; null stands for `**value`
  ExprList values;
};

struct Set : Expr {
  BATON_EXPR(Set)
  ExprList elts;
};

struct ListComp : Expr {
  BATON_EXPR(ListComp)
  Expr* elt = nullptr;
  ArenaList<Comprehension> generators;  // one or more
};

struct SetComp : Expr {
  BATON_EXPR(SetComp)
  Expr* elt = nullptr;
  ArenaList<Comprehension> generators;
};

struct DictComp : Expr {
  BATON_EXPR(DictComp)
  Expr* key = nullptr;
  Expr* value = nullptr;
  ArenaList<Comprehension> generators;
};

struct GeneratorExp : Expr {
  BATON_EXPR(GeneratorExp)
  Expr* elt = nullptr;
  ArenaList<Comprehension> generators;
};

struct Yield : Expr {
  BATON_EXPR(Yield)
  Expr* value = nullptr;  // optional
};

struct YieldFrom : Expr {
  BATON_EXPR(YieldFrom)
  Expr* value = nullptr;
};

struct Compare : Expr {
  BATON_EXPR(Compare)
  Expr* left = nullptr;
  ArenaList<CmpOperator> ops;  // one or more
  ExprList comparators;        // as long as ops
};

struct Call : Expr {
  BATON_EXPR(Call)
  Expr* func = nullptr;
  ExprList args;  // `*x` is a Starred
  ArenaList<Keyword*> keywords;
};

/// `{value!r:spec}` inside an f-string.
struct FormattedValue : Expr {
  BATON_EXPR(FormattedValue)
  Expr* value = nullptr;
  int conversion = -1;          // -1, 's', 'r' or 'a'
  Expr* format_spec = nullptr;  // a JoinedStr, optional
};

/// An f-string, literal neighbours joined in: Constant strings and FormattedValues.
struct JoinedStr : Expr {
  BATON_EXPR(JoinedStr)
  ExprList values;
};

enum class ConstantKind : uint8_t {
  kNone,
  kTrue,
  kFalse,
  kEllipsis,
  kInt,
  kBigInt,
  kFloat,
  kComplex,
  kStr,
  kBytes,
};

struct Constant : Expr {
  BATON_EXPR(Constant)
  ConstantKind type = ConstantKind::kNone;
  bool u_prefix = false;  // u'...': ast's kind='u'
  uint8_t base = 10;      // kBigInt: 2, 8, 10 or 16
  union {
    int64_t int_value = 0;  // kInt: 0 .. INT64_MAX
    double float_value;     // kFloat, and kComplex's imaginary part
  };
  // kBigInt: the digits in `base`, no prefix, underscore or leading zero, hexadecimal in lower case.
  // kStr: UTF-8, with lone surrogates (from \ud800) as three bytes each. kBytes: the bytes.
  std::string_view text;
};

struct Attribute : Expr {
  BATON_EXPR(Attribute)
  Expr* value = nullptr;
  Name attr;
  ExprContext ctx{};
};

struct Subscript : Expr {
  BATON_EXPR(Subscript)
  Expr* value = nullptr;
  Expr* slice = nullptr;  // any expression, a Slice, or a Tuple that may hold Slices and Starreds
  ExprContext ctx{};
};

struct Starred : Expr {
  BATON_EXPR(Starred)
  Expr* value = nullptr;
  ExprContext ctx{};
};

/// ast.Name (the plain `Name` here is the identifier's text).
struct NameExpr : Expr {
  BATON_EXPR(NameExpr)
  Name id;
  ExprContext ctx{};
};

struct List : Expr {
  BATON_EXPR(List)
  ExprList elts;
  ExprContext ctx{};
};

struct Tuple : Expr {
  BATON_EXPR(Tuple)
  ExprList elts;
  ExprContext ctx{};
};

struct Slice : Expr {
  BATON_EXPR(Slice)
  Expr* lower = nullptr;  // all three optional
  Expr* upper = nullptr;
  Expr* step = nullptr;
};

// ---- patterns --------------------------------------------------------------------------------

struct MatchValue : Pattern {
  BATON_PATTERN(MatchValue)
  Expr* value = nullptr;  // a literal, its negation, a complex `a + bj`, or a dotted name
};

struct MatchSingleton : Pattern {
  BATON_PATTERN(MatchSingleton)
  ConstantKind value{};  // kNone, kTrue, kFalse: matched by identity
};

struct MatchSequence : Pattern {
  BATON_PATTERN(MatchSequence)
  PatternList patterns;  // at most one MatchStar is NOT checked here
};

struct MatchMapping : Pattern {
  BATON_PATTERN(MatchMapping)
  ExprList keys;
  PatternList patterns;  // as long as keys
  Name rest;             // `**rest`, optional
};

struct MatchClass : Pattern {
  BATON_PATTERN(MatchClass)
  Expr* cls = nullptr;  // a name or dotted name
  PatternList patterns;
  NameList kwd_attrs;
  PatternList kwd_patterns;  // as long as kwd_attrs
};

/// `*name`, or `*_` when name is empty.
struct MatchStar : Pattern {
  BATON_PATTERN(MatchStar)
  Name name;
};

/// `pattern as name`; a capture when pattern is null; the wildcard `_` when name is empty too.
struct MatchAs : Pattern {
  BATON_PATTERN(MatchAs)
  Pattern* pattern = nullptr;
  Name name;
};

struct MatchOr : Pattern {
  BATON_PATTERN(MatchOr)
  PatternList patterns;  // two or more
};

// ---- statements ------------------------------------------------------------------------------

struct FunctionDef : Stmt {
  BATON_STMT(FunctionDef)
  Name name;
  Arguments* args = nullptr;  // never null
  StmtList body;
  ExprList decorator_list;  // the statement's own position starts at `def`
  Expr* returns = nullptr;
};

struct ClassDef : Stmt {
  BATON_STMT(ClassDef)
  Name name;
  ExprList bases;
  ArenaList<Keyword*> keywords;
  StmtList body;
  ExprList decorator_list;
};

struct Return : Stmt {
  BATON_STMT(Return)
  Expr* value = nullptr;  // optional
};

struct Delete : Stmt {
  BATON_STMT(Delete)
  ExprList targets;
};

struct Assign : Stmt {
  BATON_STMT(Assign)
  ExprList targets;  // `a = b = value` has two
  Expr* value = nullptr;
};

struct AugAssign : Stmt {
  BATON_STMT(AugAssign)
  Expr* target = nullptr;  // a NameExpr, Attribute or Subscript, in Store context
  Operator op{};
  Expr* value = nullptr;
};

struct AnnAssign : Stmt {
  BATON_STMT(AnnAssign)
  Expr* target = nullptr;  // a NameExpr, Attribute or Subscript
  Expr* annotation = nullptr;
  Expr* value = nullptr;  // optional
  bool simple = false;    // a bare name without brackets
};

struct For : Stmt {
  BATON_STMT(For)
  Expr* target = nullptr;
  Expr* iter = nullptr;
  StmtList body;
  StmtList orelse;
};

struct While : Stmt {
  BATON_STMT(While)
  Expr* test = nullptr;
  StmtList body;
  StmtList orelse;
};

struct If : Stmt {
  BATON_STMT(If)
  Expr* test = nullptr;
  StmtList body;
  StmtList orelse;  // an `elif` is a single If here
};

struct With : Stmt {
  BATON_STMT(With)
  ArenaList<WithItem> items;
  StmtList body;
};

struct Match : Stmt {
  BATON_STMT(Match)
  Expr* subject = nullptr;
  ArenaList<MatchCase> cases;
};

struct Raise : Stmt {
  BATON_STMT(Raise)
  Expr* exc = nullptr;    // optional
  Expr* cause = nullptr;  // optional
};

struct Try : Stmt {
  BATON_STMT(Try)
  StmtList body;
  ArenaList<ExceptHandler*> handlers;
  StmtList orelse;
  StmtList finalbody;
};

/// `try: ... except* T: ...`
struct TryStar : Stmt {
  BATON_STMT(TryStar)
  StmtList body;
  ArenaList<ExceptHandler*> handlers;
  StmtList orelse;
  StmtList finalbody;
};

struct Assert : Stmt {
  BATON_STMT(Assert)
  Expr* test = nullptr;
  Expr* msg = nullptr;  // optional
};

struct Import : Stmt {
  BATON_STMT(Import)
  ArenaList<Alias*> names;
};

struct ImportFrom : Stmt {
  BATON_STMT(ImportFrom)
  Name module;  // dotted; empty in `from . import x`
  ArenaList<Alias*> names;
  int level = 0;  // leading dots
};

struct Global : Stmt {
  BATON_STMT(Global)
  NameList names;
};

struct Nonlocal : Stmt {
  BATON_STMT(Nonlocal)
  NameList names;
};

/// ast.Expr: an expression as a statement.
struct ExprStmt : Stmt {
  BATON_STMT(ExprStmt)
  Expr* value = nullptr;
};

struct Pass : Stmt {
  BATON_STMT(Pass)
};

struct Break : Stmt {
  BATON_STMT(Break)
};

struct Continue : Stmt {
  BATON_STMT(Continue)
};

#undef BATON_EXPR
#undef BATON_STMT
#undef BATON_PATTERN

// ---- roots -----------------------------------------------------------------------------------

enum class ModKind : uint8_t { kModule, kInteractive, kExpression };

/// The root of a parse: `body` for kModule and kInteractive, `expr` for kExpression.
struct Mod {
  ModKind kind = ModKind::kModule;
  StmtList body;
  Expr* expr = nullptr;
};

/// The tree as CPython's `ast.dump(tree)` prints it; with `positions`, as
/// `ast.dump(tree, include_attributes=True)`. For tests and debugging: recursive, slow.
std::string dump(const Mod* mod, bool positions = false);

}  // namespace baton::ast
