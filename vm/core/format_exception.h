// The parts of printing an exception that are pure text work or pure look-up.
#pragma once
#include <string>
#include <string_view>

#include "vm/core/error.h"

namespace baton {

// The line of marks under a source line (four spaces of indent and newline included), or "" where
// CPython shows none. line: the source line without newline; pos: what the instruction covers.
// Pure text; no lock.
std::string caret_line(std::string_view line, const SourcePos& pos);

// What `name` may have been meant to be, for a NameError or AttributeError whose traceback and
// fields are set: "" if nothing is near enough. Runs no script code. Lock held.
std::string suggest_name(Thread* t, Exception* e);

}  // namespace baton
