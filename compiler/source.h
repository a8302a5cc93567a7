// A source text, decoded once: the lexer reads it, errors and tracebacks quote its lines.
//
// What always holds: the text is valid UTF-8 without NUL, BOM or carriage returns (CRLF and CR have
// become LF), and never changes after `load`; so it is shared freely between threads.
// What does not belong here: finding the file, which the importer does.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/syntax_error.h"

namespace baton {

class SourceText {
 public:
  /// Decodes `bytes`: the encoding is UTF-8 unless a BOM or a PEP 263 cookie (`# coding: latin-1`)
  /// says otherwise. `is_text` says that the bytes were a str: a cookie is then not looked at.
  /// Null on failure, with `*error` filled in.
  static std::shared_ptr<SourceText> load(std::string_view bytes, std::string filename,
                                          bool is_text, std::optional<SyntaxErrorInfo>* error);

  const std::string& filename() const { return filename_; }

  /// The whole text. A NUL follows it.
  std::string_view text() const { return text_; }

  /// Line `n` (1-based) without its newline; empty when there is no such line.
  std::string_view line(int n) const;

  /// Number of lines; a final newline does not start another one.
  int line_count() const { return static_cast<int>(line_starts_.size()); }

 private:
  SourceText() = default;
  void index_lines();

  std::string filename_;
  std::string text_;
  std::vector<uint32_t> line_starts_;
};

/// Number of characters in the first `bytes` bytes of `line` (fewer if it is shorter).
int count_characters(std::string_view line, int bytes);

}  // namespace baton
