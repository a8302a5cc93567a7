// _traceback: the parts of the traceback module that the VM knows best: where an instruction stands in
// the source, and the marks under a line. The rest is traceback.py. Lock held.
#include "stdlib/stdlib.h"
#include "vm/core/format_exception.h"
#include "vm/native/native.h"
#include "vm/objects/containers.h"

namespace baton {
namespace {

NativeGroup traceback_functions{"_traceback"};

Value traceback_position(Thread* t, Code* code, int64_t lasti) {
  SourcePos p;
  if (lasti >= 0 && lasti / 2 < int64_t{code->insn_count})
    p = position_at(*code->blob, static_cast<uint32_t>(lasti / 2));
  auto number = [](int32_t n, int32_t least) {
    return n < least ? Value::none() : Value::from_int(n);
  };
  return tuple_of(
      t, {number(p.line, 1), number(p.end_line, 1), number(p.col, 0), number(p.end_col, 0)});
}
DEF(traceback_functions, traceback_position, "position(code, lasti, /)",
    "(line, end line, column, end column) of the instruction that f_lasti or tb_lasti names.")

std::string traceback_marks(Thread*, Str* line, int64_t lineno, int64_t end_lineno, int64_t col,
                            int64_t end_col) {
  auto clipped = [](int64_t n) {
    return static_cast<int32_t>(n < -1 ? -1 : n > INT32_MAX ? INT32_MAX : n);
  };
  SourcePos p{clipped(lineno), clipped(end_lineno), clipped(col), clipped(end_col)};
  return caret_line(line->view(), p);
}
DEF(traceback_functions, traceback_marks, "marks(line, lineno, end_lineno, col, end_col, /)",
    "The line of marks under a source line, or ''.")

}  // namespace

void init_traceback(Thread* t, Module* m) { install_functions(t, m, traceback_functions); }

}  // namespace baton
