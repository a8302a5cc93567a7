// The compiler: source bytes in, a code blob or a syntax error out.
//
// compile_source keeps no state between calls, takes no lock and may run on any number of threads
// at once. It uses less than a megabyte of stack whatever the input is, and lets no exception out
// but std::bad_alloc.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "compiler/parser.h"
#include "compiler/syntax_error.h"
#include "vm/bytecode/code_blob.h"

namespace baton {

struct CompileOptions {
  std::string filename;
  ParseMode mode = ParseMode::kExec;
  // For exec(), eval() and compile(): the names of the module level are looked up in a mapping, the
  // blob's one parameter R[0]; its flag kCodeNameMode is set.
  bool name_mode = false;
  bool optimize_asserts = false;  // assert statements are left out and __debug__ is False
  bool is_text = false;           // the bytes come from a str: no encoding cookie counts
  // `from __future__ import annotations` is in force from outside (interactive sessions).
  bool future_annotations = false;
};

struct CompileResult {
  std::shared_ptr<CodeBlob> blob;  // null iff `error`
  std::optional<SyntaxErrorInfo> error;
  bool open_block = false;          // kSingle: see ParseResult
  bool future_annotations = false;  // in force at the end of the source
};

/// Compiles `bytes`. Exactly one of `blob` and `error` is set in the result.
CompileResult compile_source(std::string_view bytes, const CompileOptions& options);

}  // namespace baton
