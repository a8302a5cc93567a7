// Legal code that is hardly what its author meant: what CPython answers with a SyntaxWarning.
// Pure functions over the tree; no state, no lock.
#pragma once
#include <vector>

#include "compiler/ast.h"
#include "vm/bytecode/code_blob.h"

namespace baton::compiler {

// Appends what is odd about this one node (children are the caller's to visit).
void find_odd(const ast::Expr* e, std::vector<CompileWarning>* out);
void find_odd(const ast::Assert* s, std::vector<CompileWarning>* out);

}  // namespace baton::compiler
