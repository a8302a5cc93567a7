// Seconds as script gives them to sleep, acquire and settimeout, in nanoseconds: rounded away from
// zero, so that a wait is never shorter than asked, with the errors they share. Lock held.
#pragma once
#include <cmath>
#include <cstdint>

#include "vm/core/error.h"
#include "vm/core/ops.h"
#include "vm/objects/number.h"

namespace baton {

// A float or an integer, of either sign, to nanoseconds. False, with an exception pending: ValueError
// for a NaN, OverflowError past 292 years, TypeError for other types.
inline bool duration_ns(Thread* t, Value seconds, int64_t* ns) {
  if (is_floatlike(seconds)) {
    double s = float_value(seconds);
    if (std::isnan(s)) return value_error(t, "Invalid value NaN (not a number)"), false;
    double n = s * 1e9;
    n = n < 0 ? std::floor(n) : std::ceil(n);
    if (!(n >= -9223372036854775808.0 && n < 9223372036854775808.0)) {
      return overflow_error(t, "timestamp out of range for platform time_t"), false;
    }
    *ns = static_cast<int64_t>(n);
    return true;
  }
  Value whole = to_index(t, seconds);
  if (whole.is_failed()) return false;
  int64_t s;
  if (!int_fits_int64(whole, &s) || __builtin_mul_overflow(s, int64_t{1'000'000'000}, ns)) {
    return overflow_error(t, "timestamp too large to convert to C _PyTime_t"), false;
  }
  return true;
}

// The deadline `ns` from now on the clock of waits; as late as it goes for more than fits.
inline int64_t deadline_after(int64_t now, int64_t ns) {
  int64_t deadline;
  return __builtin_add_overflow(now, ns, &deadline) ? INT64_MAX : deadline;
}

}  // namespace baton
