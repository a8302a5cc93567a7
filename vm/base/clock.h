// The one seam through which time is read.
//
// Everything that wants to know the time (the switch interval, time.monotonic(), deadlines of
// waits, traces) asks here, in nanoseconds, so that tracing and a virtual clock have one place to
// stand. Waiting is not here: that belongs to the blocking region. No lock is needed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace baton {

// Nanoseconds of a clock that never steps back; its zero is arbitrary.
int64_t monotonic_ns();
// Nanoseconds since 1970-01-01 UTC.
int64_t realtime_ns();
// Processor time of this process, and of the calling thread.
int64_t process_ns();
int64_t thread_ns();

// Reads "250us", "1.5ms", "2s", "100ns" (also "1m" and "1h") as nanoseconds, at most 292 years. A
// bare "0" needs no unit. Otherwise nothing, and *error (may be null) says what is wrong.
std::optional<int64_t> parse_duration(std::string_view text, std::string* error);
// Shortest text that parse_duration reads back: "1.5ms".
std::string format_duration(int64_t ns);

}  // namespace baton
