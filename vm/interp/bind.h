// Binding a call's arguments to a script function's parameters, and starting a call.
#pragma once
#include "vm/core/vm.h"

namespace baton {

// Starts the call that w[0] and the nargs values after it describe. True: *entry is the callee's
// entry (frame pushed, returning to `next`) or `next` itself with the result in w[0]. False: exception
// pending, thread state as before.
bool begin_call(Thread* t, Value* w, uint32_t nargs, Tuple* kwnames, const Insn* next,
                const Insn** entry);

}  // namespace baton
