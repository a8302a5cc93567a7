// The value word: everything a script can hold, in 64 self-tagged bits.
//
//   bit 0 == bit 1   a double of the common exponents, its bits rotated left by 4
//   ...01            an integer of 62 bits, two's complement, shifted left by 2
//   ..010            a pointer to a heap Object (plus 2; the tag folds into displacements)
//   ..110            an immediate: None, True, False, NotImplemented, Ellipsis and the internal
//   ones
//
// Doubles outside the inline exponents and integers past 62 bits are heap objects (FloatObj,
// BigInt). All encoding knowledge is in this file; nobody else shifts or masks a word.
// A Value is plain data: who may read or write the place it lies in is said where that place is.
#pragma once
#include <bit>
#include <cstdint>

#define BATON_LIKELY(x) __builtin_expect(!!(x), 1)
#define BATON_UNLIKELY(x) __builtin_expect(!!(x), 0)
#define BATON_INLINE inline __attribute__((always_inline))
#define BATON_NOINLINE __attribute__((noinline))
#define BATON_COLD __attribute__((noinline, cold))

namespace baton {

struct Object;

struct Value {
  uint64_t w;

  constexpr bool operator==(const Value&) const = default;  // identity (`is`) of words

  static constexpr Value unbound() {
    return {6};
  }  // no value: unassigned local, absent argument, end of iteration
  static constexpr Value none() { return {14}; }
  static constexpr Value false_() { return {22}; }
  static constexpr Value true_() { return {30}; }
  static constexpr Value not_implemented() { return {38}; }
  static constexpr Value ellipsis() { return {46}; }
  static constexpr Value failed() {
    return {54};
  }  // "an exception is pending": results of fallible functions only
  static constexpr Value range_mark() { return {62}; }  // hidden iteration states of GETITER
  static constexpr Value list_mark() { return {70}; }
  static constexpr Value tuple_mark() { return {78}; }
  static constexpr Value boolean(bool b) { return {b ? uint64_t{30} : uint64_t{22}}; }

  constexpr bool is_unbound() const { return w == 6; }
  constexpr bool is_none() const { return w == 14; }
  constexpr bool is_true() const { return w == 30; }
  constexpr bool is_false() const { return w == 22; }
  constexpr bool is_bool() const { return (w & ~uint64_t{8}) == 22; }
  constexpr bool is_failed() const { return w == 54; }
  constexpr bool is_not_implemented() const { return w == 38; }

  constexpr bool is_int() const { return (w & 3) == 1; }  // inline integer
  constexpr int64_t as_int() const { return static_cast<int64_t>(w) >> 2; }
  static constexpr bool fits_int(int64_t i) {
    return (static_cast<int64_t>(static_cast<uint64_t>(i) << 2) >> 2) == i;
  }
  static constexpr Value from_int(int64_t i) {
    return {(static_cast<uint64_t>(i) << 2) | 1};
  }  // needs fits_int(i)

  constexpr bool is_float() const { return !((w + 1) & 2); }  // inline double
  constexpr double as_float() const { return std::bit_cast<double>(std::rotr(w, 4)); }
  static BATON_INLINE bool try_float(double d, Value* out) {  // false: needs a FloatObj
    uint64_t r = std::rotl(std::bit_cast<uint64_t>(d), 4);
    *out = {r};
    return BATON_LIKELY(!((r + 1) & 2));
  }

  constexpr bool is_ptr() const { return (w & 7) == 2; }
  Object* ptr() const { return reinterpret_cast<Object*>(w - 2); }
  static Value from_ptr(const void* p) { return {reinterpret_cast<uint64_t>(p) + 2}; }
};
static_assert(sizeof(Value) == 8);

inline constexpr int64_t kIntMax = (int64_t{1} << 61) - 1;
inline constexpr int64_t kIntMin = -(int64_t{1} << 61);

BATON_INLINE bool both_int(Value a, Value b) { return (((a.w - 1) | (b.w - 1)) & 3) == 0; }
BATON_INLINE bool both_float(Value a, Value b) { return !(((a.w + 1) | (b.w + 1)) & 2); }
// Integer arithmetic on two inline integers; false on leaving 62 bits.
BATON_INLINE bool int_add(Value a, Value b, Value* r) {
  return !__builtin_add_overflow(static_cast<int64_t>(a.w - 1), static_cast<int64_t>(b.w),
                                 reinterpret_cast<int64_t*>(&r->w));
}
BATON_INLINE bool int_sub(Value a, Value b, Value* r) {
  return !__builtin_sub_overflow(static_cast<int64_t>(a.w), static_cast<int64_t>(b.w - 1),
                                 reinterpret_cast<int64_t*>(&r->w));
}
BATON_INLINE bool int_mul(Value a, Value b, Value* r) {
  int64_t t;
  if (__builtin_mul_overflow(static_cast<int64_t>(a.w - 1), static_cast<int64_t>(b.w) >> 2, &t))
    return false;
  r->w = static_cast<uint64_t>(t) + 1;
  return true;
}
BATON_INLINE bool int_less(Value a, Value b) {
  return static_cast<int64_t>(a.w) < static_cast<int64_t>(b.w);
}

}  // namespace baton
