// Building a unit's blob, again if it did not fit its fields the first time.
#pragma once

#include <memory>
#include <utility>

#include "compiler/codegen.h"

namespace baton::compiler {

/// Runs `body(unit)` on a new unit for `scope` until the blob fits; returns the finished blob.
template <class Body>
std::shared_ptr<CodeBlob> Unit::build(Compilation* cx, Scope* scope, Unit* parent, Body body) {
  AssemblyHints hints;
  for (;;) {
    auto unit = std::make_unique<Unit>(cx, scope, parent, std::move(hints));
    body(*unit);
    if (parent) unit->finish_captures();
    if (std::shared_ptr<CodeBlob> blob = unit->finish()) return blob;
    hints = unit->retry();
  }
}

}  // namespace baton::compiler
