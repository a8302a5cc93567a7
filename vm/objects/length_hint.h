// How many items an iterable says it will give: what list(), tuple() and operator.length_hint ask
// before they iterate. Lock held; may run script.
#pragma once
#include "vm/core/ops.h"

namespace baton {

// len(v), else v.__length_hint__(), else `fallback`; a TypeError of either counts as no answer.
// TypeError and ValueError for answers that are no length.
bool length_hint(Thread* t, Value v, int64_t fallback, int64_t* out);
// Asks an object of a script's class, whose answer may be an error that stops the iteration; the
// built-in ones are left alone, since no room is made ahead of the items.
bool check_length_hint(Thread* t, Value v);

}  // namespace baton
