// _decint: what decimal needs of ints beyond their operators: how many decimal digits one has, and
// text without the limit that str() and int() have. Lock held; no script code runs.
#include <cmath>
#include <string>

#include "stdlib/stdlib.h"
#include "vm/native/native.h"
#include "vm/objects/number.h"

namespace baton {
namespace {

NativeGroup decint_functions{"_decint"};

// |n| >= 10 ** power?
BigStatus reaches(BigView n, uint64_t power, bool* out) {
  uint64_t ten;
  BigBuf p;
  BigStatus st = big_pow(view_of_uint64(10, &ten), power, &p);
  n.neg = false;
  if (st == BigStatus::kOk) *out = big_compare(n, p.view()) >= 0;
  return st;
}

Value decint_length(Thread* t, Value n) {
  if (!is_intlike(n)) return type_error(t, "an integer is required");
  uint64_t s;
  BigView v = int_view(n, &s);
  if (v.n <= 1) {
    int digits = 1;
    for (uint64_t x = v.n ? v.limbs[0] : 0; x >= 10; x /= 10) ++digits;
    return Value::from_int(digits);
  }
  // 2^(bits-1) <= |n| < 2^bits leaves one or two candidates.
  constexpr double kDigitsPerBit = 0.30102999566398119521;
  auto bits = static_cast<double>(big_bit_length(v));
  auto low = static_cast<uint64_t>((bits - 1) * kDigitsPerBit * (1 - 1e-15)) + 1;
  auto high = static_cast<uint64_t>(bits * kDigitsPerBit * (1 + 1e-15)) + 1;
  while (low < high) {
    bool more;
    BigStatus st = reaches(v, low, &more);
    if (st != BigStatus::kOk) return big_status_error(t, st);
    if (!more) break;
    ++low;
  }
  return Value::from_int(static_cast<int64_t>(low));
}
DEF(decint_functions, decint_length, "length(n, /)", "How many decimal digits abs(n) has.")

Value decint_text(Thread* t, Value n) {
  if (!is_intlike(n)) return type_error(t, "an integer is required");
  uint64_t s;
  std::string text;
  BigStatus st = big_to_string(int_view(n, &s), 10, &text);
  return st == BigStatus::kOk ? str_value(t, text) : big_status_error(t, st);
}
DEF(decint_functions, decint_text, "text(n, /)", "Decimal digits of n, however many.")

Value decint_number(Thread* t, std::string_view text) {
  BigBuf n;
  return int_result(t, big_from_digits(text, 10, false, false, &n), n);
}
DEF(decint_functions, decint_number, "number(text, /)", "The int that ASCII digits spell.")

// Drops trailing zeros of n while the count stays within `most`: (n, how many).
Value decint_strip(Thread* t, Value n, int64_t most) {
  if (!is_intlike(n)) return type_error(t, "an integer is required");
  int64_t small, dropped = 0;
  if (int_fits_int64(n, &small)) {
    for (; small != 0 && dropped < most && small % 10 == 0; small /= 10) ++dropped;
    return tuple_of(t, {new_int(t, small), Value::from_int(dropped)});
  }
  uint64_t s;
  std::string text;
  BigStatus st = big_to_string(int_view(n, &s), 10, &text);
  if (st != BigStatus::kOk) return big_status_error(t, st);
  bool negative = text[0] == '-';
  while (dropped < most && text.back() == '0') text.pop_back(), ++dropped;
  Value left = n;
  if (dropped > 0) {
    BigBuf b;
    std::string_view digits = std::string_view(text).substr(negative);
    left = int_result(t, big_from_digits(digits, 10, negative, false, &b), b);
    if (left.is_failed()) return left;
  }
  return tuple_of(t, {left, Value::from_int(dropped)});
}
DEF(decint_functions, decint_strip, "strip(n, most, /)",
    "(n without up to `most` trailing decimal zeros, how many were dropped)")

}  // namespace

void init_decint(Thread* t, Module* m) { install_functions(t, m, decint_functions); }

}  // namespace baton
