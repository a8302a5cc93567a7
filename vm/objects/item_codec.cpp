// See item_codec.h. Machine order is little-endian.
#include "vm/objects/item_codec.h"

#include <cmath>
#include <cstring>

#include "vm/objects/number.h"

namespace baton {

size_t native_item_size(char format) {
  switch (format) {
    case 'c':
    case 'b':
    case 'B':
    case '?': return 1;
    case 'h':
    case 'H':
    case 'e': return 2;
    case 'i':
    case 'I':
    case 'f': return 4;
    case 'l':
    case 'L':
    case 'q':
    case 'Q':
    case 'n':
    case 'N':
    case 'd':
    case 'P': return 8;
    default: return 0;
  }
}

bool item_is_signed(char format) {
  return format == 'b' || format == 'h' || format == 'i' || format == 'l' || format == 'q' ||
         format == 'n';
}

namespace {

uint64_t load_bits(const uint8_t* p, size_t size, bool big_endian) {
  uint64_t bits = 0;
  for (size_t i = 0; i < size; ++i) {
    bits |= uint64_t{p[big_endian ? size - 1 - i : i]} << (8 * i);
  }
  return bits;
}

double half_to_double(uint64_t bits) {
  int exponent = static_cast<int>(bits >> 10 & 31);
  auto fraction = static_cast<double>(bits & 1023);
  double d;
  if (exponent == 31) {
    d = fraction == 0 ? INFINITY : NAN;
  } else if (exponent == 0) {
    d = std::ldexp(fraction, -24);
  } else {
    d = std::ldexp(fraction + 1024, exponent - 25);
  }
  return bits >> 15 ? -d : d;
}

// Rounds half to even; false: too large.
bool double_to_half(double d, uint64_t* bits) {
  uint64_t sign = std::signbit(d) ? 0x8000 : 0;
  d = std::fabs(d);
  if (std::isnan(d)) {
    *bits = sign | 0x7e00;
  } else if (std::isinf(d)) {
    *bits = sign | 0x7c00;
  } else {
    int exponent = 0;
    std::frexp(d, &exponent);  // d < 2^exponent
    int unit = exponent - 11 < -24 ? -24 : exponent - 11;
    double scaled = std::nearbyint(std::ldexp(d, -unit));
    if (scaled >= 2048) {
      scaled /= 2;
      ++unit;
    }
    auto whole = static_cast<uint64_t>(scaled);
    if (whole < 1024) {
      *bits = sign | whole;
    } else {
      if (unit + 25 >= 31) return false;
      *bits = sign | static_cast<uint64_t>(unit + 25) << 10 | (whole - 1024);
    }
  }
  return true;
}

}  // namespace

void store_bits(uint8_t* p, uint64_t bits, size_t size, bool big_endian) {
  for (size_t i = 0; i < size; ++i) {
    p[big_endian ? size - 1 - i : i] = static_cast<uint8_t>(bits >> (8 * i));
  }
}

Value load_int(Thread* t, const uint8_t* p, size_t size, bool big_endian, bool is_signed) {
  uint64_t bits = load_bits(p, size, big_endian);
  if (!is_signed) return new_uint(t, bits);
  unsigned unused = static_cast<unsigned>(64 - 8 * size);
  return new_int(t, static_cast<int64_t>(bits << unused) >> unused);
}

Value load_float(Thread* t, const uint8_t* p, size_t size, bool big_endian) {
  uint64_t bits = load_bits(p, size, big_endian);
  double d;
  if (size == 2) {
    d = half_to_double(bits);
  } else if (size == 4) {
    auto narrow = static_cast<uint32_t>(bits);
    float f;
    std::memcpy(&f, &narrow, 4);
    d = f;
  } else {
    std::memcpy(&d, &bits, 8);
  }
  return new_float(t, d);
}

Store store_int(uint8_t* p, Value v, size_t size, bool big_endian, bool is_signed) {
  if (v.is_bool()) v = Value::from_int(v.is_true());
  uint64_t storage;
  BigView big = int_view(v, &storage);
  int64_t n = 0;
  uint64_t bits = 0;
  if (fits_int64(big, &n)) {
    unsigned unused = static_cast<unsigned>(64 - 8 * size);
    if (is_signed) {
      if (static_cast<int64_t>(static_cast<uint64_t>(n) << unused) >> unused != n)
        return Store::kRange;
    } else if (n < 0 || (size < 8 && static_cast<uint64_t>(n) >> (8 * size) != 0)) {
      return Store::kRange;
    }
    bits = static_cast<uint64_t>(n);
  } else {
    if (is_signed || size < 8 || big.neg || big.n != 1) return Store::kRange;
    bits = big.limbs[0];
  }
  store_bits(p, bits, size, big_endian);
  return Store::kDone;
}

Store store_float(uint8_t* p, double d, size_t size, bool big_endian) {
  uint64_t bits = 0;
  if (size == 2) {
    if (!double_to_half(d, &bits)) return Store::kRange;
  } else if (size == 4) {
    auto f = static_cast<float>(d);
    if (std::isinf(f) && !std::isinf(d)) return Store::kRange;
    uint32_t narrow;
    std::memcpy(&narrow, &f, 4);
    bits = narrow;
  } else {
    std::memcpy(&bits, &d, 8);
  }
  store_bits(p, bits, size, big_endian);
  return Store::kDone;
}

}  // namespace baton
