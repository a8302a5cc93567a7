// The clock seam and durations as text.
#include <doctest/doctest.h>

#include <climits>
#include <string>

#include "vm/base/clock.h"

namespace baton {
namespace {

TEST_CASE("clock: readings go forward") {
  int64_t before = monotonic_ns();
  int64_t cpu = thread_ns();
  int64_t process = process_ns();
  volatile uint64_t sink = 0;
  for (uint64_t i = 0; i < 2000000; ++i) sink = sink + i;
  CHECK(monotonic_ns() > before);
  CHECK(thread_ns() > cpu);
  CHECK(process_ns() > process);
  CHECK(realtime_ns() > int64_t{1600000000} * 1000000000);
}

TEST_CASE("clock: durations") {
  struct Row {
    const char* text;
    int64_t ns;
    const char* shown;
  };
  const Row rows[] = {{"1ms", 1000000, "1ms"},
                      {"250us", 250000, "250us"},
                      {"2s", 2000000000, "2s"},
                      {"1.5ms", 1500000, "1.5ms"},
                      {"0", 0, "0s"},
                      {"0.0", 0, "0s"},
                      {"7ns", 7, "7ns"},
                      {"1m", 60000000000, "60s"},
                      {"1h", 3600000000000, "3600s"},
                      {".5s", 500000000, "500ms"},
                      {"1.0000000019s", 1000000001, "1.000000001s"},
                      {"5.s", 5000000000, "5s"}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    std::string error;
    auto ns = parse_duration(row.text, &error);
    REQUIRE(ns.has_value());
    CHECK(*ns == row.ns);
    CHECK(format_duration(*ns) == row.shown);
    CHECK(parse_duration(format_duration(*ns), nullptr) == ns);
  }
  CHECK(format_duration(-1500) == "-1.5us");
  CHECK(format_duration(INT64_MIN) == "-9223372036.854775808s");
}

TEST_CASE("clock: bad durations say what is wrong") {
  for (const char* bad : {"", "ms", "5", "1x", "-1s", "1.2.3s", ".", "1 s", "99999999999999999999s",
                          "9999999999999h"}) {
    CAPTURE(bad);
    std::string error;
    CHECK_FALSE(parse_duration(bad, &error).has_value());
    CHECK(error.find(std::string("invalid duration '") + bad + "': ") == 0);
  }
  std::string error;
  CHECK_FALSE(parse_duration("5", &error).has_value());
  CHECK(error == "invalid duration '5': the unit is missing (ns, us, ms, s, m or h)");
}

}  // namespace
}  // namespace baton
