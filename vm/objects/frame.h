// Frames as script sees them: sys._getframe(), tb_frame, gi_frame. A running frame is a window and
// a control record; what is declared here makes objects that describe one. Lock held.
#pragma once
#include "vm/objects/objects.h"

namespace baton {

// The frame of `owner` that is `depth` calls out from its innermost one. unbound() if there are not
// so many (no exception), failed() if memory ran out.
Value frame_at(Thread* t, Thread* owner, int64_t depth);
// The frame an entry tells of, with what can still be known of it.
Value frame_of_traceback(Thread* t, Traceback* tb);
// Tells the frame of an entry, made while it ran, that `outer` called it (both frame objects).
void set_caller(Value inner, Value outer);
// The frame of a generator that has not ended.
Value frame_of_generator(Thread* t, Generator* g);
// The local variables of f's frame at `window`, by name: the mapping itself for class bodies and
// modules, else a new dict. Registers other than parameters are shown only where the compiler has
// made sure that they hold something.
Value frame_locals(Thread* t, Function* f, Value* window);
void register_frame(Thread* t);

}  // namespace baton
