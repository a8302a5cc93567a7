// A code blob: what the compiler hands to the VM. Plain C++ data, owned by whoever holds it; it
// knows no heap, no thread and no lock, and is never changed once the compiler has returned it.
//
// Always true of a blob that passed verify(): every register operand is below `registers`, every
// constant index below `constants.size()`, every jump lands on an instruction, the last
// instruction does not fall off the end, cache words are zero. The VM relies on it.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "vm/bytecode/opcodes.h"

namespace baton {

struct CodeBlob;

// One constant. Tuples and frozensets name other constants of the same blob by index.
struct Const {
  enum class Kind : uint8_t {
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
    kTuple,
    kFrozenSet,
    kCode
  };
  Kind kind = Kind::kNone;
  int64_t i = 0;  // kInt
  double f = 0;   // kFloat, imaginary part of kComplex
  double re = 0;  // kComplex
  std::string s;  // kStr (generalized UTF-8), kBytes, kBigInt: hexadecimal, optional '-'
  std::vector<uint32_t> items;     // kTuple, kFrozenSet
  std::shared_ptr<CodeBlob> code;  // kCode
};

struct SourcePos {
  int32_t line = 0, end_line = 0;  // 1-based; 0: no position
  int32_t col = -1, end_col = -1;  // UTF-8 byte offsets, 0-based; -1: unknown
};
struct PosEntry {
  uint32_t at;  // first instruction index this position holds for
  SourcePos pos;
};

// An exception raised by an instruction in [start, end) goes to `handler`, its registers being
// R[reg] (exception) and R[reg+1] (exception handled before). First match wins: inner regions
// come before outer ones.
struct ExcEntry {
  uint32_t start, end, handler;
  uint16_t reg;
};

// Where MAKEFUNC finds each cell it captures for the new function.
struct Capture {
  bool from_free;  // true: the maker's own captured cell `index`; false: cell in register `index`
  uint16_t index;
};

// What the compiler found odd but legal; whoever asked for the compilation issues it.
struct CompileWarning {
  bool syntax;  // SyntaxWarning; else DeprecationWarning
  std::string message;
  int32_t line;
};

struct LocalName {
  std::string name;
  uint16_t reg;
  bool is_cell;  // R[reg] holds a cell
};

enum CodeFlag : uint32_t {
  kCodeVarArgs = 1,  // has *args
  kCodeVarKw = 2,    // has **kwargs
  kCodeGenerator = 4,
  kCodeClassBody = 8,  // R[0] is the namespace
  kCodeModule = 16,    // names are globals
  kCodeNameMode = 32,  // exec/eval/compile(): R[0] is the locals mapping
  kCodeNested = 64,
  kCodeUsesLocals = 128,  // every named register holds a value or unbound() at any instruction
};

struct CodeBlob {
  std::string name, qualname, filename;
  std::vector<Insn> code;
  std::vector<bool> inplace;  // per instruction: augmented assignment (may be shorter than code)
  std::vector<Const> constants;
  std::vector<PosEntry> positions;  // sorted by `at`
  std::vector<ExcEntry> handlers;
  std::vector<Capture> captures;
  std::vector<std::string> free_names;  // name of each captured cell
  std::vector<LocalName> locals;        // every named register, parameters first and in order
  std::string doc;
  bool has_doc = false;
  std::vector<CompileWarning> warnings;  // of the whole source; only in the outermost blob
  uint32_t flags = 0;
  // Parameters fill the first registers: positional, keyword-only, *args, **kwargs.
  uint16_t positional = 0;  // positional parameters, positional-only ones included
  uint16_t positional_only = 0;
  uint16_t keyword_only = 0;
  uint16_t registers = 0;  // frame size
  int32_t first_line = 1;

  int parameter_slots() const {
    return positional + keyword_only + ((flags & kCodeVarArgs) ? 1 : 0) +
           ((flags & kCodeVarKw) ? 1 : 0);
  }
};

// The position that holds for instruction `index`.
SourcePos position_at(const CodeBlob& blob, uint32_t index);

// A readable listing: labels for jump targets, line numbers, constants spelled out; nested blobs
// follow.
std::string disassemble(const CodeBlob& blob);

// Empty if every rule in the header comment holds, for nested blobs too; else the first fault.
std::string verify(const CodeBlob& blob);

}  // namespace baton
