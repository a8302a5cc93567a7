// The clock seam, over clock_gettime; and durations as text.
#include "vm/base/clock.h"

#include <time.h>

namespace baton {

namespace {

constexpr int64_t kSecond = 1000000000;

int64_t read_clock(clockid_t id) {
  timespec now{};
  clock_gettime(id, &now);
  return int64_t{now.tv_sec} * kSecond + now.tv_nsec;
}

struct Unit {
  std::string_view name;
  int64_t ns;
};

// Largest first.
constexpr Unit kUnits[] = {{"h", 3600 * kSecond}, {"m", 60 * kSecond}, {"s", kSecond},
                           {"ms", 1000000},       {"us", 1000},        {"ns", 1}};

std::optional<int64_t> fail(std::string* error, std::string_view text, const char* why) {
  if (error != nullptr) *error = "invalid duration '" + std::string(text) + "': " + why;
  return std::nullopt;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

int64_t monotonic_ns() { return read_clock(CLOCK_MONOTONIC); }
int64_t realtime_ns() { return read_clock(CLOCK_REALTIME); }
int64_t process_ns() { return read_clock(CLOCK_PROCESS_CPUTIME_ID); }
int64_t thread_ns() { return read_clock(CLOCK_THREAD_CPUTIME_ID); }

std::optional<int64_t> parse_duration(std::string_view text, std::string* error) {
  size_t end = 0;
  while (end < text.size() && (is_digit(text[end]) || text[end] == '.')) ++end;
  std::string_view number = text.substr(0, end);
  std::string_view unit_name = text.substr(end);
  size_t dot = number.find('.');
  std::string_view whole = number.substr(0, dot);
  std::string_view decimals = dot == number.npos ? std::string_view() : number.substr(dot + 1);
  if ((whole.empty() && decimals.empty()) || decimals.find('.') != decimals.npos) {
    return fail(error, text, "expected a number and a unit, as in 250us, 1.5ms or 2s");
  }
  int64_t unit = 0;
  for (const Unit& u : kUnits) {
    if (u.name == unit_name) unit = u.ns;
  }
  if (unit == 0) {
    bool zero = number.find_first_not_of("0.") == number.npos;
    if (unit_name.empty() && zero) return 0;
    return fail(error, text,
                unit_name.empty() ? "the unit is missing (ns, us, ms, s, m or h)"
                                  : "unknown unit (use ns, us, ms, s, m or h)");
  }
  int64_t total = 0;
  for (char c : whole) {
    if (__builtin_mul_overflow(total, int64_t{10}, &total) ||
        __builtin_add_overflow(total, int64_t{c - '0'}, &total)) {
      return fail(error, text, "too long");
    }
  }
  if (__builtin_mul_overflow(total, unit, &total)) return fail(error, text, "too long");
  // Each decimal is worth a tenth of the one before; what is below a nanosecond is dropped.
  int64_t fraction = 0;
  int64_t scale = 1;
  for (char c : decimals) {
    if (scale > kSecond) break;
    fraction = fraction * 10 + (c - '0');
    scale *= 10;
  }
  auto part = static_cast<int64_t>(static_cast<__int128>(fraction) * unit / scale);
  if (__builtin_add_overflow(total, part, &total)) return fail(error, text, "too long");
  return total;
}

std::string format_duration(int64_t ns) {
  if (ns == 0) return "0s";
  std::string sign = ns < 0 ? "-" : "";
  uint64_t left = ns < 0 ? uint64_t{0} - static_cast<uint64_t>(ns) : static_cast<uint64_t>(ns);
  const Unit* unit = &kUnits[5];
  for (const Unit& u : kUnits) {
    if (u.ns <= kSecond && left >= static_cast<uint64_t>(u.ns)) {
      unit = &u;
      break;
    }
  }
  auto size = static_cast<uint64_t>(unit->ns);
  std::string text = sign + std::to_string(left / size);
  if (uint64_t rest = left % size; rest != 0) {
    std::string decimals = std::to_string(size + rest).substr(1);
    decimals.resize(decimals.find_last_not_of('0') + 1);
    text += "." + decimals;
  }
  return text + std::string(unit->name);
}

}  // namespace baton
