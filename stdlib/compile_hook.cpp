// The one place where the compiler and the machine meet: a compile request to a blob, or to what is
// wrong with the source. No lock is needed.
#include <new>

#include "compiler/compiler.h"
#include "stdlib/stdlib.h"

namespace baton {
namespace {

std::shared_ptr<CodeBlob> compile_request(const CompileRequest& request, bool optimize,
                                          CompileFailure* failure) {
  CompileOptions options;
  options.optimize_asserts = optimize;
  options.filename = request.filename;
  options.name_mode = request.name_mode;
  options.is_text = request.name_mode;  // eval() and its like compile str
  switch (request.mode) {
    case CompileRequest::Mode::kExec: options.mode = ParseMode::kExec; break;
    case CompileRequest::Mode::kEval: options.mode = ParseMode::kEval; break;
    case CompileRequest::Mode::kSingle: options.mode = ParseMode::kSingle; break;
  }
  try {
    CompileResult result = compile_source(request.source, options);
    if (result.error && failure) {
      const SyntaxErrorInfo& e = *result.error;
      *failure = {e.type,     e.message, e.filename.empty() ? request.filename : e.filename,
                  e.text,     e.line,    e.col,
                  e.end_line, e.end_col, e.incomplete};
    }
    return std::move(result.blob);
  } catch (const std::bad_alloc&) {
    if (failure)
      *failure = {"SyntaxError", "out of memory while compiling", request.filename, "", 1, 0, 0, 0,
                  false};
    return nullptr;
  }
}

}  // namespace

std::shared_ptr<CodeBlob> compile_hook(const CompileRequest& request, CompileFailure* failure) {
  return compile_request(request, false, failure);
}
std::shared_ptr<CodeBlob> compile_hook_optimized(const CompileRequest& request,
                                                 CompileFailure* failure) {
  return compile_request(request, true, failure);
}

}  // namespace baton
