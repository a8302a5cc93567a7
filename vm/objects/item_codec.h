// Items of binary formats, as struct and memoryview spell them: one value to or from a few bytes.
//
// Lock held: loading may make an int or float, storing converts its argument first (may run script) and
// writes last.
#pragma once
#include "vm/objects/objects.h"

namespace baton {

// The size of a native item by its letter (one of "cbB?hHiIlLqQnNefdP"); 0: no such letter.
size_t native_item_size(char format);
bool item_is_signed(char format);

Value load_int(Thread* t, const uint8_t* p, size_t size, bool big_endian, bool is_signed);
Value load_float(Thread* t, const uint8_t* p, size_t size, bool big_endian);  // 2, 4 or 8 bytes
void store_bits(uint8_t* p, uint64_t bits, size_t size, bool big_endian);

enum class Store { kDone, kRange, kFailed };
// An int (already through __index__) of `size` bytes.
Store store_int(uint8_t* p, Value v, size_t size, bool big_endian, bool is_signed);
Store store_float(uint8_t* p, double d, size_t size, bool big_endian);  // kRange: too large

}  // namespace baton
