// Iterators whose class, written in script, has a __next__ of its own over a native one.
//
// Loops step a NativeObject by its NativeType without looking at its class. An object whose class
// would have a say is therefore looped over through another one, which calls its __next__; get_iter()
// makes that, and iter() and next(), which scripts call, take it away again. Lock held.
#pragma once
#include "vm/core/ops.h"

namespace baton {

// `it`, or what loops are to step in its place. failed() when memory is short.
Value step_through_class(Thread* t, Value it);
// The iterator that get_iter() was given by the object's __iter__.
Value own_iterator(Value it);

}  // namespace baton
