// Items of arrays: numbers to and from bytes, in this machine's formats and in those that pickles of
// others name. Errors are worded by kind as CPython's argument parser words them.
#include "stdlib/array_items.h"

#include <cstring>

#include "vm/base/utf8.h"
#include "vm/objects/number.h"
#include "vm/objects/text.h"

namespace baton {

namespace {

const ItemKind kKinds[] = {{'b', 1, 1},  {'B', 1, 0},  {'u', 4, 20}, {'h', 2, 4},  {'H', 2, 2},
                           {'i', 4, 8},  {'I', 4, 6},  {'l', 8, 12}, {'L', 8, 10}, {'q', 8, 12},
                           {'Q', 8, 10}, {'f', 4, 14}, {'d', 8, 16}};

template <class T>
T read(const uint8_t* p) {
  T v;
  std::memcpy(&v, p, sizeof v);
  return v;
}
template <class T>
bool write(uint8_t* p, T v) {
  std::memcpy(p, &v, sizeof v);
  return true;
}

bool too_large(Thread* t, const char* what, bool positive) {
  return overflow_error(t, std::string(what) +
                               (positive ? " is greater than maximum" : " is less than minimum")),
         false;
}

// An int of at least `low` and at most `high`; what it is called in errors.
bool signed_value(Thread* t, Value v, int64_t low, int64_t high, const char* what, int64_t* out) {
  Value n = to_index(t, v);
  if (n.is_failed()) return false;
  if (!int_fits_int64(n, out))
    return overflow_error(t, "Python int too large to convert to C long"), false;
  if (*out < low || *out > high) return too_large(t, what, *out > high);
  return true;
}

bool unsigned_value(Thread* t, Value v, const char* negative, const char* large, uint64_t* out) {
  Value n = to_index(t, v);
  if (n.is_failed()) return false;
  uint64_t storage;
  BigView b = int_view(n, &storage);
  if (b.neg && !b.is_zero()) return overflow_error(t, negative), false;
  if (b.n > 1) return overflow_error(t, large), false;
  *out = b.is_zero() ? 0 : b.limbs[0];
  return true;
}

Value character(Thread* t, uint32_t c) {
  if (c > 0x10ffff)
    return raisef(t, t->vm->classes.value_error,
                  "character U+%x is not in range [U+0000; U+10ffff]", c);
  Str* s = str_from_codepoint(t, c);
  return s ? val(s) : Value::failed();
}

}  // namespace

const ItemKind* item_kind(char code) {
  for (const ItemKind& k : kKinds)
    if (k.code == code) return &k;
  return nullptr;
}

void store_code_point(uint8_t* p, uint32_t c) { write(p, c); }

uint32_t next_code_point(Str* s, size_t* pos) {
  auto byte = [&](size_t i) { return static_cast<uint8_t>(s->data[i]); };
  uint32_t c = byte(*pos);
  size_t more = c < 0x80 ? 0 : c < 0xe0 ? 1 : c < 0xf0 ? 2 : 3;
  if (more) c &= 0x3fu >> more;
  for (size_t i = 1; i <= more; ++i) c = (c << 6) | (byte(*pos + i) & 0x3f);
  *pos += more + 1;
  return c;
}

Value load_item(Thread* t, const ItemKind& kind, const uint8_t* p) {
  switch (kind.code) {
    case 'b': return Value::from_int(read<int8_t>(p));
    case 'B': return Value::from_int(*p);
    case 'u': return character(t, read<uint32_t>(p));
    case 'h': return Value::from_int(read<int16_t>(p));
    case 'H': return Value::from_int(read<uint16_t>(p));
    case 'i': return Value::from_int(read<int32_t>(p));
    case 'I': return Value::from_int(read<uint32_t>(p));
    case 'l':
    case 'q': return new_int(t, read<int64_t>(p));
    case 'L':
    case 'Q': return new_uint(t, read<uint64_t>(p));
    case 'f': return new_float(t, read<float>(p));
    default: return new_float(t, read<double>(p));
  }
}

bool store_item(Thread* t, const ItemKind& kind, Value v, uint8_t* p) {
  constexpr int64_t kInt = INT32_MAX, kShort = INT16_MAX;
  int64_t i;
  uint64_t u;
  double d;
  switch (kind.code) {
    case 'b':
      if (!signed_value(t, v, -kShort - 1, kShort, "signed short integer", &i)) return false;
      if (i < -128 || i > 127) return too_large(t, "signed char", i > 0);
      return write(p, static_cast<int8_t>(i));
    case 'B':
      if (!signed_value(t, v, -kShort - 1, kShort, "signed short integer", &i)) return false;
      if (i < 0 || i > 255) return too_large(t, "unsigned byte integer", i > 0);
      return write(p, static_cast<uint8_t>(i));
    case 'u': {
      Str* s = try_as<Str>(v);
      if (!s || s->length != 1) return type_error(t, "array item must be unicode character"), false;
      size_t pos = 0;
      store_code_point(p, next_code_point(s, &pos));
      return true;
    }
    case 'h':
      return signed_value(t, v, -kShort - 1, kShort, "signed short integer", &i) &&
             write(p, static_cast<int16_t>(i));
    case 'H':
      if (!signed_value(t, v, -kInt - 1, kInt, "signed integer", &i)) return false;
      if (i < 0 || i > 0xffff) return too_large(t, "unsigned short", i > 0);
      return write(p, static_cast<uint16_t>(i));
    case 'i':
      return signed_value(t, v, -kInt - 1, kInt, "signed integer", &i) &&
             write(p, static_cast<int32_t>(i));
    case 'I':
    case 'L':
      if (!unsigned_value(t, v, "can't convert negative value to unsigned int",
                          "Python int too large to convert to C unsigned long", &u))
        return false;
      if (kind.code == 'L') return write(p, u);
      if (u > UINT32_MAX) return too_large(t, "unsigned int", true);
      return write(p, static_cast<uint32_t>(u));
    case 'l': return signed_value(t, v, INT64_MIN, INT64_MAX, "", &i) && write(p, i);
    case 'q': {
      Value n = to_index(t, v);
      if (n.is_failed()) return false;
      if (!int_fits_int64(n, &i)) return overflow_error(t, "int too big to convert"), false;
      return write(p, i);
    }
    case 'Q':
      return unsigned_value(t, v, "can't convert negative int to unsigned",
                            "int too big to convert", &u) &&
             write(p, u);
    case 'f': return to_double(t, v, &d) && write(p, static_cast<float>(d));
    default: return to_double(t, v, &d) && write(p, d);
  }
}

// Formats 0 to 13: integers of 1, 1, 2, 2, 4, 4, 8 and 8 bytes, unsigned first; from 2 bytes on each in
// little and big endian. Then floats of 4 and 8 bytes, UTF-16 and UTF-32.
namespace {
bool is_signed_format(int64_t format) {
  return format == 1 || (format >= 2 && (format - 2) % 4 >= 2);
}
}  // namespace

bool is_machine_format(int64_t format) { return format >= 0 && format <= 21; }

size_t machine_format_size(int64_t format) {
  if (format < 2) return 1;
  if (format < 6) return 2;
  if (format < 10) return 4;
  if (format < 14) return 8;
  if (format < 16) return 4;
  if (format < 18) return 8;
  return format < 20 ? 2 : 4;
}

char type_code_of(int64_t format) {
  if (format >= 14) return 0;
  bool is_signed = is_signed_format(format);
  switch (machine_format_size(format)) {
    case 1: return is_signed ? 'b' : 'B';
    case 2: return is_signed ? 'h' : 'H';
    case 4: return is_signed ? 'i' : 'I';
    default: return is_signed ? 'q' : 'Q';
  }
}

Value load_machine_item(Thread* t, int64_t format, const uint8_t* p) {
  size_t size = machine_format_size(format);
  bool big = format >= 2 && format % 2 == 1;
  uint64_t bits = 0;
  for (size_t i = 0; i < size; ++i)
    bits |= static_cast<uint64_t>(p[big ? size - 1 - i : i]) << (8 * i);
  if (format >= 18) return character(t, static_cast<uint32_t>(bits));
  if (format >= 16) return new_float(t, std::bit_cast<double>(bits));
  if (format >= 14) return new_float(t, std::bit_cast<float>(static_cast<uint32_t>(bits)));
  if (!is_signed_format(format)) return new_uint(t, bits);
  unsigned shift = 64 - 8 * static_cast<unsigned>(size);
  return new_int(t, static_cast<int64_t>(bits << shift) >> shift);
}

}  // namespace baton
