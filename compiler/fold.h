// Constants while they are still the compiler's: their values, and folding of constant expressions.
//
// What always holds: folding never changes what a program does. An expression is left alone when
// evaluating it would raise, when an integer would leave 256 bits, or when text would grow past
// kMaxFoldedText bytes. Two values are the same constant only if type and representation agree:
// 1, 1.0, True, 0.0 and -0.0 are five constants.
// What does not belong here: names, registers, code. No state, no lock.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compiler/ast.h"
#include "vm/bytecode/code_blob.h"

namespace baton::compiler {

/// A constant with its parts inside it (a Const names the parts by index).
struct ConstValue {
  Const::Kind kind = Const::Kind::kNone;
  int64_t i = 0;                  // kInt
  double f = 0;                   // kFloat; imaginary part of kComplex
  double re = 0;                  // kComplex
  std::string s;                  // kStr, kBytes; kBigInt as in Const
  std::vector<ConstValue> items;  // kTuple, kFrozenSet

  static ConstValue none() { return {}; }
  static ConstValue boolean(bool b);
  static ConstValue integer(int64_t i);
  static ConstValue number(double f);
  static ConstValue text(std::string_view s);
  static ConstValue tuple(std::vector<ConstValue> items);

  bool is_small_int() const { return kind == Const::Kind::kInt && i >= -32768 && i <= 32767; }
};

inline constexpr size_t kMaxFoldedText = 4096;

/// Python's bool(value).
bool truth_of(const ConstValue& value);

/// True, with the value in *out, if `e` is a constant expression. `debug` is what __debug__ means.
/// Looks at most kMaxFoldDepth levels deep, so that folding at every level stays linear.
bool fold(const ast::Expr* e, bool debug, ConstValue* out);

/// The value of a literal.
ConstValue literal_value(const ast::Constant* c);

/// Appends bytes to *out that are equal for two values only if they are the same constant.
void append_key(const ConstValue& value, std::string* out);

}  // namespace baton::compiler
