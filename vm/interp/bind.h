// Binding a call's arguments to a script function's parameters, and starting a call.
#pragma once
#include <string>

#include "vm/core/vm.h"

namespace baton {

// Starts the call that w[0] and the nargs values after it describe. True: *entry is the callee's
// entry (frame pushed, returning to `next`) or `next` itself with the result in w[0]. False: exception
// pending, thread state as before.
bool begin_call(Thread* t, Value* w, uint32_t nargs, Tuple* kwnames, const Insn* next,
                const Insn** entry);

// A callee in errors about the stars of a call: "module.qualname()" (slow_build.cpp).
BATON_COLD std::string callee_text(Thread* t, Value f);
// The tuple of what `*v` gives in a call of `callee`; null: TypeError and others.
Tuple* star_arguments(Thread* t, Value callee, Value v);

}  // namespace baton
