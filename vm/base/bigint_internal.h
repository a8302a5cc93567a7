// What the parts of bigint share: how an operation ends. Included by bigint*.cpp only.
#pragma once

#include "vm/base/bigint.h"

namespace baton {

// Why BigBuf::reserve(n) gave nothing.
inline BigStatus reserve_failure(uint64_t n) {
  return n > kMaxLimbs + 2 ? BigStatus::kTooBig : BigStatus::kNoMemory;
}

// Ends an operation whose magnitude is the first `n` limbs of `out`.
inline BigStatus big_done(BigBuf* out, uint64_t n, bool neg) {
  out->finish(n, neg);
  return out->size() > kMaxLimbs ? BigStatus::kTooBig : BigStatus::kOk;
}

}  // namespace baton
