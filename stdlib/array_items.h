// The kinds of items that arrays hold, and their bytes. Lock held; storing may run script (__index__,
// __float__) and does so before it writes.
#pragma once
#include "vm/objects/objects.h"

namespace baton {

struct ItemKind {
  char code;
  uint8_t size;
  uint8_t machine_format;  // of pickles, on this machine
};
const ItemKind* item_kind(char code);  // null: no such type code

Value load_item(Thread* t, const ItemKind& kind, const uint8_t* p);
bool store_item(Thread* t, const ItemKind& kind, Value v, uint8_t* p);
void store_code_point(uint8_t* p, uint32_t c);
uint32_t next_code_point(Str* s, size_t* pos);

// Formats of other machines, as pickles number them.
bool is_machine_format(int64_t format);
size_t machine_format_size(int64_t format);
// The kind here whose integers are of that size and sign; 0 for formats of other values.
char type_code_of(int64_t format);
Value load_machine_item(Thread* t, int64_t format, const uint8_t* p);

}  // namespace baton
