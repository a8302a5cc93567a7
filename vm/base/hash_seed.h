// The hash key of a process that asked for one (PYTHONHASHSEED) instead of a drawn one.
#pragma once
#include <cstdint>

namespace baton {

// Before the first hash is taken; later calls have no effect. 0 is a key of zeros, any other number
// spreads as in CPython, so that the hashes of ASCII text are CPython's too.
void fix_hash_seed(uint32_t seed);

}  // namespace baton
