// Warnings that native code issues, through the warnings module of the library. Lock held; runs
// script.
#pragma once
#include <string_view>

#include "vm/bytecode/code_blob.h"
#include "vm/objects/objects.h"

namespace baton {

// warnings.warn(message, category, stacklevel). False: a filter made an exception of it.
bool issue_warning(Thread* t, Class* category, std::string_view message, int stacklevel = 1);
// What the compiler found odd about a source. False: an exception is pending (SyntaxError where a
// filter says "error").
bool issue_compile_warnings(Thread* t, const CodeBlob& blob);

}  // namespace baton
