// Changing the order of a dict's entries: what OrderedDict has beyond dict. In dict.cpp, beside the
// rules of the table. Lock held.
#pragma once
#include "vm/objects/objects.h"

namespace baton {

// Number of the first live entry; d->used if there is none. Constant time on the whole, however many
// entries before it were deleted.
uint32_t dict_first(Dict* d);
// Removes the first entry; false: empty (no exception). Constant time on the whole.
bool dict_pop_first(Dict* d, Value* key, Value* value);
// Makes the entry of a key the last or first one. 1 done, 0 no such key, -1 failed. May run script.
int dict_move_to_end(Thread* t, Dict* d, Value key, bool last);

}  // namespace baton
